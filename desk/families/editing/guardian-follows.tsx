import { Alert, List, Stack } from '@mantine/core'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { hasTransferEnded } from '../../../core/casework/transfer/transfer-shape.ts'
import {
  type GuardianChange,
  type GuardianFacts,
  weighGuardianChange,
} from '../../../core/families/change-guardian.ts'
import type { Consent } from '../../../core/families/consent.ts'
import { formatDay, formatList, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { type FamilyFile, nameOf } from '../use-register.ts'

interface FollowsProps {
  readonly file: FamilyFile
  readonly change: GuardianChange
  readonly facts: GuardianFacts
}

/** What a change of guardian brings with it, sentence by sentence, before anybody confirms it. */
export function GuardianFollows({ file, change, facts }: FollowsProps) {
  const follows = weighGuardianChange(change, facts)
  const open = useRecords(transfer, { familyId: change.familyId }).filter(
    (one) => !hasTransferEnded(one),
  )
  const named = (id: string | null) => (id === null ? '' : nameOf(file, id))
  const [from, to] = [named(change.fromId), named(change.toId)] as const
  const day = formatDay(change.on)
  const about = (key: 'hold' | 'endNow' | 'lifted', list: readonly Consent[]) =>
    list.length === 0
      ? []
      : [
          text(`families:guardian.${key}`, {
            purposes: formatList([
              ...new Set(list.map(({ purpose }) => text(`families:purpose.${purpose}.short`))),
            ]),
          }),
        ]
  const lines = [
    ...(follows.ends.length > 0 ? [text('families:guardian.end', { name: from, day })] : []),
    ...(follows.starts ? [text('families:guardian.start', { name: to, day })] : []),
    ...about('hold', follows.holdMeanwhile),
    ...about('endNow', follows.endNow),
    ...about('lifted', follows.lifted),
    ...(change.fromId === null
      ? []
      : [text('families:guardian.links', { name: from }), text('families:guardian.ownDecision')]),
    ...(follows.requests.length > 0
      ? [text('families:guardian.requests', { name: from, count: follows.requests.length })]
      : []),
    ...(open.length > 0 ? [text('families:guardian.transfers', { count: open.length })] : []),
    ...(change.ground === 'courtOrder' ? [text('families:guardian.keepAway', { name: from })] : []),
  ]
  return (
    <Stack gap="sm">
      {follows.warnings.map((warning) => (
        <Alert key={warning} color={warning === 'guardianAlready' ? 'gray' : 'red'} variant="light">
          {text(`families:guardian.warning.${warning}`, { name: to })}
        </Alert>
      ))}
      <List>
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Stack>
  )
}
