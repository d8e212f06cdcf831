import { Text } from '@mantine/core'
import { text } from '../kit/text.ts'
import { Door } from './door.tsx'

const reasons = {
  insecure: 'access:noStore.insecure',
  noDatabase: 'access:noStore.noDatabase',
} as const

/** This browser cannot keep records, or not safely: says why, and what to use instead. */
export function NoStore({ reason }: { readonly reason: keyof typeof reasons }) {
  return (
    <Door title={text('kit:product')}>
      <Text role="alert">{text(reasons[reason])}</Text>
    </Door>
  )
}
