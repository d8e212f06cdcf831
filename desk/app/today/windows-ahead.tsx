import type { TodayItems } from '../../../core/evaluation/today.ts'
import { person } from '../../../core/families/person.ts'
import { text } from '../../kit/text.ts'
import { useRecords } from '../../sync/records.ts'
import { useToday } from '../../sync/use-state-of-desk.ts'
import { TodayList } from './today-list.tsx'
import { sayWindows, useWindowsAhead } from './use-windows-ahead.ts'

/** When pairs of one's own families have agreed to be in touch: to lend a hand where one is wanted; nothing that waits. */
export function WindowsAhead({
  items: { silences, saidSilences },
}: {
  readonly items: Pick<TodayItems, 'silences' | 'saidSilences'>
}) {
  const today = useToday()
  const people = useRecords(person)
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  // CPL-8: of whoever has not reached each other it is said there, beside what presses more.
  const above = new Set([...silences, ...saidSilences].map(({ pairId }) => pairId))
  return (
    <TodayList
      title={text('contact:ahead.title')}
      hint={text('contact:ahead.hint')}
      lines={useWindowsAhead()
        .filter((one) => !above.has(one.pair.id))
        .map((one) => ({
          key: `${one.pair.id} ${one.on}`,
          to: `/contact/families/${one.pair.familyId}?pair=${one.pair.id}`,
          words: text('contact:home.pair', {
            child: nameOf(one.pair.childId),
            adult: nameOf(one.pair.adultId),
          }),
          detail: sayWindows(one, today),
          late: false,
        }))}
    />
  )
}
