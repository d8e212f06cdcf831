import { lettersOf } from '../../kit/table.ts'
import type { Item, Scale } from '../scale.ts'
import {
  matchItemIds,
  matchItemNumbers,
  matchItemWordings,
  stripNumber,
  type ItemCandidate,
} from './match-items.ts'
import { splitByWave, type ImportWave } from './match-wave.ts'
import type { ColumnHeading, Heading } from './read-heading.ts'
import { plainText } from './read-table.ts'

export type ColumnRole =
  /** `waveId` where one row holds several waves side by side (before and after in two columns). */
  | { readonly role: 'item'; readonly itemId: string; readonly waveId?: string | undefined }
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
type Taken = Map<number, Pick<ColumnProposal, 'as' | 'why'>>
type NamedRole = 'respondent' | 'phase' | 'group' | 'answeredOn'

const headingWords: Readonly<Record<NamedRole, RegExp>> = {
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
 * or nothing. Only a proposal: the person sees it, changes it, and nothing is written before that. With
 * `wavesSideBySide` a heading must also name the wave that its column belongs to.
 */
export function proposeColumns(
  heading: Heading,
  scale: Pick<Scale, 'items'>,
  subject: Subject,
  wavesSideBySide: readonly ImportWave[] | null = null,
): readonly ColumnProposal[] {
  const taken: Taken = new Map()
  const candidates = heading.columns.map((one, column) => ({
    column,
    lower: one.lower,
    text: one.text,
  }))
  const parts =
    wavesSideBySide === null
      ? [{ waveId: undefined, candidates }]
      : splitByWave(candidates, wavesSideBySide)
  for (const part of parts) takeItems(part, scale.items, [matchItemIds], taken)
  matchHeadings(heading, subject, taken)
  for (const part of parts)
    takeItems(part, scale.items, [matchItemWordings, matchItemNumbers], taken)
  if (wavesSideBySide !== null) takeOnlyItem(parts, scale.items, taken)
  return heading.columns.map((one, column) => ({
    column,
    letter: lettersOf(column + 1),
    heading: one.text,
    ...(taken.get(column) ?? leaveOver(one, subject)),
  }))
}

interface Part {
  readonly waveId: string | undefined
  readonly candidates: readonly ItemCandidate[]
}

function takeItems(
  { waveId, candidates }: Part,
  items: readonly Item[],
  matchers: readonly (typeof matchItemIds)[],
  taken: Taken,
): void {
  for (const match of matchers) {
    const found = new Set(
      [...taken.values()].map(({ as }) =>
        as.role === 'item' && as.waveId === waveId ? as.itemId : '',
      ),
    )
    const left = items.filter((item) => !found.has(item.id))
    const open = candidates.filter(({ column }) => !taken.has(column))
    for (const { column, itemId, why } of left.length === 0 ? [] : match(open, left))
      taken.set(column, { as: { role: 'item', itemId, waveId }, why })
  }
}

/** A table of one measure has columns called no more than "before" and "after". */
function takeOnlyItem(parts: readonly Part[], items: readonly Item[], taken: Taken): void {
  const [item] = items
  if (item === undefined || items.length > 1) return
  for (const { waveId, candidates } of parts) {
    const bare = candidates.filter(({ column, text }) => !taken.has(column) && text === '')
    const [only] = bare
    if (only === undefined || bare.length > 1) continue
    taken.set(only.column, { as: { role: 'item', itemId: item.id, waveId }, why: 'heading' })
  }
}

function leaveOver(heading: ColumnHeading, subject: Subject): Pick<ColumnProposal, 'as' | 'why'> {
  const text = stripNumber(heading.text)
  if (subject === 'families' || text === '' || toolWords.test(plainText(text)))
    return { as: { role: 'ignored' }, why: 'noMatch' }
  return { as: { role: 'extra', name: text.slice(0, 80) }, why: 'heading' }
}

function matchHeadings(heading: Heading, subject: Subject, taken: Taken): void {
  const texts = heading.columns.flatMap((one, column) => {
    const text = plainText(stripNumber(one.text))
    return taken.has(column) || text.length > 20 ? [] : [{ column, text }]
  })
  for (const { column, text } of texts) {
    // In a survey of codes a name is as private as a telephone number.
    const isPrivate = privateWords.test(text) || (subject === 'codes' && nameWords.test(text))
    if (isPrivate) taken.set(column, { as: { role: 'ignored' }, why: 'private' })
  }
  const takeFirst = (role: NamedRole, words: RegExp): boolean => {
    const first = texts.find(({ column, text }) => !taken.has(column) && words.test(text))
    if (first !== undefined) taken.set(first.column, { as: { role }, why: 'heading' })
    return first !== undefined
  }
  for (const role of ['phase', 'group', 'answeredOn'] as const) takeFirst(role, headingWords[role])
  const named = subject === 'families' && takeFirst('respondent', nameWords)
  if (!named) takeFirst('respondent', headingWords.respondent)
}
