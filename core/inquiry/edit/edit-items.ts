// What an editor does to a draft: each step a new instrument, so that a step can be taken back.
import type { Condition } from '../condition.ts'
import type { Instrument } from '../instrument.ts'
import { widestNumber, type Item, type Response, type ResponseSet } from '../item.ts'
import type { ItemSection, Subscale } from '../scale.ts'
import { noWords } from '../words.ts'

export const responseKinds = ['choice', 'multi', 'number', 'text', 'date'] as const
export type ResponseKind = (typeof responseKinds)[number]

/** The first name of this kind that nothing in the questionnaire has. */
export function freshPartId(shown: Instrument, stem: string): string {
  const taken = new Set([
    ...shown.items.flatMap(({ id, notes }) => [id, ...notes.map((note) => note.id)]),
    ...shown.sections.map(({ id }) => id),
    ...shown.closing.map(({ id }) => id),
    ...shown.responseSets.map(({ id }) => id),
    ...shown.subscales.map(({ id }) => id),
    shown.total?.id ?? '',
  ])
  for (let number = 1; ; number += 1) {
    const id = `${stem}${number}`
    if (!taken.has(id)) return id
  }
}

/** Numbers follow the order. */
export function renumber(shown: Instrument): Instrument {
  return { ...shown, items: shown.items.map((item, index) => ({ ...item, number: index + 1 })) }
}

/** After the item named, or last; with the options of the item before it where it has some. */
export function addItem(shown: Instrument, kind: ResponseKind, afterId: string | null): Instrument {
  const at = afterId === null ? shown.items.length - 1 : placeOf(shown, afterId)
  const before = shown.items[at]
  const { response, withSets } = startResponse(shown, kind, before)
  const item: Item = {
    id: freshPartId(shown, 'q'),
    number: 0,
    text: noWords,
    response,
    reversed: false,
    required: false,
    readAloud: null,
    mirror: null,
    section: before?.section ?? null,
    showIf: null,
    constraint: null,
    notes: [],
  }
  return renumber({ ...withSets, items: withSets.items.toSpliced(at + 1, 0, item) })
}

function placeOf({ items }: Instrument, id: string): number {
  return items.findIndex((item) => item.id === id)
}

const agreement = ['不符合', '有点符合', '比较符合', '很符合']
const agreementEn = ['Not true', 'A little true', 'Mostly true', 'Very true']

function startResponse(
  shown: Instrument,
  kind: ResponseKind,
  before: Item | undefined,
): { readonly response: Response; readonly withSets: Instrument } {
  switch (kind) {
    case 'number':
      return { response: { kind, min: 0, max: 100, whole: true, unit: '' }, withSets: shown }
    case 'text':
      return { response: { kind, maxLength: 500 }, withSets: shown }
    case 'date':
      return {
        response: { kind, from: null, to: null, notAfterToday: true },
        withSets: shown,
      }
    case 'choice':
    case 'multi': {
      const like = before !== undefined && 'set' in before.response ? before.response.set : null
      const known = shown.responseSets.find(({ id }) => id === like) ?? shown.responseSets.at(-1)
      if (known !== undefined && (kind === 'choice' || known.options.length > 0))
        return { response: { kind, set: known.id }, withSets: shown }
      const set = startSet(freshPartId(shown, 'set'))
      return {
        response: { kind, set: set.id },
        withSets: { ...shown, responseSets: [...shown.responseSets, set] },
      }
    }
  }
}

export function startSet(id: string): ResponseSet {
  const options = agreement.map((words, index) => ({
    value: index + 1,
    label: { 'zh-CN': words, en: agreementEn[index] ?? '' },
    name: '',
    picture: null,
  }))
  return { id, min: 1, max: options.length, options, pictures: 'none' }
}

export function changeItem(shown: Instrument, id: string, part: Partial<Item>): Instrument {
  return {
    ...shown,
    items: shown.items.map((item) => (item.id === id ? { ...item, ...part } : item)),
  }
}

/** Another kind of answer: an item that can no longer be scored leaves the scales and its reversal. */
export function changeKind(shown: Instrument, id: string, kind: ResponseKind): Instrument {
  const item = shown.items.find((one) => one.id === id)
  if (item === undefined || item.response.kind === kind) return shown
  const { response, withSets } = startResponse(shown, kind, item)
  const changed = changeItem(withSets, id, { response, constraint: null })
  if (kind === 'choice' || kind === 'number') return changed
  return mapScales(changeItem(changed, id, { reversed: false }), (part) => withoutItem(part, id))
}

export function moveItem(shown: Instrument, id: string, by: -1 | 1): Instrument {
  const at = placeOf(shown, id)
  const item = shown.items[at]
  const other = shown.items[at + by]
  if (item === undefined || other === undefined) return shown
  const items = shown.items.with(at, other).with(at + by, item)
  return renumber({ ...shown, items })
}

export function copyItem(shown: Instrument, id: string): Instrument {
  const at = placeOf(shown, id)
  const item = shown.items[at]
  if (item === undefined) return shown
  const copy = { ...item, id: freshPartId(shown, 'q'), notes: [], mirror: null, constraint: null }
  return renumber({ ...shown, items: shown.items.toSpliced(at + 1, 0, copy) })
}

