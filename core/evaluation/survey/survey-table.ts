import type { Column } from '../../../statistics/index.ts'
import type { JsonObject } from '../../kit/json.ts'
import { isJsonObject } from '../../kit/json.ts'
import { findNotAsked, hasConditions } from '../../inquiry/asked-items.ts'
import { isNumeric } from '../../inquiry/item.ts'
import { refuseAnswer, type Answers } from '../../inquiry/check-answers.ts'
import type { Item, Scale, Subscale } from '../../inquiry/scale.ts'
import { limitsOf } from '../../inquiry/read-limits.ts'
import { itemsNeededFor } from '../../inquiry/score-sheet.ts'

export type SurveyedScale = Pick<
  Scale,
  'items' | 'sections' | 'responseSets' | 'subscales' | 'total'
>

/** A survey by columns: what a hundred thousand sheets need to be counted without being opened one by one. */
export interface SurveyTable {
  readonly count: number
  /** Sheets with an answer that the questionnaire does not allow: counted, and left out whole. */
  readonly wrong: number
  readonly items: ReadonlyMap<string, Column>
  /** Per item with skip logic before it: the rows in which it was not asked (INQ-18); empty without skip logic. */
  readonly notAsked: ReadonlyMap<string, ReadonlySet<number>>
  /** Rows that left out a question with several options which was asked: it has no column, and is open all the same. */
  readonly severalOpen: ReadonlySet<number>
  readonly groups: readonly (string | null)[]
  readonly backgrounds: ReadonlyMap<string, readonly (string | null)[]>
}

export interface SurveyTableBuilder {
  readonly add: (fields: JsonObject) => void
  readonly finish: () => SurveyTable
}

/** Takes sheets as they lie in the store, a slice at a time. */
export function buildSurveyTable(scale: SurveyedScale): SurveyTableBuilder {
  const scored = scale.items.filter(isNumeric)
  const columns = new Map<string, (number | null)[]>(scored.map(({ id }) => [id, []]))
  const notAsked = hasConditions(scale)
    ? new Map(scored.map(({ id }) => [id, new Set<number>()]))
    : new Map<string, Set<number>>()
  const several = scale.items.filter(({ response }) => response.kind === 'multi')
  const severalOpen = new Set<number>()
  const groups: (string | null)[] = []
  const backgrounds = new Map<string, (string | null)[]>()
  let wrong = 0
  return {
    add: (fields) => {
      const answers = isJsonObject(fields['answers']) ? fields['answers'] : {}
      const read = readAnswers(scale, scored, answers)
      if (read === null || several.some((item) => isWrongSeveral(scale, item, answers))) {
        wrong += 1
        return
      }
      const row = groups.length
      const passed = notAsked.size === 0 ? null : findNotAsked(scale, plainAnswers(answers))
      for (const [index, { id }] of scored.entries()) {
        const isPassed = passed?.has(id) === true
        if (isPassed) notAsked.get(id)?.add(row)
        columns.get(id)?.push(isPassed ? null : (read[index] ?? null))
      }
      if (several.some(({ id }) => (answers[id] ?? null) === null && passed?.has(id) !== true))
        severalOpen.add(row)
      groups.push(wordOf(fields['groupLabel']))
      const extra = isJsonObject(fields['extra']) ? fields['extra'] : {}
      for (const name of Object.keys(extra)) {
        if (!backgrounds.has(name))
          backgrounds.set(
            name,
            Array.from({ length: row }, () => null),
          )
      }
      for (const [name, column] of backgrounds) column.push(wordOf(extra[name]))
    },
    finish: () => ({
      count: groups.length,
      ...{ wrong, items: columns, notAsked, severalOpen, groups, backgrounds },
    }),
  }
}

function wordOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** Conditions may hang on any answer, also on several options and on days. */
function plainAnswers(answers: JsonObject): Answers {
  const plain: Record<string, number | string> = {}
  for (const [id, answer] of Object.entries(answers))
    if (typeof answer === 'number' || typeof answer === 'string') plain[id] = answer
  return plain
}

function readAnswers(
  scale: SurveyedScale,
  scored: readonly Item[],
  answers: JsonObject,
): readonly (number | null)[] | null {
  const read: (number | null)[] = []
  for (const item of scored) {
    const answer = answers[item.id] ?? null
    if (answer !== null && typeof answer !== 'number') return null
    if (refuseAnswer(scale, item, answer) !== null) return null
    read.push(answer)
  }
  return read
}

function isWrongSeveral(scale: SurveyedScale, item: Item, answers: JsonObject): boolean {
  const answer = answers[item.id] ?? null
  if (answer === null) return false
  return typeof answer !== 'string' || refuseAnswer(scale, item, answer) !== null
}

/** The items of a part as they are scored: turned where the key turns them. */
export function turnItems(
  scale: SurveyedScale,
  part: Subscale,
  table: SurveyTable,
): readonly Column[] {
  return part.items.map((itemId) => {
    const column = table.items.get(itemId) ?? []
    const item = scale.items.find(({ id }) => id === itemId)
    const limits = limitsOf(scale, itemId)
    const reversed =
      part.reversedItems === null ? item?.reversed === true : part.reversedItems.includes(itemId)
    if (!reversed || limits === null) return column
    const sum = limits.min + limits.max
    return column.map((value) => (value === null ? null : sum - value))
  })
}

/** One score per row by the part's own rule, as for a single sheet (INQ-6). */
export function scoreColumn(
  part: Subscale,
  turned: readonly Column[],
  { count, notAsked }: Pick<SurveyTable, 'count' | 'notAsked'>,
): Column {
  const passed = part.items.flatMap((id) => notAsked.get(id) ?? [])
  const neededOfAll = itemsNeededFor(part.missing, part.items.length)
  const scores: (number | null)[] = []
  for (let row = 0; row < count; row += 1) {
    const passedHere = passed.filter((rows) => rows.has(row)).length
    const needed =
      passedHere === 0 ? neededOfAll : itemsNeededFor(part.missing, part.items.length - passedHere)
    let sum = 0
    let answered = 0
    for (const column of turned) {
      const value = column[row] ?? null
      if (value === null) continue
      sum += value
      answered += 1
    }
    const enough = answered >= needed && answered > 0
    const mean = enough ? sum / answered : 0
    const whole =
      part.scoring === 'mean'
        ? mean
        : answered === part.items.length
          ? sum
          : mean * part.items.length
    scores.push(enough ? whole * part.factor : null)
  }
  return scores
}

/** Above this many groups a picture says nothing; clusters may be more. */
export const mostShownGroups = 40

export interface SurveySplit {
  /** '' is the group label itself: school or class. */
  readonly name: string
  readonly groups: number
}

/** What the survey can be laid beside each other by: school or class first, then backgrounds. */
export function listSurveySplits(table: SurveyTable): readonly SurveySplit[] {
  const all: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['', table.groups],
    ...table.backgrounds,
  ]
  return all.flatMap(([name, labels]) => {
    const groups = new Set(labels.flatMap((label) => label ?? [])).size
    return groups < 2 || (groups > mostShownGroups && name !== '') ? [] : [{ name, groups }]
  })
}

export function labelsOf(table: SurveyTable, split: string): readonly (string | null)[] {
  return split === '' ? table.groups : (table.backgrounds.get(split) ?? [])
}
