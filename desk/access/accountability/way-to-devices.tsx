import { Anchor, Group } from '@mantine/core'
import { Link } from 'react-router'
import type { Incident } from '../../../core/access/accountability/incident.ts'
import { text } from '../../kit/index.ts'
import { useMayEver } from '../../sync/index.ts'

/** Where a device is ended: one's own lie under one's account, a colleague's with the administrator. */
export function WayToDevices({ sort }: Pick<Incident, 'sort'>) {
  const managesStaff = useMayEver('staff', 'changeRoles')
  if (sort !== 'lostDevice' && sort !== 'accountUsed') return null
  return (
    <Group gap="md" mt="xs">
      <Anchor component={Link} to="/account">
        {text('accountability:incident.ownDevices')}
      </Anchor>
      {managesStaff && (
        <Anchor component={Link} to="/staff">
          {text('accountability:incident.staffDevices')}
        </Anchor>
      )}
    </Group>
  )
}