/** What spoke of it goes with it: conditions lose the tests about it, scales the item. */
export function removeItem(shown: Instrument, id: string): Instrument {
  const without = { ...shown, items: shown.items.filter((item) => item.id !== id) }
  const forgotten = mapConditions(without, (condition) => forget(condition, id))
  return renumber(mapScales(forgotten, (part) => withoutItem(part, id)))
}

/** Under another id, everywhere. */
export function renameItem(shown: Instrument, from: string, to: string): Instrument {
  const name = (id: string) => (id === from ? to : id)
  const renamed = changeItem(shown, from, { id: to })
  const spoken = mapConditions(renamed, (condition) =>
    condition.map((group) => group.map((test) => ({ ...test, item: name(test.item) }))),
  )
  return mapScales(spoken, (part) => ({
    ...part,
    items: part.items.map(name),
    reversedItems: part.reversedItems?.map(name) ?? null,
  }))
}

function withoutItem(part: Subscale, id: string): Subscale | null {
  const items = part.items.filter((one) => one !== id)
  const reversedItems = part.reversedItems?.filter((one) => one !== id) ?? null
  return items.length === 0 ? null : { ...part, items, reversedItems }
}

function mapScales(shown: Instrument, change: (part: Subscale) => Subscale | null): Instrument {
  return {
    ...shown,
    subscales: shown.subscales.flatMap((part) => change(part) ?? []),
    total: shown.total === null ? null : change(shown.total),
  }
}

function forget(condition: Condition, id: string): Condition | null {
  const groups = condition.flatMap((group) => {
    const rest = group.filter(({ item }) => item !== id)
    return rest.length === 0 ? [] : [rest]
  })
  return groups.length === 0 ? null : groups
}

function mapConditions(
  shown: Instrument,
  change: (condition: Condition) => Condition | null,
): Instrument {
  const of = (condition: Condition | null) => (condition === null ? null : change(condition))
  const note = (one: Item['notes'][number]) => ({ ...one, showIf: of(one.showIf) })
  return {
    ...shown,
    sections: shown.sections.map((section) => ({ ...section, showIf: of(section.showIf) })),
    closing: shown.closing.map(note),
    items: shown.items.map((item) => {
      const holds = of(item.constraint?.holds ?? null)
      return {
        ...item,
        showIf: of(item.showIf),
        notes: item.notes.map(note),
        constraint:
          item.constraint === null || holds === null ? null : { ...item.constraint, holds },
      }
    }),
  }
}

/** Items of another questionnaire, with their options; an id that is taken here is given anew. Conditions stay behind. */
export function takeItems(
  shown: Instrument,
  from: Pick<Instrument, 'items' | 'responseSets'>,
  ids: readonly string[],
): Instrument {
  return ids.reduce<Instrument>((into, id) => {
    const item = from.items.find((one) => one.id === id)
    if (item === undefined) return into
    const { response, withSets } = bringSet(into, from.responseSets, item.response)
    const isTaken = freshOrOwn(withSets, id) !== id
    const taken: Item = {
      ...item,
      id: isTaken ? freshPartId(withSets, 'q') : id,
      response,
      section: null,
      showIf: null,
      constraint: null,
      mirror: null,
      notes: [],
    }
    return renumber({ ...withSets, items: [...withSets.items, taken] })
  }, shown)
}

function freshOrOwn(shown: Instrument, id: string): string {
  const isTaken =
    shown.items.some((item) => item.id === id) || shown.sections.some((one) => one.id === id)
  return isTaken ? freshPartId(shown, 'q') : id
}

function bringSet(
  into: Instrument,
  sets: readonly ResponseSet[],
  response: Response,
): { readonly response: Response; readonly withSets: Instrument } {
  if (response.kind !== 'choice' && response.kind !== 'multi') return { response, withSets: into }
  const set = sets.find(({ id }) => id === response.set)
  if (set === undefined) return { response, withSets: into }
  const same = into.responseSets.find(
    (one) => JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...set, id: '' }),
  )
  if (same !== undefined) return { response: { ...response, set: same.id }, withSets: into }
  const isTaken = into.responseSets.some(({ id }) => id === set.id)
  const id = isTaken ? freshPartId(into, 'set') : set.id
  return {
    response: { ...response, set: id },
    withSets: { ...into, responseSets: [...into.responseSets, { ...set, id }] },
  }
}

export function addSection(shown: Instrument): Instrument {
  const section: ItemSection = {
    id: freshPartId(shown, 'part'),
    title: noWords,
    within: null,
    showIf: null,
  }
  return { ...shown, sections: [...shown.sections, section] }
}

/** Its questions stay, in the section around it. */
export function removeSection(shown: Instrument, id: string): Instrument {
  const its = shown.sections.find((section) => section.id === id)
  const up = its?.within ?? null
  return {
    ...shown,
    sections: shown.sections
      .filter((section) => section.id !== id)
      .map((section) => (section.within === id ? { ...section, within: up } : section)),
    items: shown.items.map((item) => (item.section === id ? { ...item, section: up } : item)),
  }
}

/** A number that nobody has limited. */
export function isFree({ min, max }: { readonly min: number; readonly max: number }): boolean {
  return min <= -widestNumber && max >= widestNumber
}
