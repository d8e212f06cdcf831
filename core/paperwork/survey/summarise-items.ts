import { describeValues } from '../../../statistics/index.ts'
import type { Item } from '../../inquiry/scale.ts'
import type { ScaleSummary } from '../../inquiry/survey-summary.ts'
import { methodIn, noteCount, noteNumber, titleOf } from './note-figures.ts'
import { sourceOf, type Noting, type Surveyed } from './summarise-measures.ts'
import type { ItemLine } from './survey-paper.ts'

/** Each item: who answered it, who left it out, its answers as given, and its part in the scale. */
export function summariseItems(
  surveyed: Surveyed,
  itemIds: readonly string[],
  scale: ScaleSummary | null,
  noting: Noting,
): readonly ItemLine[] {
  const items = surveyed.instrument.items.filter(({ id }) => itemIds.includes(id))
  return items
    .filter(({ response }) => response.kind !== 'text')
    .map((item) => summariseItem(surveyed, item, scale, noting))
}

function summariseItem(
  surveyed: Surveyed,
  item: Item,
  scale: ScaleSummary | null,
  noting: Noting,
): ItemLine {
  const { ledger, wording } = noting
  const source = sourceOf(noting, surveyed, item.id)
  const given = surveyed.sheets.map(({ answers }) => {
    const answer = answers[item.id]
    return typeof answer === 'number' ? answer : null
  })
  const described = describeValues(given)
  const n = described.ok ? described.n : 0
  const alpha = scale?.alphaListwise
  const itemFigures = alpha?.ok ? alpha.value.items.find(({ name }) => name === item.id) : undefined
  const listwise = alpha?.ok ? alpha.n : null
  const from = ledger.mark()
  const figures = ledger.together(
    {
      what: wording.translate('paperwork:survey.itemRow', { item: item.id }),
      method: methodIn(source, 'item'),
    },
    () => ({
      n: noteCount(source, 'itemN', n),
      missing: noteCount(source, 'itemMissing', given.length - n),
      mean: noteNumber(
        source,
        {
          key: 'mean',
          value: described.ok ? described.value.mean : null,
          n,
          method: methodIn(source, 'itemMean'),
        },
        2,
      ),
      sd: noteNumber(
        source,
        {
          key: 'sd',
          value: described.ok ? described.value.sd : null,
          n,
          method: methodIn(source, 'sd'),
        },
        2,
      ),
      total: noteNumber(source, {
        key: 'itemTotal',
        value: itemFigures?.correctedItemTotal ?? null,
        n: listwise,
        method: methodIn(source, 'itemTotal'),
      }),
      dropped: noteNumber(source, {
        key: 'itemDropped',
        value: itemFigures?.alphaIfDropped ?? null,
        n: listwise,
        method: methodIn(source, 'itemDropped'),
      }),
    }),
  )
  const text = titleOf(item.text, '', wording)
  return {
    item: `${item.id}${text === '' || text === item.id ? '' : `  ${text}`}${item.reversed ? wording.translate('paperwork:survey.reversed') : ''}`,
    ...figures,
    ref: ledger.refSince(from),
  }
}
