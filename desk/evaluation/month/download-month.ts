import { type CsvCell, writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import type { StationMonth } from '../../../core/evaluation/station-month/station-month.ts'
import { saveCsv, text } from '../../kit/index.ts'
import { listMonthRows } from './month-rows.ts'

/** The month as a table file: the figures first, then the meetings they are sums over. */
export function downloadMonth(figures: StationMonth, agency: string): void {
  const rows: readonly (readonly CsvCell[])[] = [
    [text('evaluation:month.title'), agency, figures.month],
    ...listMonthRows(figures).map(({ part, label, value }) => [
      text(`evaluation:month.part.${part}`),
      label,
      value,
    ]),
    [],
    ['day', 'group', 'no', 'minutes', 'expected', 'live', 'unmarked'],
    ...figures.meetings.map(({ heldOn, groupId, no, minutes, expected, live, unmarked }) => [
      heldOn,
      figures.groups.each.find((group) => group.groupId === groupId)?.code ?? '',
      no,
      minutes,
      expected,
      live,
      unmarked,
    ]),
  ]
  saveCsv(`station-month-${figures.month}.csv`, writeGuardedCsv(rows))
}
