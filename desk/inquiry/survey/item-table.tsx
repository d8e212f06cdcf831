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
import { nameAxisFor } from '../../../core/evaluation/survey/name-axis.ts'
import styles from '../inquiry.module.css'
import { inquiryWording, itemText } from '../words.ts'
import type { ShownSummary } from './summary-messages.ts'
import own from './survey.module.css'

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
  const nameOf = (itemId: string, value: number): string =>
    nameAxisFor({ by: 'item', itemId }, instrument, new Map(), inquiryWording()).category(
      String(value),
    )
  const heads = headsOf(counts, values, nameOf)
  const skips = summary.items.some(({ notAsked }) => notAsked > 0)
  const title = text('inquiry:survey.items')
  return (
    <Section title={title} hint={text('inquiry:survey.itemsHint')}>
      <Scrolling label={title}>
        <table className={`${styles.numbers} ${own.rows}`}>
          <thead>
            <tr>
              <th scope="col">{text('inquiry:survey.item')}</th>
              <th scope="col">{text('inquiry:survey.n')}</th>
              <th scope="col">{text('inquiry:survey.missing')}</th>
              {skips && <th scope="col">{text('inquiry:survey.notAsked')}</th>}
              {values.map((value, at) => (
                <th scope="col" key={value}>
                  {heads?.[at] ?? value}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {summary.items.map(({ itemId, answered, missing, notAsked }) => {
              const item = instrument.items.find(({ id }) => id === itemId)
              const counted = counts.find((one) => one.itemId === itemId)
              return (
                <tr key={itemId} data-item={itemId}>
                  <th scope="row">
                    {item === undefined ? itemId : itemText(item, currentLanguage())}
                  </th>
                  <td data-head={text('inquiry:survey.n')}>{formatNumber(answered)}</td>
                  <td data-head={text('inquiry:survey.missing')}>{formatNumber(missing)}</td>
                  {skips && (
                    <td data-head={text('inquiry:survey.notAsked')}>{formatNumber(notAsked)}</td>
                  )}
                  {values.map((value, at) => {
                    const cell = counted?.counts.find((one) => one.value === value)
                    return (
                      <td key={value} data-head={heads?.[at] ?? value}>
                        <span>
                          {heads === null && cell !== undefined && (
                            <span className={own.word}>{nameOf(itemId, value)}</span>
                          )}
                          {writeCell(cell)}
                        </span>
                      </td>
                    )
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

/** The options' words where every question has the same; null where each has its own. */
function headsOf(
  counts: readonly ShownItemCounts[],
  values: readonly number[],
  nameOf: (itemId: string, value: number) => string,
): readonly string[] | null {
  const heads = values.map((value) => {
    const words = new Set(
      counts
        .filter((item) => item.counts.some((one) => one.value === value))
        .map(({ itemId }) => nameOf(itemId, value)),
    )
    const [word] = words
    return words.size === 1 ? (word ?? null) : null
  })
  return heads.every((head) => head !== null) ? heads : null
}

function writeCell(cell: ShownItemCounts['counts'][number] | undefined): string {
  if (cell === undefined) return '–'
  const { count, share } = cell
  return count === null || share === null
    ? text('evaluation:school.hidden')
    : `${formatNumber(count)} · ${formatPercent(share)}`
}
