import { describeLoss } from '../../../statistics/index.ts'
import { scoreAt } from '../collect-lines.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import { placesFor, writeSigned, type Wording } from '../write-numbers.ts'

/** EVA-4: was leaving related to the start? With fewer than two on a side, or no interval, the words say so. */
export function describeLossOfGroup(scale: ScaleChange, { translate }: Wording): string {
  const found = describeLoss(
    scale.lines.map(({ before }) => scoreAt(before)),
    scale.lines.map(({ after }) => scoreAt(after)),
  )
  if (!found.ok || found.value.lostRows.length === 0) return ''
  const { difference, lostRows } = found.value
  const count = lostRows.length
  if (difference === null || difference.interval === null)
    return translate('evaluation:loss.tooFew', { count })
  const places = placesFor(scale.range)
  const { low, high } = difference.interval
  return translate('evaluation:loss.difference', {
    count,
    difference: writeSigned(difference.value, places),
    low: writeSigned(low, places),
    high: writeSigned(high, places),
    reading: translate(`evaluation:loss.${low <= 0 && high >= 0 ? 'notTold' : 'apart'}`),
  })
}
