// Words of a register cell: what people write, and what the record calls it.
import type { Migration } from '../migration.ts'
import type { Pair } from '../pair.ts'
import type { Person } from '../person.ts'

/** One line without invisible signs; full-width letters and digits become plain ones. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

const sexWords: readonly (readonly [RegExp, Person['sex']])[] = [
  [/^(男|男性|男孩|男童|m|male|boy|man)$/i, 'male'],
  [/^(女|女性|女孩|女童|f|female|girl|woman)$/i, 'female'],
  [/^(未知|不详|不明|unknown|\?|-)$/i, 'unknown'],
]

export function readSex(text: string): Person['sex'] | null {
  return match(sexWords, text)
}

const rhythmWords: readonly (readonly [RegExp, Migration['returnRhythm']])[] = [
  [/(每|一|1)(周|星期|个?礼拜)|week/i, 'weekly'],
  [/半年|6个?月|六个月|(一|每)年(两|2|二)次|half/i, 'halfYearly'],
  [/季|(三|3)个?月|(一|每)年(四|4)次|quarter/i, 'quarterly'],
  [/(每|一|1)个?月|month/i, 'monthly'],
  [/(两|二|三|几|多|2|3)年|很少|不回|从不|rare|never/i, 'rarer'],
  [/(每|一|1)年|过年|春节|年底|year/i, 'yearly'],
  [/不详|不定|不清楚|未知|unknown/i, 'unknown'],
]

export function readRhythm(text: string): Migration['returnRhythm'] | null {
  return match(rhythmWords, text)
}

const relationWords: readonly (readonly [RegExp, Pair['relation']])[] = [
  [/^(外祖父|外公|姥爷|姥姥爷|祖父|爷爷|爷)$|grandfather|grandpa/i, 'grandfather'],
  [/^(外祖母|外婆|姥姥|姥娘|祖母|奶奶|奶)$|grandmother|grandma/i, 'grandmother'],
  [/^(父亲?|爸爸?|父子|父女)$|^(father|dad)$/i, 'father'],
  [/^(母亲?|妈妈?|母子|母女)$|^(mother|mum|mom)$/i, 'mother'],
  [/^继父$|stepfather/i, 'stepfather'],
  [/^继母$|stepmother/i, 'stepmother'],
  [/[姑姨婶]|舅妈|舅母|伯母|伯娘|aunt/i, 'aunt'],
  [/[叔伯舅]|uncle/i, 'uncle'],
  [/[哥姐兄]|brother|sister|sibling/i, 'sibling'],
]

export function readRelation(text: string): Pair['relation'] {
  return match(relationWords, text) ?? 'otherCaregiver'
}

function match<Value>(words: readonly (readonly [RegExp, Value])[], text: string): Value | null {
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

export type PhoneRead =
  | { readonly ok: true; readonly phone: string }
  | {
      readonly ok: false
      readonly trouble: 'phoneNotValid' | 'phoneLostDigits' | 'phoneNotElevenDigits'
    }

/** One or two numbers of 7 to 13 digits; spaces, dashes, brackets and +86 go. */
export function readPhone(text: string): PhoneRead {
  if (/\d(\.\d+)?e\+?\d+/i.test(text)) return { ok: false, trouble: 'phoneLostDigits' }
  const numbers = text
    .split(/[/、,，;；]|\s+(?=1\d{10}\b)/)
    .map((part) => part.replace(/[\s()（）.-]/g, '').replace(/^(\+|00)86(?=\d{7,})/, ''))
    .filter((part) => part !== '')
  // A mobile number has eleven digits; 1[3-9] begins no other number in China.
  if (numbers.some((number) => /^1[3-9]\d*$/.test(number) && number.length !== 11))
    return { ok: false, trouble: 'phoneNotElevenDigits' }
  const fit = numbers.length > 0 && numbers.length <= 2
  return fit && numbers.every((number) => /^\+?\d{7,13}$/.test(number))
    ? { ok: true, phone: numbers.join(' / ') }
    : { ok: false, trouble: 'phoneNotValid' }
}

const identityPattern =
  /(?<!\d)[1-9]\d{5}(18|19|20)?\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]?(?!\d)/

/** FAM-22: an identity number (18 places, or 15 of the old kind) anywhere in the text, also with spaces between. */
export function holdsIdentityNumber(text: string): boolean {
  const close = text.replace(/(?<=[\dXx])[\s-]+(?=[\dXx])/g, '')
  return identityPattern.test(close)
}

export function isDead(text: string): boolean {
  return /已故|去世|过世|死亡|亡故|deceased|\bdead\b/i.test(text)
}

export function dropDeathNote(text: string): string {
  return text
    .replace(/[(（]?\s*(已故|已?去世|已?过世|死亡|亡故|deceased|dead)\s*[)）]?/gi, '')
    .trim()
}
