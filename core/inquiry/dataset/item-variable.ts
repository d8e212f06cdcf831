import type { SavValue, SavVariable } from '../../kit/spss/sav-file.ts'
import { limitsOf } from '../read-limits.ts'
import type { Item, Scale, Subscale } from '../scale.ts'
import { fillUnnamed, readWords, type WordLanguage } from '../words.ts'

type AnsweredScale = Pick<Scale, 'items' | 'responseSets'>

export interface DatasetWords {
  readonly language: WordLanguage
  readonly noAnswer: string
  readonly passedOver: string
}

interface MissingCodes {
  readonly noAnswer: number
  readonly passedOver: number
}

/** -9 and -8, as people expect them; below the item's own limits where it can be answered with those. */
function codesOf(scale: AnsweredScale, item: Item): MissingCodes {
  const lowest = limitsOf(scale, item.id)?.min ?? 0
  return lowest > -8
    ? { noAnswer: -9, passedOver: -8 }
    : { noAnswer: Math.floor(lowest) - 2, passedOver: Math.floor(lowest) - 1 }
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

export function itemVariable(
  scale: AnsweredScale,
  item: Item,
  words: DatasetWords,
  { ending = '', moment = '' } = {},
): SavVariable {
  const said =
    item.text === null
      ? `${item.number}`
      : fillUnnamed(readWords(item.text, words.language), words.language)
  const label = moment === '' ? said : `${moment} · ${said}`
  const name = variableName(item.id, ending)
  const { response } = item
  if (response.kind === 'text') return { type: 'text', name, label }
  const codes = codesOf(scale, item)
  const options =
    response.kind === 'choice'
      ? (scale.responseSets.find(({ id }) => id === response.set)?.options ?? [])
      : []
  return {
    type: 'number',
    name,
    label,
    measure: response.kind === 'choice' ? 'ordinal' : 'scale',
    decimals: response.kind === 'number' && !response.whole ? 2 : 0,
    valueLabels: [
      ...options.map(({ value, label: own }) => ({ value, label: readWords(own, words.language) })),
      { value: codes.noAnswer, label: words.noAnswer },
      { value: codes.passedOver, label: words.passedOver },
    ],
    missing: [codes.noAnswer, codes.passedOver],
  }
}

/** The answer as it was given, never turned round; a question passed over and one left open have their own codes. */
export function itemValue(
  scale: AnsweredScale,
  item: Item,
  sheet: {
    readonly answers: Readonly<Record<string, SavValue>>
    readonly skipped?: readonly string[]
  },
): SavValue {
  const answer = sheet.answers[item.id] ?? null
  if (answer !== null || item.response.kind === 'text') return answer
  const codes = codesOf(scale, item)
  return sheet.skipped?.includes(item.id) === true ? codes.passedOver : codes.noAnswer
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
