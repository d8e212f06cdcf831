import { Alert, Button, Group, Text } from '@mantine/core'
import { approval } from '../../core/access/approval.ts'
import { changeKeysAction, refuseKeyChange } from '../../core/access/change-keys.ts'
import { Icon } from '../kit/icon.tsx'
import { text } from '../kit/text.ts'
import { useOpenDesk } from '../sync/desk-context.ts'
import { useRecords } from '../sync/records.ts'
import { useAgency, useOnline } from '../sync/use-state-of-desk.ts'
import type { KeyChange } from './use-key-change.ts'

/** The newest agreement that was made use of and may still be gone on with. */
function useBegunAgreement(): string | null {
  const { id: agencyId } = useAgency()
  const { clock } = useOpenDesk()
  const now = new Date(clock.now()).toISOString()
  const [newest] = useRecords(approval, { action: changeKeysAction, state: 'carriedOut' })
    .filter((one) => refuseKeyChange(one, agencyId, now) === null)
    .sort((one, other) => (other.carriedOutAt ?? '').localeCompare(one.carriedOutAt ?? ''))
  return newest?.id ?? null
}

/** Under way, and this server is not at it at the moment. */
function isHalted({ state, isBegun }: KeyChange): boolean {
  if (state === null || state.state === 'resting') return false
  return state.waitsForFiles || (state.percent === null && !isBegun)
}

export function FilesAway({ count }: { readonly count: number }) {
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
      <Text>
        {count === 0 ? text('access:keys.someFilesAway') : text('access:keys.filesAway', { count })}
      </Text>
      <Text mt="xs">{text('access:keys.filesAwayDo')}</Text>
    </Alert>
  )
}

/** For an administrator: what was agreed to is gone on with, once more. */
export function GoOn({ change }: { readonly change: KeyChange }) {
  const online = useOnline()
  const begun = useBegunAgreement()
  if (begun === null || !isHalted(change)) return null
  return (
    <Group>
      <Button
        variant="default"
        loading={change.doing.busy}
        disabled={!online}
        onClick={() => change.begin(begun)}
      >
        {text('access:keys.goOn')}
      </Button>
    </Group>
  )
}
