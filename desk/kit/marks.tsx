import { Badge } from '@mantine/core'
import type { RecordMarks } from '../sync/typed-record-parse.ts'
import { text } from './text.ts'

/** Part of this is only on this device. Says so in a word, not by colour alone. */
export function UnsentMark({ record }: { readonly record: Pick<RecordMarks, 'unsent'> }) {
  if (!record.unsent) return null
  return (
    <Badge variant="outline" color="gray.7" tt="none" title={text('sync:unsentHint')}>
      {text('sync:unsent')}
    </Badge>
  )
}
