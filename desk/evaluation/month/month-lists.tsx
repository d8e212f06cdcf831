import type { StationMonth } from '../../../core/evaluation/station-month/station-month.ts'
import { DataTable, formatDay, formatNumber, Section, text } from '../../kit/index.ts'

/** What the numbers are sums over: the groups of the month and each of their meetings. */
export function MonthLists({ figures }: { readonly figures: StationMonth }) {
  const { groups, meetings } = figures
  const titles = new Map(groups.each.map(({ groupId, title }) => [groupId, title]))
  return (
    <>
      <Section title={text('evaluation:month.groupList')}>
        <DataTable
          caption={text('evaluation:month.groupList')}
          rows={groups.each}
          keyOf={({ groupId }) => groupId}
          columns={[
            { name: 'title', label: text('evaluation:home.group'), show: ({ title }) => title },
            { name: 'code', label: text('evaluation:month.code'), show: ({ code }) => code },
            {
              name: 'held',
              label: text('evaluation:month.meetings'),
              numeric: true,
              show: ({ meetingsHeld }) => meetingsHeld,
            },
            {
              name: 'hours',
              label: text('evaluation:month.hours'),
              numeric: true,
              show: ({ minutes }) => formatNumber(minutes / 60, 1),
            },
            {
              name: 'persons',
              label: text('evaluation:month.persons'),
              numeric: true,
              show: ({ persons }) => persons,
            },
            {
              name: 'live',
              label: text('evaluation:month.live'),
              numeric: true,
              show: ({ live, expected }) => text('evaluation:month.ofExpected', { live, expected }),
            },
          ]}
        />
      </Section>
      <Section title={text('evaluation:month.meetingList')}>
        <DataTable
          caption={text('evaluation:month.meetingList')}
          rows={meetings}
          keyOf={({ groupId, no }) => `${groupId}${no}`}
          columns={[
            {
              name: 'day',
              label: text('evaluation:month.day'),
              show: ({ heldOn }) => formatDay(heldOn),
            },
            {
              name: 'group',
              label: text('evaluation:home.group'),
              show: ({ groupId }) => titles.get(groupId) ?? '–',
            },
            {
              name: 'meeting',
              label: text('evaluation:month.meeting'),
              show: ({ no, theme }) => text('evaluation:month.meetingName', { no, theme }),
            },
            {
              name: 'minutes',
              label: text('evaluation:month.minutes'),
              numeric: true,
              show: ({ minutes }) => minutes,
            },
            {
              name: 'live',
              label: text('evaluation:month.live'),
              numeric: true,
              show: ({ live, expected }) => text('evaluation:month.ofExpected', { live, expected }),
            },
            {
              name: 'unmarked',
              label: text('evaluation:month.unmarked'),
              numeric: true,
              show: ({ unmarked }) => unmarked,
            },
          ]}
        />
      </Section>
    </>
  )
}
