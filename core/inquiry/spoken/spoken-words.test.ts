import { describe, expect, it } from 'vitest'
import { context, foundWith } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { readInstrument } from '../cases/read-instruments.ts'
import { listSpoken, markWords, spokenWords, type SpokenEntry } from './spoken-words.ts'
import { itemWords, openingWords } from './words-to-speak.ts'

const words = '最近一周，你给{child}打过几次电话？'
const some = {
  what: 'item',
  words: markWords(words),
  dialect: '',
  seconds: 12,
  recordedOn: '2026-03-01',
  audioFileId: '0198a000-0000-7000-8000-000000000001',
  takenBack: false,
} as const

function entry(id: string, fields: Partial<SpokenEntry> = {}): SpokenEntry {
  return { ...some, id, ...fields }
}

const ids = (all: readonly SpokenEntry[], text = words) => listSpoken(all, text).map(({ id }) => id)

describe('words recorded by a worker [CON-16]', () => {
  it('are the newest that have arrived, of each dialect one, the common language first', () => {
    const all = [
      entry('a', { dialect: '赣语', recordedOn: '2026-02-01' }),
      entry('b', { recordedOn: '2026-02-01' }),
      entry('c', { recordedOn: '2026-02-03' }),
      entry('d', { recordedOn: '2026-02-05', audioFileId: null }),
      entry('e', { dialect: '赣语', recordedOn: '2026-01-01' }),
    ]
    expect(ids(all)).toEqual(['c', 'a'])
  })

  it('are of the words that were read: once these are changed nothing is played', () => {
    expect(ids([entry('a')], `  ${words}\n`)).toEqual(['a'])
    expect(ids([entry('a')], '最近一个月，你给{child}打过几次电话？')).toEqual([])
  })

  it('are short, of a day that has come, and nobody’s name can be put beside them', () => {
    const refused = (fields: object) =>
      spokenWords.rule(fieldsAsJson({ ...some, ...fields }), null, foundWith([]), context)?.id
    expect(refused({})).toBeUndefined()
    expect(refused({ recordedOn: '2026-03-11' })).toBe('DateInFuture')
    expect(spokenWords.parse(fieldsAsJson({ ...some, seconds: 181 })).ok).toBe(false)
    expect(spokenWords.parse(fieldsAsJson({ ...some, name: '王小明' })).ok).toBe(false)
  })

  it('are not exchanged under who has heard them: another reading is a recording of its own', () => {
    const attach = spokenWords.verbs['attachAudio']
    const [one, other] = [some.audioFileId, some.audioFileId.replace(/1$/, '2')]
    const run = (audioFileId: string | null, fileId: string, takenBack = false) =>
      attach?.run({ ...some, takenBack, audioFileId }, { fileId }, foundWith([]), {
        ...context,
        recordId: fileId,
      })
    expect(run(null, one)).toMatchObject({ ok: true, value: { audioFileId: one } })
    expect(run(one, one)).toMatchObject({ ok: true })
    expect(run(one, other)).toMatchObject({ ok: false, refusal: { id: 'SpokenAlready' } })
    const back = spokenWords.verbs['takeBack']?.run(
      { ...some, takenBack: false },
      {},
      foundWith([]),
      { ...context, recordId: one },
    )
    expect(back).toMatchObject({ ok: true, value: { audioFileId: null, takenBack: true } })
    expect(run(null, other, true)).toMatchObject({ ok: false, refusal: { id: 'SpokenAlready' } })
  })

  it('read a question with what may be answered, and the opening with how to answer', () => {
    const its = readInstrument('kiteline-parent')
    const [first] = its.items
    if (first === undefined) throw new Error('no item')
    const lines = itemWords(its, first, 'zh-CN').split('\n')
    const set = its.responseSets[0]
    expect(lines.length).toBeGreaterThan(set?.options.length ?? 0)
    expect(itemWords(its, { ...first, text: null }, 'zh-CN')).toBe('')
    expect(openingWords(its, 'zh-CN')).toContain(its.title['zh-CN'])
  })
})
