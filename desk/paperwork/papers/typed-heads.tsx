import { z } from 'zod'
import { text } from '../../kit/index.ts'
import { type KeptDraft, useKeptDraft } from '../../sync/index.ts'
import { HeadField } from '../head-field.tsx'
import styles from './papers.module.css'

type Typed = Record<string, string>
const typedShape = z.record(z.string(), z.string())

/** Kept on this device until the paper is final. */
export function useTypedHeads(name: string): KeptDraft<Typed> {
  return useKeptDraft<Typed>(name, {}, (kept) => {
    const read = typedShape.safeParse(kept)
    return read.success ? read.data : null
  })
}

interface TypedHeadsProps {
  readonly heads: readonly string[]
  readonly draft: KeptDraft<Typed>
}

/** What only a person can write: here, or by hand on the paper. */
export function TypedHeads({ heads, draft }: TypedHeadsProps) {
  const { value } = draft
  if (value === null) return null
  return (
    <details className={styles.typed}>
      <summary>{text('paperwork:paper.typed')}</summary>
      {heads.map((head) => (
        <HeadField
          key={head}
          label={text(`paperwork:paper.head.${head}`)}
          value={value[head] ?? ''}
          onChange={(typed) => draft.change({ ...value, [head]: typed })}
        />
      ))}
    </details>
  )
}
