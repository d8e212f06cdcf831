import { Alert, Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { listOpenWork, type OpenWork } from '../../../core/evaluation/list-open-work.ts'
import { meeting } from '../../../core/groupwork/meeting.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { formatDay, text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'

/** What has no end yet, before the family leaves Today and the lists: nothing when nothing is left. */
export function OpenWorkNote({ familyId }: { readonly familyId: string }) {
  const today = useToday()
  const groups = useRecords(supportGroup)
  const left = listOpenWork({
    today,
    cases: useRecords(caseFile, { familyId }),
    plans: useRecords(servicePlan, { familyId }),
    seats: useRecords(seat, { familyId }),
    meetings: useRecords(meeting, { state: 'planned' }),
    endedGroupIds: new Set(groups.filter(({ state }) => state === 'closed').map(({ id }) => id)),
  })
  if (left.length === 0) return null
  const titles = new Map(groups.map(({ id, title }) => [id, title]))
  return (
    <Alert color="gray" variant="light" mb="sm">
      <Text fw={600} c="gray.9">
        {text('families:archive.openTitle')}
      </Text>
      <ul className={styles.lines}>
        {left.map((one) => (
          <li key={`${one.of}:${one.id}`}>
            <Anchor component={Link} to={addressOf(one, familyId)}>
              {wordsOf(one, titles)}
            </Anchor>
          </li>
        ))}
      </ul>
      <Text c="gray.9">{text('families:archive.openHint')}</Text>
    </Alert>
  )
}

function addressOf(one: OpenWork, familyId: string): string {
  switch (one.of) {
    case 'case':
      return `/casework/${one.id}`
    case 'plan':
      return `/assessment/families/${familyId}/plan`
    case 'seat':
      return `/groupwork/groups/${one.groupId}/seats`
  }
}

function wordsOf(one: OpenWork, titles: ReadonlyMap<string, string>): string {
  switch (one.of) {
    case 'case':
      return text('families:archive.openCase', { state: text(`casework:state.${one.state}`) })
    case 'plan':
      return text('families:archive.openPlan')
    case 'seat': {
      const where = { name: one.name, group: titles.get(one.groupId) ?? '–' }
      return one.on === null
        ? text('families:archive.openSeat', where)
        : text('families:archive.openSeatNext', { ...where, day: formatDay(one.on) })
    }
  }
}
