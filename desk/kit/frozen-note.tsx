import { Text } from '@mantine/core'
import { text } from './text.ts'

/** RIG-14: figures that leave families out say so, and how many; not which. */
export function FrozenNote({ count }: { readonly count: number }) {
  return count === 0 ? null : <Text c="gray.7">{text('groupwork:counts.frozen', { count })}</Text>
}
