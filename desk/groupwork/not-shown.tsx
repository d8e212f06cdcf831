import { Text } from '@mantine/core'
import { text } from '../kit/index.ts'

/** What a role may not read is neither empty nor missing: it says only that it is not for this reader. */
export function NotShown() {
  return <Text c="gray.7">{text('groupwork:notShown.part')}</Text>
}
