/** The type cell of a row, whichever of the ways it is written in. */
export interface RowType {
  /** As forms write it today: `select_one`, `begin_group`, `text` …; empty where the cell is. */
  readonly word: string
  readonly list: string
  readonly orOther: boolean
  /** Words after it that say something more. */
  readonly more: readonly string[]
}

const oneOfList = /^(?:add )?select(?:[ _]one|1)(?: prompt)?(?: (?:from|using))? (.+)$/i
const manyOfList =
  /^(?:add )?select(?:[ _]multiple|[ _]all[ _]that[ _]apply)(?: prompt)?(?: (?:from|using))? (.+)$/i
const orOtherEnd = /^(\S+) or(?:_| specify | )other$/i

/** `select one from list`, `select all that apply from list` and `or specify other` are older ways to write the same. */
export function readType(written: string): RowType {
  const text = written.trim().replace(/\s+/g, ' ')
  const one = oneOfList.exec(text)?.[1]
  const many = manyOfList.exec(text)?.[1]
  if (one !== undefined) return { word: 'select_one', ...listOf(one) }
  if (many !== undefined) return { word: 'select_multiple', ...listOf(many) }
  const group = /^(begin|end)[ _]group$/i.exec(text)?.[1]
  if (group !== undefined) return plain(`${group.toLowerCase()}_group`)
  const [word = '', ...more] = text.split(' ')
  return { ...plain(word.toLowerCase()), more }
}

function plain(word: string): RowType {
  return { word, list: '', orOther: false, more: [] }
}

function listOf(rest: string): Omit<RowType, 'word'> {
  const withOther = orOtherEnd.exec(rest)?.[1]
  if (withOther !== undefined) return { list: withOther, orOther: true, more: [] }
  const [list = '', ...more] = rest.split(' ')
  return { list, orOther: false, more }
}
