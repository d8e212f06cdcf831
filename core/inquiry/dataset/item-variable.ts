import type { SavValue, SavVariable } from '../../kit/spss/sav-file.ts'
import { findNotAsked } from '../asked-items.ts'
import { listChosen } from '../chosen.ts'
import { limitsOf } from '../read-limits.ts'
import type { Item, Scale, Subscale } from '../scale.ts'
import { fillUnnamed, readWords, type WordLanguage } from '../words.ts'

type AnsweredScale = Pick<Scale, 'items' | 'sections' | 'responseSets'>

export interface DatasetWords {
  readonly language: WordLanguage
  readonly noAnswer: string
  readonly passedOver: string
  readonly notAsked: string
  /** Beside an option of a question with several: whether it was chosen. */
  readonly chosen: string
  readonly notChosen: string
}

interface MissingCodes {
  readonly noAnswer: number
  readonly passedOver: number
  readonly notAsked: number
}

/** -9, -8 and -7, as people expect them; below the item's own limits where it can be answered with those. */
function codesOf(scale: AnsweredScale, item: Item): MissingCodes {
  const lowest = limitsOf(scale, item.id)?.min ?? 0
  return lowest > -7
    ? { noAnswer: -9, passedOver: -8, notAsked: -7 }
    : {
        noAnswer: Math.floor(lowest) - 3,
        passedOver: Math.floor(lowest) - 2,
        notAsked: Math.floor(lowest) - 1,
      }
}

/** A name that SPSS takes: an item's id may hold a dash, a name may not. */
export function variableName(id: string, ending = ''): string {
  return `${id.replaceAll('-', '_')}${ending}`
}

/**
 * The items that leave in a table. An answer in the person's own words may hold anybody's name: it leaves only where somebody
 * has decided so.
 */
export function listDataItems(
  { items }: Pick<Scale, 'items'>,
  withOwnWords: boolean,
): readonly Item[] {
  return withOwnWords ? items : items.filter(({ response }) => response.kind !== 'text')
}

/** Whether the skip logic can pass it by: only then does its variable name a code for that. */
function mayPass({ sections }: AnsweredScale, { showIf, section }: Item): boolean {
  return showIf !== null || (section !== null && sections.some((one) => one.showIf !== null))
}

/** One variable per question; a question with several options has one per option, 1 where it was chosen. */
export function itemVariables(
  scale: AnsweredScale,
  item: Item,
  words: DatasetWords,
  { ending = '', moment = '' } = {},
): readonly SavVariable[] {
  const said =
    item.text === null
      ? `${item.number}`
      : fillUnnamed(readWords(item.text, words.language), words.language)
  const label = moment === '' ? said : `${moment} · ${said}`
  const name = variableName(item.id, ending)
  const { response } = item
  if (response.kind === 'text') return [{ type: 'text', name, label }]
  if (response.kind === 'date') return [{ type: 'day', name, label }]
  const missing = missingOf(scale, item, words)
  const options = optionsOf(scale, item)
  if (response.kind === 'multi')
    return options.map(
      ({ value, label: own }): SavVariable => ({
        type: 'number',
        name: variableName(`${item.id}_${value}`.replace('_-', '_minus'), ending),
        label: `${label} · ${readWords(own, words.language)}`,
        measure: 'nominal',
        decimals: 0,
        valueLabels: [
          { value: 0, label: words.notChosen },
          { value: 1, label: words.chosen },
          ...missing,
        ],
        missing: missing.map(({ value: code }) => code),
      }),
    )
  return [
    {
      type: 'number',
      name,
      label,
      measure: response.kind === 'choice' ? 'ordinal' : 'scale',
      decimals: response.kind === 'number' && !response.whole ? 2 : 0,
      valueLabels: [
        ...options.map(({ value, label: own }) => ({
          value,
          label: readWords(own, words.language),
        })),
        ...missing,
      ],
      missing: missing.map(({ value }) => value),
    },
  ]
}

function optionsOf({ responseSets }: AnsweredScale, { response }: Item) {
  if (response.kind !== 'choice' && response.kind !== 'multi') return []
  return responseSets.find(({ id }) => id === response.set)?.options ?? []
}

function missingOf(scale: AnsweredScale, item: Item, words: DatasetWords) {
  const codes = codesOf(scale, item)
  return [
    { value: codes.noAnswer, label: words.noAnswer },
    { value: codes.passedOver, label: words.passedOver },
    ...(mayPass(scale, item) ? [{ value: codes.notAsked, label: words.notAsked }] : []),
  ]
}

interface DataSheet {
  readonly answers: Readonly<Record<string, number | string | null>>
  readonly skipped?: readonly string[]
}

/**
 * The answers as they were given, never turned round; a question passed over, one left open and one that was not asked
 * (INQ-18) have their own codes.
 */
export function readItemValues(
  scale: AnsweredScale,
  items: readonly Item[],
  sheet: DataSheet,
): readonly SavValue[] {
  const notAsked = findNotAsked(scale, sheet.answers)
  return items.flatMap((item) => valuesOf(scale, item, sheet, notAsked.has(item.id)))
}

function valuesOf(
  scale: AnsweredScale,
  item: Item,
  sheet: DataSheet,
  isNotAsked: boolean,
): readonly SavValue[] {
  const answer = isNotAsked ? null : (sheet.answers[item.id] ?? null)
  const { kind } = item.response
  if (kind === 'text' || kind === 'date') return [answer]
  const codes = codesOf(scale, item)
  const isPassed = sheet.skipped?.includes(item.id) === true
  const code = isNotAsked ? codes.notAsked : isPassed ? codes.passedOver : codes.noAnswer
  if (kind !== 'multi') return [answer ?? code]
  const chosen = listChosen(answer)
  return optionsOf(scale, item).map(({ value }) =>
    answer === null ? code : chosen.includes(String(value)) ? 1 : 0,
  )
}

export function scoreVariable(
  part: Pick<Subscale, 'id' | 'title'>,
  words: DatasetWords,
  { ending = '', moment = '' } = {},
): SavVariable {
  const title = readWords(part.title, words.language)
  return {
    type: 'number',
    name: variableName(`score_${part.id}`, ending),
    label: moment === '' ? title : `${moment} · ${title}`,
    measure: 'scale',
    decimals: 2,
    valueLabels: [],
    missing: [],
  }
}
