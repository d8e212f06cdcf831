import { describeValues } from '../../../statistics/index.ts'
import { keepAskedAnswers } from '../../inquiry/asked-items.ts'
import type { Answers } from '../../inquiry/check-answers.ts'
import { isNumeric } from '../../inquiry/item.ts'
import type { Item } from '../../inquiry/scale.ts'
import { fillUnnamed } from '../../inquiry/words.ts'
import type { ScaleSummary } from '../../inquiry/survey-summary.ts'
import { methodIn, noteCount, noteNumber, titleOf, type Source } from './note-figures.ts'
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
  const { instrument, sheets } = surveyed
  // Whoever was not asked has not left it out, and an answer given all the same does not count (INQ-18).
  const kept = sheets.map(({ answers }) => keepAskedAnswers(instrument, answers))
  return items.filter(isNumeric).map((item) => summariseItem(surveyed, item, kept, scale, noting))
}

function summariseItem(
  surveyed: Surveyed,
  item: Item,
  kept: readonly Answers[],
  scale: ScaleSummary | null,
  noting: Noting,
): ItemLine {
  const { ledger, wording } = noting
  const source = sourceOf(noting, surveyed, item.id)
  const from = ledger.mark()
  const heading = {
    what: wording.translate('paperwork:survey.itemRow', { item: item.id }),
    method: methodIn(source, 'item'),
  }
  const figures = ledger.together(heading, () => ({
    ...noteAnswers(surveyed, item, kept, source),
    ...notePart(item, scale, source),
  }))
  const text = fillUnnamed(titleOf(item.text, '', wording), wording.language)
  const said = text === '' || text === item.id ? '' : `  ${text}`
  return {
    item: `${item.id}${said}${item.reversed ? wording.translate('paperwork:survey.reversed') : ''}`,
    ...figures,
    ref: ledger.refSince(from),
  }
}

/** The answers as given, before any item is turned. */
function noteAnswers(
  { summary }: Surveyed,
  item: Item,
  kept: readonly Answers[],
  source: Source,
): Pick<ItemLine, 'n' | 'missing' | 'mean' | 'sd'> {
  const given = kept.map((answers) => {
    const answer = answers[item.id]
    return typeof answer === 'number' ? answer : null
  })
  const missing = summary.items.find(({ itemId }) => itemId === item.id)?.missing ?? 0
  const described = describeValues(given)
  const n = described.ok ? described.n : 0
  const spread = described.ok ? described.value : null
  const figure = (key: string, value: number | null, method: string): string =>
    noteNumber(source, { key, value, n, method: methodIn(source, method) }, 2)
  return {
    n: noteCount(source, 'itemN', n),
    missing: noteCount(source, 'itemMissing', missing),
    mean: figure('mean', spread?.mean ?? null, 'itemMean'),
    sd: figure('sd', spread?.sd ?? null, 'sd'),
  }
}

/** What the item does for its scale, over the people who answered every item. */
function notePart(
  item: Item,
  scale: ScaleSummary | null,
  source: Source,
): Pick<ItemLine, 'total' | 'dropped'> {
  const alpha = scale?.alphaListwise
  const own = alpha?.ok ? alpha.value.items.find(({ name }) => name === item.id) : undefined
  const n = alpha?.ok ? alpha.n : null
  const figure = (key: string, value: number | null): string =>
    noteNumber(source, { key, value, n, method: methodIn(source, key) })
  return {
    total: figure('itemTotal', own?.correctedItemTotal ?? null),
    dropped: figure('itemDropped', own?.alphaIfDropped ?? null),
  }
}
