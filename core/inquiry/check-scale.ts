import { refusal, type Refusal } from '../kit/outcome.ts'
import {
  findLateCondition,
  findLostSection,
  findWrongResponse,
  findWrongTest,
} from './check-logic.ts'
import { isNumeric } from './item.ts'
import { limitsOf } from './read-limits.ts'
import type { Item, Scale, Subscale } from './scale.ts'

type Check = (scale: Scale) => string | null

/**
 * INQ-2: a scale is published only when it can be answered and scored as written. The refusal names the first thing
 * wrong (`problem`) and where (`part`).
 */
export function refuseBrokenScale(scale: Scale): Refusal | null {
  for (const [problem, check] of checks) {
    const part = check(scale)
    if (part !== null) return refusal('InstrumentIncomplete', { problem, part })
  }
  return null
}

const checks: readonly (readonly [string, Check])[] = [
  ['noTitle', ({ title }) => (title['zh-CN'] + title.en === '' ? 'title' : null)],
  ['noItems', ({ items }) => (items.length === 0 ? 'items' : null)],
  ['itemTwice', (scale) => repeated(partIdsOf(scale))],
  ['numberTwice', ({ items }) => repeated(items.map((item) => String(item.number)))],
  ['setTwice', ({ responseSets }) => repeated(responseSets.map((set) => set.id))],
  ['scaleTwice', (scale) => repeated(scalesOf(scale).map((part) => part.id))],
  ['setLimits', findWrongSet],
  ['unknownSet', findUnknownSet],
  ['itemLimits', findWrongLimits],
  ['wrongResponse', findWrongResponse],
  ['lostSection', findLostSection],
  ['lateCondition', findLateCondition],
  ['wrongTest', findWrongTest],
  ['reversedText', ({ items }) => first(items, (item) => item.reversed && !isNumeric(item))],
  ['scaleItems', findWrongScaleItem],
  ['missingRule', findWrongMissingRule],
  ['bandOrder', findWrongBand],
]

/** Subscales and total alike: each becomes one score. */
export function scalesOf(scale: Pick<Scale, 'subscales' | 'total'>): readonly Subscale[] {
  return scale.total === null ? scale.subscales : [...scale.subscales, scale.total]
}

/** Questions, sections and words between them share one set of ids. */
function partIdsOf({ items, sections, closing }: Scale): readonly string[] {
  return [
    ...items.flatMap(({ id, notes }) => [id, ...notes.map((note) => note.id)]),
    ...sections.map(({ id }) => id),
    ...closing.map(({ id }) => id),
  ]
}

function repeated(names: readonly string[]): string | null {
  return names.find((name, index) => names.indexOf(name) !== index) ?? null
}

function first(items: readonly Item[], isWrong: (item: Item) => boolean): string | null {
  return items.find(isWrong)?.id ?? null
}

function findWrongSet({ responseSets }: Scale): string | null {
  const wrong = responseSets.find((set) => {
    const values = set.options.map((option) => option.value)
    if (set.min >= set.max || new Set(values).size !== values.length) return true
    return values.length > 0 && (Math.min(...values) !== set.min || Math.max(...values) !== set.max)
  })
  return wrong?.id ?? null
}

function findUnknownSet({ items, responseSets }: Scale): string | null {
  const known = new Set(responseSets.map((set) => set.id))
  return first(
    items,
    ({ response }) =>
      (response.kind === 'choice' || response.kind === 'multi') && !known.has(response.set),
  )
}

function findWrongLimits({ items }: Scale): string | null {
  return first(items, ({ response }) => response.kind === 'number' && response.min >= response.max)
}

function findWrongScaleItem(scale: Scale): string | null {
  for (const part of scalesOf(scale)) {
    const twice = repeated(part.items)
    if (twice !== null) return `${part.id}: ${twice}`
    const unknown = part.items.find((id) => limitsOf(scale, id) === null)
    if (unknown !== undefined) return `${part.id}: ${unknown}`
    const stray = part.reversedItems?.find((id) => !part.items.includes(id))
    if (stray !== undefined) return `${part.id}: ${stray}`
  }
  return null
}

function findWrongMissingRule(scale: Scale): string | null {
  const wrong = scalesOf(scale).find(
    ({ missing, items }) => missing.kind === 'count' && missing.atLeast > items.length,
  )
  return wrong?.id ?? null
}

function findWrongBand(scale: Scale): string | null {
  for (const part of scalesOf(scale)) {
    for (const norm of part.norms) {
      const wrong = norm.bands.find(({ from, to }) => from !== null && to !== null && from > to)
      if (wrong !== undefined) return `${part.id}: ${norm.id} ${wrong.id}`
    }
  }
  return null
}
