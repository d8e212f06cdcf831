// Who looks after a child, as registers write it in one cell: “爷爷 陈老汉 / 奶奶”, “陈老汉（爷爷）”, “奶奶”.
import type { Pair } from '../pair.ts'
import { readRelation } from './read-words.ts'

export interface NamedCaregiver {
  /** Empty where only the relation is written. */
  readonly name: string
  readonly relation: Pair['relation'] | null
  /** As it stands in the cell. */
  readonly shown: string
}

const relations =
  '外祖父|外祖母|祖父|祖母|爷爷|奶奶|外公|外婆|姥姥|姥爷|父亲|母亲|爸爸|妈妈|继父|继母|伯父|伯母|叔叔|婶婶|姑姑|姑妈|姑父|姨妈|姨父|舅舅|舅妈|哥哥|姐姐|邻居|亲戚'
const short = '爷|奶|父|母|叔|伯|姑|姨|舅'
const both: Readonly<Record<string, readonly string[]>> = {
  父母: ['父亲', '母亲'],
  爸爸妈妈: ['父亲', '母亲'],
  祖父母: ['祖父', '祖母'],
  爷爷奶奶: ['爷爷', '奶奶'],
  外祖父母: ['外祖父', '外祖母'],
  外公外婆: ['外公', '外婆'],
  姥姥姥爷: ['姥姥', '姥爷'],
}
const onlyRelation = new RegExp(`^(${relations}|${short})$`, 'u')
const relationFirst = new RegExp(
  `^(?:(${relations}|${short})[\\s:：(（]+(.+?)[)）]?|(${relations})(\\p{Script=Han}{2,4}))$`,
  'u',
)
const nameFirst = new RegExp(`^(.+?)[\\s:：(（]+(${relations}|${short})[)）]?$`, 'u')

/** The people of one cell; `relationText` is what a column of its own says about them. */
export function readCaregivers(text: string, relationText: string): readonly NamedCaregiver[] {
  const pieces = cut(text)
  const kinships = cut(relationText)
  return pieces.map((piece, index) => {
    const beside = kinships[pieces.length === kinships.length ? index : 0]
    return readOne(piece, beside ?? '')
  })
}

function cut(text: string): readonly string[] {
  return text
    .split(/[/、,，;；+&]/u)
    .map((piece) => piece.trim())
    .flatMap((piece) => both[piece] ?? [piece])
    .filter((piece) => piece !== '')
}

function readOne(shown: string, beside: string): NamedCaregiver {
  if (onlyRelation.test(shown)) return { name: '', relation: readRelation(shown), shown }
  const first = relationFirst.exec(shown)
  if (first !== null)
    return {
      name: first[2] ?? first[4] ?? '',
      relation: readRelation(first[1] ?? first[3] ?? ''),
      shown,
    }
  const last = nameFirst.exec(shown)
  if (last !== null) return { name: last[1] ?? '', relation: readRelation(last[2] ?? ''), shown }
  return { name: shown, relation: beside === '' ? null : readRelation(beside), shown }
}
