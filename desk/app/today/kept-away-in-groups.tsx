import { staff } from '../../../core/access/staff.ts'
import type { KeptOutTries } from '../../../core/access/kept-out-tries.ts'
import type { TodayItems } from '../../../core/evaluation/today.ts'
import { family } from '../../../core/families/family.ts'
import { text } from '../../kit/text.ts'
import { formatDay } from '../../kit/format.ts'
import { useRecords } from '../../sync/records.ts'
import { TodayList } from './today-list.tsx'

type Items = Pick<TodayItems, 'seatsToEnd' | 'excludedInTeams'>

/** What cannot wait for the next meeting: who must not sit there, and who must not lead it. */
export function KeptAwayInGroups({
  items,
  tries,
}: {
  readonly items: Items
  readonly tries: KeptOutTries['tries']
}) {
  const names = new Map(useRecords(staff).map(({ id, name }) => [id, name]))
  const codes = new Map(useRecords(family).map(({ id, code }) => [id, code]))
  return (
    <>
      <TodayList
        title={text('restricted:seat.today')}
        hint={text('restricted:seat.todayHint')}
        lines={items.seatsToEnd.map(({ seatId, groupId, title, name }) => ({
          ...{ key: seatId, to: `/groupwork/groups/${groupId}`, late: true },
          ...{ words: name, detail: title },
        }))}
      />
      <TodayList
        title={text('restricted:team.today')}
        hint={text('restricted:team.todayHint')}
        lines={items.excludedInTeams.map(({ groupId, familyId, staffId, title }) => ({
          ...{ key: `${groupId}:${familyId}:${staffId}`, to: `/groupwork/groups/${groupId}` },
          words: text('restricted:team.line', {
            ...{ name: names.get(staffId) ?? '', code: codes.get(familyId) ?? '' },
          }),
          ...{ detail: title, late: true },
        }))}
      />
      <TodayList
        title={text('restricted:tries.today')}
        hint={text('restricted:tries.hint')}
        lines={tries.map(({ staffId, familyId, count, lastAt }) => ({
          ...{ key: `${familyId}:${staffId}`, to: `/families/${familyId}`, late: false },
          words: text('restricted:team.line', {
            ...{ name: names.get(staffId) ?? '', code: codes.get(familyId) ?? '' },
          }),
          detail: text('restricted:tries.count', { count, day: formatDay(lastAt.slice(0, 10)) }),
        }))}
      />
    </>
  )
}
