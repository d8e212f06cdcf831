import { Alert, NativeSelect } from '@mantine/core'
import type { CodedSpanEntry } from '../../../core/inquiry/coding/coded-span.ts'
import { Icon, text } from '../../kit/index.ts'
import styles from './coding.module.css'
import { type Codebook, type Coder, codeName, type SpanRecord } from './use-coding.ts'

interface CodingFiltersProps {
  readonly book: Codebook
  /** Nobody while the others' marks are out of sight. */
  readonly coders: readonly Coder[]
  readonly spans: readonly SpanRecord[]
  readonly code: string
  readonly setCode: (code: string) => void
  readonly coder: string
  readonly setCoder: (coder: string) => void
  readonly lost: readonly CodedSpanEntry[]
}

export function CodingFilters(props: CodingFiltersProps) {
  const { book, coders, spans, code, setCode, coder, setCoder, lost } = props
  const used = new Set(spans.map(({ codeId }) => codeId))
  return (
    <>
      <div className={styles.filters}>
        <NativeSelect
          aria-label={text('interview:coding.onlyCode')}
          data={[
            { value: '', label: text('interview:coding.allCodes') },
            ...book.tree
              .filter((item) => used.has(item.code.id))
              .map((item) => ({ value: item.code.id, label: item.path.join(' › ') })),
          ]}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {coders.length > 1 && (
          <NativeSelect
            aria-label={text('interview:coding.onlyCoder')}
            data={[
              { value: '', label: text('interview:coding.allCoders') },
              ...coders.map(({ key, name }) => ({ value: key, label: name })),
            ]}
            value={coder}
            onChange={(event) => setCoder(event.currentTarget.value)}
          />
        )}
      </div>
      {lost.length > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {text('interview:coding.lost', { count: lost.length })}
          <ul>
            {lost.map((span) => (
              <li key={span.id}>
                {codeName(book, span.codeId)}：“{span.quote}”
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  )
}
