import type { Item, Scale } from '../scale.ts'
import { wordLanguages } from '../words.ts'
import type { ColumnHeading, Heading } from './read-heading.ts'
import { lettersOf } from '../../kit/table.ts'
import { plainText, tightText } from './read-table.ts'
import { likeness, pairsOfLetters } from './text-likeness.ts'

export type ColumnRole =
  | { readonly role: 'item'; readonly itemId: string }
  | { readonly role: 'extra'; readonly name: string }
  | { readonly role: 'respondent' | 'phase' | 'group' | 'answeredOn' | 'ignored' }

export interface ColumnProposal {
  /** Counts from 0. */
  readonly column: number
  readonly letter: string
  readonly heading: string
  readonly as: ColumnRole
  readonly why: 'id' | 'number' | 'order' | 'text' | 'heading' | 'private' | 'noMatch' | 'chosen'
}

type Subject = 'families' | 'codes'

const headingWords: Readonly<Record<'respondent' | 'phase' | 'group' | 'answeredOn', RegExp>> = {
  respondent: /^(编号|代码|代号|学号|个人编号|respondent|code|id|no\.?|序号)$|(编号|代码)$/,
  phase: /^(阶段|测试阶段|测量阶段|测次|前后测|phase|wave|time ?point)$|前测还是后测/,
  group: /^(组别|分组|小组|班级|班|group|arm|treatment|class|condition)$|所在班级/,
  answeredOn:
    /提交答卷时间|提交时间|填写(日期|时间)|答题(日期|时间)|^(date|submitted( at| on)?|timestamp)$/,
}
const nameWords = /姓名|名字|^(name|child|respondent name)$/
const privateWords =
  /身份证|证件号|手机|电话|联系方式|微信|\bqq\b|\bip\b|来自ip|住址|地址|定位|phone|mobile|\btel\b|wechat|e-?mail|邮箱|address/
const toolWords = /^(所用时间|来源|来源详情|总分|序号|duration|source|total score|答题时长)$/

/**
 * Proposes what each column is: an item (by its id, its wording or its number), who answered, which wave, which group,
 * or nothing. Only a proposal: the person sees it, changes it, and nothing is written before that.
 */
export function proposeColumns(
  heading: Heading,
  scale: Pick<Scale, 'items'>,
  subject: Subject,
): readonly ColumnProposal[] {
  const taken = new Map<number, Pick<ColumnProposal, 'as' | 'why'>>()
  const open = () => heading.columns.flatMap((_, column) => (taken.has(column) ? [] : [column]))
  matchIds(heading, scale.items, taken)
  matchHeadings(heading, subject, taken, open())
  matchWordings(heading, itemsLeft(scale.items, taken), taken, open())
  matchNumbers(heading, itemsLeft(scale.items, taken), taken, open())
  return heading.columns.map((one, column) => ({
    column,
    letter: lettersOf(column + 1),
    heading: one.text,
    ...(taken.get(column) ?? leaveOver(one, subject)),
  }))
}

type Taken = Map<number, Pick<ColumnProposal, 'as' | 'why'>>

function itemsLeft(items: readonly Item[], taken: Taken): readonly Item[] {
  const found = new Set([...taken.values()].map(({ as }) => (as.role === 'item' ? as.itemId : '')))
  return items.filter((item) => !found.has(item.id))
}

function leaveOver(heading: ColumnHeading, subject: Subject): Pick<ColumnProposal, 'as' | 'why'> {
  const text = stripNumber(heading.text)
  if (subject === 'families' || text === '' || toolWords.test(plainText(text)))
    return { as: { role: 'ignored' }, why: 'noMatch' }
  return { as: { role: 'extra', name: text.slice(0, 80) }, why: 'heading' }
}

function matchIds(heading: Heading, items: readonly Item[], taken: Taken): void {
  const byId = new Map(items.map((item) => [tightText(item.id), item]))
  for (const [column, one] of heading.columns.entries()) {
    // "Q1" in front of a wording is the tool's own count, which also counts the name and the class.
    const lead = /^(?!q\d)([a-z][a-z0-9_-]*)\s*[.:、]/.exec(plainText(one.lower))?.[1] ?? ''
    const names = [tightText(one.lower), tightText(one.text), tightText(lead)]
    const item = names.map((name) => byId.get(name)).find((found) => found !== undefined)
    if (item === undefined) continue
    byId.delete(tightText(item.id))
    taken.set(column, { as: { role: 'item', itemId: item.id }, why: 'id' })
  }
}

