import { prepareNames, replaceFound } from '../../families/find-names.ts'
import { keyOfName } from '../../families/latin-names.ts'
import { wordPattern } from '../../kit/word-pattern.ts'
import type { Mark } from './file-box.ts'

export type Hide = (text: string) => string

/** A mobile number, a landline with its area code, an identity number: nobody's text needs one. A digest's digits stand among its letters. */
const numbers = [
  String.raw`(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}`,
  String.raw`0\d{2,3}[\s-]?\d{7,8}`,
  String.raw`\d{17}[\dXx]`,
].map((pattern) => String.raw`(?<![\da-f])${pattern}(?![\da-f])`)

/** Where somebody can be written to: a mail address, a QQ number, a WeChat name. Which one it was is in the text and stays. */
const addresses = [
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  String.raw`(?<=(?:QQ|扣扣)(?:号码|号|群|number)?\s*(?:是|为|is)?[\s:：]*)(?<!\d)\d{5,12}(?!\d)`,
  String.raw`(?<=(?:微信|薇信)(?:账号|帐号|号码|号|id)?\s*(?:是|为)?[\s:：]*)(?:(?<![\w-])[a-z][\w-]{5,19}|(?<!\d)\d{5,12}(?!\d))`,
  String.raw`(?<=(?<!\p{Script=Latin})(?:wechat|weixin|wx|vx)\s*(?:id|account|号)\s*(?:is|是|为)?[\s:：]*)(?<![\w-])[a-z\d][\w-]{4,19}`,
  // Without such a word an English sentence may go on: what has a digit in it is no word of it.
  String.raw`(?<=(?<!\p{Script=Latin})(?:wechat|weixin|wx|vx)[\s:：]+)(?=[a-z_-]*\d)[a-z\d][\w-]{4,19}`,
  String.raw`(?<!\w)wxid_\w+`,
]

/**
 * Replaces every mark at once, so that nothing is looked for in what was put in; a longer one goes before its part, and
 * an address before the name it is made of.
 */
export function hideMarks(marks: readonly Mark[], number: string): Hide {
  const shownFor = new Map(marks.map(({ hidden, shown }) => [keyOfName(hidden), shown]))
  const digits = marks.filter(({ kind }) => kind === 'number' || kind === 'day')
  const find = prepareNames({
    before: [
      ...addresses,
      ...digits.toSorted((left, right) => right.hidden.length - left.hidden.length).map(patternOf),
    ],
    names: marks.flatMap(({ hidden, kind }) =>
      kind === 'word' || kind === 'guess' ? [hidden] : [],
    ),
    after: numbers,
  })
  return (text) =>
    replaceFound(
      text,
      find(text),
      (found) => shownFor.get(keyOfName(found)) ?? shownFor.get(digitsOf(found)) ?? number,
    )
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

function patternOf({ hidden, kind }: Mark): string {
  return wordPattern(hidden, kind === 'number' ? String.raw`[\s\-–.]?` : '')
}
