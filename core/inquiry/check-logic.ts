// Skip logic and rules of an instrument, checked before it is published.
import { itemsOfCondition } from './holds-condition.ts'
import type { Condition, Test } from './condition.ts'
import type { Item, Scale } from './scale.ts'

type Logic = Pick<Scale, 'items' | 'sections' | 'responseSets' | 'closing'>

/** A condition speaks of questions that come before it: nobody is asked something because of an answer still to come. */
export function findLateCondition(scale: Logic): string | null {
  const before = new Set<string>()
  const entered = new Set<string>()
  for (const item of scale.items) {
    const sections = sectionsAround(scale, item.section).filter(({ id }) => !entered.has(id))
    for (const { id, showIf } of sections) {
      entered.add(id)
      if (speaksOfOthers(showIf, before)) return id
    }
    for (const note of item.notes) if (speaksOfOthers(note.showIf, before)) return note.id
    if (speaksOfOthers(item.showIf, before)) return item.id
    before.add(item.id)
    if (speaksOfOthers(item.constraint?.holds ?? null, before)) return item.id
  }
  return scale.closing.find(({ showIf }) => speaksOfOthers(showIf, before))?.id ?? null
}

function speaksOfOthers(condition: Condition | null, known: ReadonlySet<string>): boolean {
  return condition !== null && itemsOfCondition(condition).some((id) => !known.has(id))
}

function sectionsAround({ sections }: Pick<Logic, 'sections'>, sectionId: string | null) {
  const found: Scale['sections'] = []
  let at = sectionId
  while (at !== null && found.length <= sections.length) {
    const its = sections.find(({ id }) => id === at)
    if (its === undefined) break
    found.push(its)
    at = its.within
  }
  return found
}

/** A test that no answer to its question could ever meet or fail: the wrong option, an order where there is none. */
export function findWrongTest(scale: Logic): string | null {
  const owned: readonly (readonly [string, Condition | null])[] = [
    ...scale.sections.map(({ id, showIf }) => [id, showIf] as const),
    ...scale.items.flatMap(({ id, showIf, constraint, notes }) => [
      ...notes.map((note) => [note.id, note.showIf] as const),
      [id, showIf] as const,
      [id, constraint?.holds ?? null] as const,
    ]),
    ...scale.closing.map(({ id, showIf }) => [id, showIf] as const),
  ]
  const wrong = owned.find(([, condition]) =>
    condition?.flat().some((test) => !fitsItem(scale, test)),
  )
  return wrong?.[0] ?? null
}

function fitsItem(scale: Logic, test: Test): boolean {
  if (test.is === 'answered' || test.is === 'empty') return test.value === null
  const item = scale.items.find(({ id }) => id === test.item)
  return item === undefined || fitsResponse(scale, item, test)
}

function fitsResponse({ responseSets }: Logic, { response }: Item, { is, value }: Test): boolean {
  const isOrder = is === 'less' || is === 'atMost' || is === 'atLeast' || is === 'more'
  const isPart = is === 'includes' || is === 'excludes'
  switch (response.kind) {
    case 'number':
      return typeof value === 'number' && !isPart
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !isPart
    case 'text':
      return typeof value === 'string' && !isOrder && !isPart
    case 'choice':
    case 'multi': {
      const set = responseSets.find(({ id }) => id === response.set)
      if (isOrder) return response.kind === 'choice' && typeof value === 'number'
      if (response.kind === 'multi' && !isPart) return false
      const known =
        set === undefined ||
        (set.options.length === 0
          ? Number(value) >= set.min && Number(value) <= set.max
          : set.options.some((option) => option.value === value))
      return typeof value === 'number' && known
    }
  }
}

/** Sections that are named but not there, or that lie in themselves. */
export function findLostSection({ items, sections }: Logic): string | null {
  const known = new Map(sections.map((section) => [section.id, section.within]))
  const lost =
    items.find(({ section }) => section !== null && !known.has(section)) ??
    sections.find(({ within }) => within !== null && !known.has(within))
  if (lost !== undefined) return lost.id
  return (
    sections.find(({ id }) => liesInItself(id, known))?.id ?? findTornSection({ items, sections })
  )
}

/** A section is one piece: what has ended does not begin again further down. */
function findTornSection(scale: Pick<Logic, 'items' | 'sections'>): string | null {
  const ended = new Set<string>()
  let open: readonly string[] = []
  for (const { section } of scale.items) {
    const around = sectionsAround(scale, section).map(({ id }) => id)
    for (const id of open) if (!around.includes(id)) ended.add(id)
    const torn = around.find((id) => ended.has(id))
    if (torn !== undefined) return torn
    open = around
  }
  return null
}

function liesInItself(id: string, known: ReadonlyMap<string, string | null>): boolean {
  let at = known.get(id) ?? null
  for (let step = 0; at !== null && step <= known.size; step += 1) {
    if (at === id) return true
    at = known.get(at) ?? null
  }
  return at !== null
}

/** Several options without options, or limits of a day that no day meets. */
export function findWrongResponse({ items, responseSets }: Logic): string | null {
  const wrong = items.find(({ response }) => {
    if (response.kind === 'date')
      return response.from !== null && response.to !== null && response.from > response.to
    const set =
      response.kind === 'multi' ? responseSets.find(({ id }) => id === response.set) : undefined
    return response.kind === 'multi' && (set?.options.length ?? 0) === 0
  })
  return wrong?.id ?? null
}