function matchHeadings(
  heading: Heading,
  subject: Subject,
  taken: Taken,
  open: readonly number[],
): void {
  const texts = new Map(
    open.map((column) => [column, plainText(stripNumber(heading.columns[column]?.text ?? ''))]),
  )
  for (const [column, text] of texts) {
    // In a survey of codes a name is as private as a telephone number.
    const isPrivate = privateWords.test(text) || (subject === 'codes' && nameWords.test(text))
    if (isPrivate && text.length <= 20)
      taken.set(column, { as: { role: 'ignored' }, why: 'private' })
  }
  for (const role of ['phase', 'group', 'answeredOn'] as const)
    takeFirst(texts, taken, role, headingWords[role])
  if (subject === 'families') takeFirst(texts, taken, 'respondent', nameWords)
  const hasRespondent = [...taken.values()].some(({ as }) => as.role === 'respondent')
  if (!hasRespondent) takeFirst(texts, taken, 'respondent', headingWords.respondent)
}

function takeFirst(
  texts: ReadonlyMap<number, string>,
  taken: Taken,
  role: 'respondent' | 'phase' | 'group' | 'answeredOn',
  words: RegExp,
): void {
  for (const [column, text] of texts) {
    if (taken.has(column) || text.length > 20 || !words.test(text)) continue
    taken.set(column, { as: { role }, why: 'heading' })
    return
  }
}

const likeEnough = 0.6

/** The most alike go first, each item and each column once. */
function matchWordings(
  heading: Heading,
  items: readonly Item[],
  taken: Taken,
  open: readonly number[],
): void {
  const wordings = items.flatMap((item) =>
    wordLanguages.flatMap((language) => {
      const text = (item.text?.[language] ?? '').replace(/\{(parent|child)\}/g, '')
      return text === '' ? [] : [{ itemId: item.id, letters: pairsOfLetters(text) }]
    }),
  )
  if (wordings.length === 0) return
  const found: { column: number; itemId: string; alike: number }[] = []
  for (const column of open) {
    const one = heading.columns[column]
    if (one === undefined) continue
    const texts = [pairsOfLetters(stripNumber(one.lower)), pairsOfLetters(stripNumber(one.text))]
    for (const { itemId, letters } of wordings) {
      const alike = Math.max(...texts.map((text) => likeness(text, letters)))
      if (alike >= likeEnough) found.push({ column, itemId, alike })
    }
  }
  const done = new Set<string>()
  for (const { column, itemId } of found.sort((left, right) => right.alike - left.alike)) {
    if (taken.has(column) || done.has(itemId)) continue
    done.add(itemId)
    taken.set(column, { as: { role: 'item', itemId }, why: 'text' })
  }
}

/**
 * By number only where a shift cannot hide: export tools also number the name and the class, and one such question
 * would move every answer by one. So either the headings are nothing but numbers and every item finds its own, or
 * there are exactly as many numbered columns as items; those go by number when it fits, else by order.
 */
function matchNumbers(
  heading: Heading,
  items: readonly Item[],
  taken: Taken,
  open: readonly number[],
): void {
  const numbered = open.flatMap((column) => {
    const text = heading.columns[column]?.lower ?? ''
    const number = leadingNumber(text)
    return number === null
      ? []
      : [{ column, number, bare: /^[^\p{L}]*$/u.test(text.replace(/[第题Qq]/g, '')) }]
  })
  if (items.length === 0 || numbered.length === 0) return
  const asMany = numbered.length === items.length
  const usable = asMany ? numbered : numbered.filter((one) => one.bare)
  const places = items.map((item) => usable.filter((one) => one.number === item.number))
  const allFit = places.every((found) => found.length === 1)
  if (!allFit && !asMany) return
  for (const [index, item] of items.entries()) {
    const place = allFit ? places[index]?.[0] : usable[index]
    if (place === undefined) continue
    const why = allFit ? 'number' : 'order'
    taken.set(place.column, { as: { role: 'item', itemId: item.id }, why })
  }
}

const numberLead = /^(?:第\s*)?(?:q|题|item)?\s*(\d{1,3})\s*(?:题|[、.:)_-]|$|\s)\s*/

function leadingNumber(text: string): number | null {
  const found = numberLead.exec(plainText(text))?.[1]
  return found === undefined ? null : Number(found)
}

/** The wording without the number in front and the kind of question behind, as export tools write them. */
function stripNumber(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const bare = plain.replace(/^(?:第\s*)?(?:[Qq]|题)?\s*\d{1,3}\s*(?:题|[、.:)_-])\s*/, '')
  return bare.replace(/[[(【](?:单选|多选|填空|量表|矩阵)[^\])】]*[\])】]/g, '').trim()
}
