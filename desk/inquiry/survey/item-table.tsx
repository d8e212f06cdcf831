import type { ShownItemCounts } from '../../../core/evaluation/survey/hide-item-counts.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import {
  currentLanguage,
  formatNumber,
  formatPercent,
  Section,
  text,
  Scrolling,
} from '../../kit/index.ts'
import styles from '../inquiry.module.css'
import { itemText } from '../words.ts'
import type { ShownSummary } from './summary-messages.ts'

/** Per item: who answered, who did not, and how often each option was chosen. */
export function ItemTable({
  instrument,
  summary,
  counts,
}: {
  readonly instrument: Instrument
  readonly summary: ShownSummary
  readonly counts: readonly ShownItemCounts[]
}) {
  const values = [...new Set(counts.flatMap((item) => item.counts.map(({ value }) => value)))].sort(
    (left, right) => left - right,
  )
  const skips = summary.items.some(({ notAsked }) => notAsked > 0)
  const title = text('inquiry:survey.items')
  return (
    <Section title={title} hint={text('inquiry:survey.itemsHint')}>
      <Scrolling label={title}>
        <table className={styles.numbers}>
          <thead>
            <tr>
              <th scope="col">{text('inquiry:survey.item')}</th>
              <th scope="col">{text('inquiry:survey.n')}</th>
              <th scope="col">{text('inquiry:survey.missing')}</th>
              {skips && <th scope="col">{text('inquiry:survey.notAsked')}</th>}
              {values.map((value) => (
                <th scope="col" key={value}>
                  {value}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.items.map(({ itemId, answered, missing, notAsked }) => {
              const item = instrument.items.find(({ id }) => id === itemId)
              const own = counts.find((one) => one.itemId === itemId)
              return (
                <tr key={itemId} data-item={itemId}>
                  <th scope="row">
                    {item === undefined ? itemId : itemText(item, currentLanguage())}
                  </th>
                  <td>{formatNumber(answered)}</td>
                  <td>{formatNumber(missing)}</td>
                  {skips && <td>{formatNumber(notAsked)}</td>}
                  {values.map((value) => {
                    const cell = own?.counts.find((one) => one.value === value)
                    return <td key={value}>{writeCell(cell)}</td>
                  })}
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolling>
    </Section>
  )
}

function writeCell(cell: ShownItemCounts['counts'][number] | undefined): string {
  if (cell === undefined) return '–'
  const { count, share } = cell
  return count === null || share === null
    ? text('evaluation:school.hidden')
    : `${formatNumber(count)} · ${formatPercent(share)}`
}
