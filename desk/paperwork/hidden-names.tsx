import { List, Text } from '@mantine/core'
import { useMemo } from 'react'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { groupGoal } from '../../core/groupwork/planning/group-goal.ts'
import { groupPlan, groupPlanId } from '../../core/groupwork/planning/group-plan.ts'
import { listAims } from '../../core/groupwork/planning/list-aims.ts'
import { seat } from '../../core/groupwork/seat.ts'
import type { SupportGroup } from '../../core/groupwork/support-group.ts'
import type { WrittenTexts } from '../../core/paperwork/evaluation-summary.ts'
import { listHiddenInSummary } from '../../core/paperwork/hide-in-summary.ts'
import { Section, text } from '../kit/index.ts'
import { useRecord, useRecords } from '../sync/index.ts'

interface HiddenNamesProps {
  readonly groupId: string
  readonly group: Pick<SupportGroup, 'aims'>
  readonly texts: WrittenTexts
}

/** Which words of the texts leave as a code, so that whoever makes the paper sees what was not recognised as a name. */
export function HiddenNames({ groupId, group, texts }: HiddenNamesProps) {
  const families = useRecords(family)
  const everybody = useRecords(person)
  const seats = useRecords(seat, { groupId })
  const meetings = useRecords(meeting, { groupId })
  const meetingRecords = useRecords(meetingRecord, { groupId })
  const plan = useRecord(groupPlan, groupPlanId(groupId))
  const goals = useRecords(groupGoal, { groupId })
  const hidden = useMemo(() => {
    const seated = new Set(seats.map(({ familyId }) => familyId))
    const people = everybody.filter(({ familyId }) => seated.has(familyId))
    const records = { families, people, seats, meetings }
    const aims = listAims(group, plan, goals)
    return listHiddenInSummary({ group: { aims }, meetingRecords, records, texts })
  }, [families, everybody, seats, meetings, meetingRecords, plan, goals, group, texts])
  return (
    <Section title={text('paperwork:hidden.title')} hint={text('paperwork:hidden.hint')}>
      {hidden.length === 0 ? (
        <Text size="sm">{text('paperwork:hidden.none')}</Text>
      ) : (
        <List size="sm">
          {hidden.map((one) => (
            <List.Item key={one.hidden}>{text('paperwork:hidden.one', { ...one })}</List.Item>
          ))}
        </List>
      )}
    </Section>
  )
}
