import { describeLoss, type Column } from '../../../statistics/index.ts'
import { scoreAt } from '../collect-lines.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import { isToldAsFew } from '../survey/hide-small-cells.ts'
import { placesFor, writeNumber, type Wording } from '../write-numbers.ts'

interface Started {
  readonly before: Column
  readonly after: Column
  readonly range: { readonly min: number; readonly max: number }
}

/** EVA-4: was leaving related to the start? With fewer than two on a side, or no interval, the words say so. */
export function describeLossOfGroup(scale: ScaleChange, wording: Wording): string {
  const { lines, range } = scale
  return describeLossOf(
    {
      before: lines.map(({ before }) => scoreAt(before)),
      after: lines.map(({ after }) => scoreAt(after)),
      range,
    },
    wording,
  )
}

/** The same for any scores before and after; outside the team fewer than five lost are neither counted nor described (EVA-26). */
export function describeLossOf(
  { before, after, range }: Started,
  { translate }: Wording,
  outside = false,
): string {
  const found = describeLoss(before, after)
  if (!found.ok || found.value.lostRows.length === 0) return ''
  const { difference, lostRows } = found.value
  const count = lostRows.length
  if (isToldAsFew(count, outside)) return translate('evaluation:loss.few')
  if (difference === null || difference.interval === null)
    return translate('evaluation:loss.tooFew', { count })
  const places = placesFor(range)
  const { low, high } = difference.interval
  return translate(`evaluation:loss.${difference.value < 0 ? 'below' : 'difference'}`, {
    count,
    difference: writeNumber(Math.abs(difference.value), places),
    low: writeNumber(difference.value < 0 ? -high : low, places),
    high: writeNumber(difference.value < 0 ? -low : high, places),
    reading: translate(`evaluation:loss.${low <= 0 && high >= 0 ? 'notTold' : 'apart'}`),
  })
}
