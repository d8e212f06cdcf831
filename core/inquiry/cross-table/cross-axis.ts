// What one side of a cross-table is made of, sheet by sheet.
import { keepAskedAnswers, findNotAsked, hasConditions } from '../asked-items.ts'
import { listChosen } from '../chosen.ts'
import { labelOf, mostGroups, type SplitBy } from '../compare-subgroups.ts'
import type { Answers } from '../check-answers.ts'
import type { Item, Scale } from '../scale.ts'
import type { SurveySheet } from '../survey-sheet.ts'

/** A closed question, a background of the sheets, or the wave in which a sheet was answered. */
export type CrossAxis =
  | SplitBy
  | { readonly by: 'item'; readonly itemId: string }
  | { readonly by: 'wave' }

type CrossedScale = Pick<Scale, 'items' | 'sections' | 'responseSets'>
export type CrossedSheet = Pick<SurveySheet, 'answers' | 'groupLabel' | 'extra' | 'waveId'>

/** The categories that a sheet stands in: one, or several where several may be chosen; or why it stands in none. */
export type AxisCell = readonly string[] | 'missing' | 'notAsked'

export interface AxisValues {
  readonly axis: CrossAxis
  /** Every option of a question, also one that nobody chose; of a background those that occur, in order. */
  readonly categories: readonly string[]
  /** One person may stand in several categories: such a side bears no test. */
  readonly several: boolean
  readonly cells: readonly AxisCell[]
}

/** A table with more lines than this says nothing on a page. */
const mostOptions = 20

/** Stable text of an axis, for a choice on a screen and for what is kept. */
export function nameAxis(axis: CrossAxis): string {
  switch (axis.by) {
    case 'item':
      return `item ${axis.itemId}`
    case 'extra':
      return `extra ${axis.name}`
    case 'group':
    case 'wave':
      return axis.by
  }
}

export function readAxisName(name: string): CrossAxis | null {
  if (name === 'group' || name === 'wave') return { by: name }
  const [by = '', ...rest] = name.split(' ')
  const what = rest.join(' ')
  if (what === '') return null
  if (by === 'item') return { by, itemId: what }
  return by === 'extra' ? { by, name: what } : null
}

/** The options of a closed question by their values; null for a question that is answered in words or any number. */
export function listCategories(scale: CrossedScale, item: Item): readonly string[] | null {
  const { response } = item
  if (response.kind === 'number')
    return response.whole && response.max - response.min < mostGroups
      ? countUp(response.min, response.max)
      : null
  if (response.kind !== 'choice' && response.kind !== 'multi') return null
  const set = scale.responseSets.find(({ id }) => id === response.set)
  if (set === undefined) return null
  const values =
    set.options.length > 0
      ? set.options.map(({ value }) => value).sort((left, right) => left - right)
      : null
  if (values !== null) return values.length > mostOptions ? null : values.map(String)
  return set.max - set.min >= mostOptions ? null : countUp(set.min, set.max)
}

function countUp(min: number, max: number): readonly string[] {
  return Array.from({ length: max - min + 1 }, (_, index) => String(min + index))
}

/** What a table of these sheets can be made of: backgrounds first, then the closed questions in their order. */
export function listAxes(
  scale: CrossedScale,
  sheets: readonly CrossedSheet[],
): readonly CrossAxis[] {
  return [...listBackgrounds(sheets), ...listClosedItems(scale)]
}

function listBackgrounds(sheets: readonly CrossedSheet[]): readonly CrossAxis[] {
  const names = new Set(sheets.flatMap(({ extra }) => Object.keys(extra)))
  const splits: SplitBy[] = [
    { by: 'group' },
    ...[...names].map((name): SplitBy => ({ by: 'extra', name })),
  ]
  const waves = new Set(sheets.map(({ waveId }) => waveId))
  return [
    ...splits.filter((split) => {
      const labels = new Set(sheets.flatMap((sheet) => labelOf(sheet, split) ?? []))
      return labels.size >= 2 && labels.size <= mostGroups
    }),
    ...(waves.size > 1 ? [{ by: 'wave' } as const] : []),
  ]
}

function listClosedItems(scale: CrossedScale): readonly CrossAxis[] {
  return scale.items
    .filter((item) => listCategories(scale, item) !== null)
    .map(({ id }) => ({ by: 'item', itemId: id }))
}

/** A survey's sheets with the answers that count, read once for all its tables. */
export interface CrossedSurvey {
  readonly scale: CrossedScale
  readonly sheets: readonly CrossedSheet[]
  readonly kept: readonly Answers[]
  /** Questions that were not asked, sheet by sheet; null without skip logic. */
  readonly notAsked: readonly ReadonlySet<string>[] | null
}

/** An answer to a question that was not asked counts as none (INQ-18). */
export function openCrossedSurvey(
  scale: CrossedScale,
  sheets: readonly CrossedSheet[],
): CrossedSurvey {
  if (!hasConditions(scale))
    return { scale, sheets, kept: sheets.map(({ answers }) => answers), notAsked: null }
  return {
    scale,
    sheets,
    kept: sheets.map(({ answers }) => keepAskedAnswers(scale, answers)),
    notAsked: sheets.map(({ answers }) => findNotAsked(scale, answers)),
  }
}

/** Reads one side for every sheet; null where the questionnaire has no such closed question. */
export function readAxis(survey: CrossedSurvey, axis: CrossAxis): AxisValues | null {
  if (axis.by === 'item') return readItem(survey, axis)
  const { sheets } = survey
  const cells = sheets.map((sheet): AxisCell => {
    const label = axis.by === 'wave' ? sheet.waveId : labelOf(sheet, axis)
    return label === null ? 'missing' : [label]
  })
  const found = new Set(cells.flatMap((cell) => (typeof cell === 'string' ? [] : cell)))
  const categories =
    axis.by === 'wave'
      ? [...found]
      : [...found].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
  return { axis, categories, several: false, cells }
}

function readItem(
  { scale, kept, notAsked }: CrossedSurvey,
  axis: Extract<CrossAxis, { by: 'item' }>,
): AxisValues | null {
  const item = scale.items.find(({ id }) => id === axis.itemId)
  const categories = item === undefined ? null : listCategories(scale, item)
  if (item === undefined || categories === null) return null
  const several = item.response.kind === 'multi'
  const cells = kept.map((answers, at): AxisCell => {
    if (notAsked?.[at]?.has(item.id) === true) return 'notAsked'
    const answer = answers[item.id] ?? null
    const chosen = several ? listChosen(answer) : answer === null ? [] : [String(answer)]
    return chosen.length === 0 ? 'missing' : chosen
  })
  return { axis, categories, several, cells }
}
