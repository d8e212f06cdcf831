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
  const inOrder = marks.toSorted((left, right) => right.hidden.length - left.hidden.length)
  const shownFor = new Map(inOrder.map(({ hidden, shown }) => [keyOf(hidden), shown]))
  const pattern = new RegExp([...addresses, ...inOrder.map(patternOf), ...numbers].join('|'), 'giu')
  return (text) =>
    text.replaceAll(
      pattern,
      (found) => shownFor.get(keyOf(found)) ?? shownFor.get(digitsOf(found)) ?? number,
    )
}

function keyOf(text: string): string {
  return text.toLowerCase()
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}

function patternOf({ hidden, kind }: Mark): string {
  return wordPattern(hidden, kind === 'number' ? String.raw`[\s\-–.]?` : '')
}
