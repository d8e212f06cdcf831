import { useState } from 'react'
import {
  readSimpleScales,
  writeSimpleScales,
  type SimpleScale,
} from '../../../../core/inquiry/simple-scales.ts'
import { RefusalNote } from '../../../kit/index.ts'
import { ScaleFields } from '../scale-fields.tsx'
import type { EditorPart } from './editor-part.ts'

/** Which questions make a score. What is half typed stays here until it can be read. */
export function ScaleList({ shown, change }: EditorPart) {
  const [typed, setTyped] = useState<readonly SimpleScale[] | null>(null)
  const scales = typed ?? writeSimpleScales(shown)
  const read = typed === null ? null : readSimpleScales(typed, shown.items, shown)
  return (
    <>
      <ScaleFields
        scales={scales}
        onChange={(next) => {
          setTyped(next)
          const made = readSimpleScales(next, shown.items, shown)
          if (made.ok) change({ ...shown, ...made.value }, 'scales')
        }}
      />
      {read !== null && !read.ok && <RefusalNote refusal={read.refusal} />}
    </>
  )
}
