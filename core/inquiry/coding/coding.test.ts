import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person } from '../../families/person.ts'
import type { JsonObject } from '../../kit/json.ts'
import type { Entry } from '../../sync/entry.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { layOutLines } from '../interview/text-lines.ts'
import {
  codeEntry,
  codeOf,
  consentEntry,
  contextOf,
  entryOf,
  idOf,
  interviewEntry,
  laidOut,
  linesOf,
  passEntry,
  spanEntry,
  spanFields,
  spanOf,
  words,
} from './cases/coding-world.ts'
import { codedSpan, type CodedSpanEntry } from './coded-span.ts'
import { codingPass } from './coding-pass.ts'
import { countCodes } from './count-codes.ts'
import { markLine, spansByLine } from './mark-line.ts'
import { agreeOnCharacters, agreeOnCoding } from './measure-agreement.ts'
import { listNamesTwice, orderCodes } from './order-codes.ts'
import { placeSpans, planLineEdit } from './place-spans.ts'

const around = [interviewEntry, consentEntry('assessment'), codeEntry('topics')]

function judge(fields: JsonObject, before: Entry | null = null, others: readonly Entry[] = around) {
  const entry = entryOf(codedSpan, idOf('span'), {
    ...spanFields('worker', 'topics', '总是问作业'),
    ...fields,
  })
  const context = contextOf('worker')
  return codedSpan.rule(entry.fields, before?.fields ?? null, foundIn(others), context)?.id ?? null
}

describe('a mark', () => {
  it('is its coder’s own; what came by file is in the hands of who brought it [INQ-33]', () => {
    expect(judge({})).toBeNull()
    expect(judge({ coderId: idOf('colleague') })).toBe('SpanOfSomebodyElse')
    const brought = { coderId: null, coderName: 'Student', importedById: idOf('worker') }
    expect(judge(brought)).toBeNull()
    const mine = spanEntry('colleague', 'topics', '总是问作业')
    const takeBack = codedSpan.verbs['takeBack']
    expect(takeBack?.run(mine.fields, {}, foundIn([]), contextOf('worker'))).toMatchObject({
      ok: false,
      refusal: { id: 'SpanOfSomebodyElse' },
    })
    expect(takeBack?.run(mine.fields, {}, foundIn([]), contextOf('colleague'))).toEqual({
      ok: true,
      value: { takenBack: true },
    })
  })

  it('has a code that can be given, or a memo [INQ-33]', () => {
    expect(judge({ codeId: null })).toBe('SpanNeedsCodeOrMemo')
    expect(judge({ codeId: null, memo: 'looks down' })).toBeNull()
    const with_ = (code: Entry) => judge({}, null, [...around.slice(0, 2), code])
    expect(with_(codeEntry('topics', { codable: false }))).toBe('CodeNotCodable')
    expect(with_(codeEntry('topics', { state: 'retired' }))).toBe('CodeRetired')
    expect(judge({ toAt: 3, fromAt: 3, fromLine: 'k0001', toLine: 'k0001' })).toBe('SpanEmpty')
  })

  it('stands no more when the coder has declared the text done [INQ-34]', () => {
    const done = [...around, passEntry('worker', { state: 'done', doneOn: '2026-03-09' })]
    expect(judge({}, null, done)).toBe('CodingPassDone')
    const mine = spanEntry('worker', 'topics', '总是问作业')
    expect(judge({ takenBack: true }, mine, done)).toBe('CodingPassDone')
  })

  it('is moved by whoever corrects its line, and by nobody given another code [INQ-32]', () => {
    const theirs = spanEntry('colleague', 'topics', '总是问作业')
    const fields = { coderId: idOf('colleague') }
    expect(judge({ ...fields, fromAt: 1 }, theirs)).toBeNull()
    expect(judge({ ...fields, memo: 'mine' }, theirs)).toBe('SpanOfSomebodyElse')
  })

  it('says of people of the family whom its words mean, and by its coder only [INQ-33]', () => {
    const named = (name: string, family: string) =>
      entryOf(person, idOf(name), { familyId: idOf(family), name, role: 'parent' })
    const [mother, stranger] = [named('mother', 'family'), named('stranger', 'other')]
    const known = [...around, mother, stranger]
    expect(judge({ aboutIds: [idOf('mother')] }, null, known)).toBeNull()
    expect(judge({ aboutIds: [idOf('stranger')] }, null, known)).toBe('NotInThisFamily')
    const theirs = spanEntry('colleague', 'topics', '总是问作业')
    const fields = { coderId: idOf('colleague'), aboutIds: [idOf('mother')] }
    expect(judge(fields, theirs, known)).toBe('SpanOfSomebodyElse')
    const mine = spanEntry('worker', 'topics', '总是问作业')
    const gone = { ...mine, fields: { ...mine.fields, aboutIds: [idOf('mother')] } }
    expect(judge({ aboutIds: [idOf('mother')] }, gone)).toBeNull()
  })

  it('is made while the child’s consent holds [INQ-30]', () => {
    expect(judge({}, null, [interviewEntry, codeEntry('topics')])).toBe('ConsentNotAsked')
  })
})

describe('a round of coding', () => {
  it('is finished and opened again by its coder, which stays visible [INQ-34]', () => {
    const open = passEntry('worker')
    const finish = codingPass.verbs['finish']
    const theirs = finish?.run(open.fields, {}, foundIn([]), contextOf('colleague'))
    expect(theirs).toMatchObject({ ok: false, refusal: { id: 'PassOfSomebodyElse' } })
    const done = finish?.run(open.fields, {}, foundIn([]), contextOf('worker'))
    expect(done).toEqual({ ok: true, value: { state: 'done', doneOn: '2026-03-10' } })
    const again = codingPass.verbs['reopen']?.run(
      { ...open.fields, state: 'done' },
      {},
      foundIn([]),
      contextOf('worker'),
    )
    expect(again).toEqual({ ok: true, value: { state: 'open', doneOn: null, knewOthers: true } })
  })
})

describe('where marks stand', () => {
  const marks = [
    spanOf('worker', 'topics', '总是问作业'),
    spanOf('worker', 'feelings', '𠮷祥物'),
    spanOf('worker', 'amount', '两次😀'),
  ]
  const at = (texts: readonly string[], spans: readonly CodedSpanEntry[] = marks) => {
    const lines = laidOut(texts)
    const { placed, lost } = placeSpans(lines, spans)
    const whole = Array.from(lines.map(({ text }) => text).join('\n'))
    return {
      words: placed.map(({ from, to }) => whole.slice(from, to).join('')),
      states: placed.map(({ state }) => state),
      lost: lost.map(({ quote }) => quote),
    }
  }

  it('is by their words, with four-byte Han and emoji [INQ-32]', () => {
    expect(at(words)).toEqual({
      words: ['两次😀', '总是问作业', '𠮷祥物'],
      states: ['held', 'held', 'held'],
      lost: [],
    })
  })

  it('follows a correction that knew nothing of them, or says that the words are gone [INQ-32]', () => {
    const changed = words.map((line) => line.replace('两次😀。', '两次😀！就两次。'))
    expect(at(changed)).toMatchObject({ states: ['held', 'moved', 'held'], lost: [] })
    const gone = words.map((line) => line.replace('总是问作业', '不怎么说话'))
    expect(at(gone).lost).toEqual(['总是问作业'])
  })

  it('moves with a correction on this device, also over new line breaks [INQ-32]', () => {
    const lines = laidOut()
    const { placed } = placeSpans(lines, marks)
    const key = lines[1]?.key ?? ''
    const typed = '[00:12] 孩子：就𠮷两次😀。\n妈妈总是老问作业，我不知道。'
    const edit = planLineEdit(lines, key, typed, placed)
    expect(Object.values(edit.lines)).toEqual(typed.split('\n'))
    const after = layOutLines({ ...linesOf(words), ...textsOf(edit.lines) })
    const kept = marks.map((span) => ({
      ...span,
      ...edit.moved.find(({ id }) => id === span.id)?.fields,
    }))
    const again = placeSpans(after, kept)
    expect(again.placed.map(({ span }) => span.quote)).toEqual(['两次😀', '总是老问作业', '𠮷祥物'])
    expect(again.placed.every(({ state }) => state === 'held')).toBe(true)
  })

  it('keeps the words of every mark that a correction does not touch [INQ-32]', () => {
    const unit = fc.constantFrom('一', '二', '𠮷', '😀', 'a', '\n')
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 4, maxLength: 20 }),
        fc.array(unit, { maxLength: 6 }),
        fc.nat(20),
        fc.nat(20),
        (before, typed, one, other) => {
          const flat = before.map((sign) => (sign === '\n' ? '。' : sign))
          const from = Math.min(one, other) % flat.length
          const to = Math.max(from, Math.max(one, other) % flat.length)
          const lines = laidOut([flat.join('')])
          const key = lines[0]?.key ?? ''
          const span = spanAt(flat, from, to, key)
          const { placed } = placeSpans(lines, [
            codedSpan.readEntry(entryOf(codedSpan, idOf('s'), span)),
          ])
          const head = [...flat.slice(0, to), '→', ...typed, '←', ...flat.slice(to)].join('')
          const edit = planLineEdit(lines, key, head, placed)
          const after = layOutLines({ [key]: flat.join(''), ...textsOf(edit.lines) })
          const fields = edit.moved[0]?.fields ?? span
          const found = placeSpans(after, [fields])
          if (from < to)
            expect(found.placed.map(({ span: { quote } }) => quote)).toEqual([span.quote])
        },
      ),
    )
  })
})

function spanAt(flat: readonly string[], from: number, to: number, key: string) {
  return {
    ...spanFields('worker', 'topics', '总是问作业'),
    fromLine: key,
    toLine: key,
    fromAt: from,
    toAt: to,
    quote: flat.slice(from, to).join(''),
  }
}

function textsOf(lines: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([key, text]) => (text === null ? [] : [[key, text]])),
  )
}

describe('a drawn line', () => {
  it('is cut where marks begin and end, each part knowing what lies over it', () => {
    const lines = laidOut()
    const spans = [
      spanOf('worker', 'talk', '妈妈总是问作业，我不知道说什么'),
      spanOf('worker', 'topics', '问作业'),
    ]
    const { placed } = placeSpans(lines, spans)
    const byLine = spansByLine(lines, placed)
    expect([...byLine.keys()]).toEqual([lines[1]?.key])
    const line = lines[1] ?? laidOut(['']).slice(0, 1)[0]
    const parts = line === undefined ? [] : markLine(line, byLine.get(line.key) ?? [])
    expect(parts.map(({ text, spanIds }) => [text, spanIds.length])).toEqual([
      ['[00:12] 孩子：两次😀。', 0],
      ['妈妈总是', 1],
      ['问作业', 2],
      ['，我不知道说什么', 1],
      ['。', 0],
    ])
  })
})

describe('two coders’ agreement', () => {
  const lines = laidOut()
  const place = (...spans: readonly CodedSpanEntry[]) => placeSpans(lines, spans).placed

  it('is counted over lines in which something is said, code by code [INQ-34]', () => {
    const first = place(spanOf('a', 'topics', '总是问作业'), spanOf('a', 'promise', '过年回来'))
    const second = place(spanOf('b', 'topics', '问作业'), spanOf('b', 'topics', '折的'))
    const found = agreeOnCoding(lines, first, second)
    expect(found.lines).toBe(4)
    const topics = found.codes.find(({ codeId }) => codeId === idOf('topics'))
    expect(topics).toMatchObject({ both: 1, onlyFirst: 0, onlySecond: 1, neither: 2 })
    // By hand: seen 3/4; by chance 1/4·2/4 + 3/4·2/4 = 1/2; (3/4 − 1/2) / (1 − 1/2) = 1/2.
    expect(topics?.kappa.ok === true && topics.kappa.value.kappa).toBeCloseTo(0.5, 10)
    expect(found.differences.map(({ codeId, by, line }) => [codeId, by, line.key])).toEqual([
      [idOf('topics'), 'second', lines[4]?.key],
      [idOf('promise'), 'first', lines[4]?.key],
    ])
  })

  it('over characters asks where a passage begins and ends [INQ-34]', () => {
    const [first, second] = [
      place(spanOf('a', 'topics', '总是问作业')),
      place(spanOf('b', 'topics', '问作业')),
    ]
    const last = lines.at(-1)
    const points = last === undefined ? 0 : last.start + last.points
    const found = agreeOnCharacters(points, idOf('topics'), first, second)
    expect(found.ok && found.value.percentAgreement).toBeCloseTo((100 * (points - 2)) / points, 10)
    expect(agreeOnCoding(lines, [], []).codes).toEqual([])
  })

  it('has no number where both always say the same, and says so [INQ-34]', () => {
    const all = lines.filter(({ points }) => points > 0).map(({ text }) => text.slice(-2))
    const marked = place(...all.map((quote) => spanOf('a', 'topics', quote)))
    const topics = agreeOnCoding(lines, marked, marked).codes[0]
    expect(topics).toMatchObject({ both: 4, kappa: { ok: false, reason: 'ZeroVariance' } })
  })
})

describe('codes by cases', () => {
  it('count a passage once, whoever marked it alike [INQ-35]', () => {
    const spans = [
      spanOf('a', 'topics', '问作业'),
      spanOf('b', 'topics', '问作业'),
      spanOf('a', 'promise', '过年回来'),
      { ...spanOf('a', 'promise', '折的'), takenBack: true },
    ]
    const matrix = countCodes(spans, ({ familyId }) => familyId ?? '')
    const family = idOf('family')
    expect(matrix.caseIds).toEqual([family])
    expect([matrix.of(idOf('topics'), family), matrix.of(idOf('promise'), family)]).toEqual([1, 1])
    expect([matrix.ofCode(idOf('topics')), matrix.ofCase(family), matrix.all]).toEqual([1, 2, 2])
  })
})

describe('the codebook', () => {
  it('is read head by head; a code whose head is gone or goes round in a circle is not lost', () => {
    const codes = [
      codeOf('b', { parentId: idOf('a') }),
      codeOf('a', { place: 2 }),
      codeOf('c', { place: 1 }),
      codeOf('orphan', { parentId: idOf('nobody'), place: 9 }),
      codeOf('x', { parentId: idOf('y'), place: 10 }),
      codeOf('y', { parentId: idOf('x'), place: 11 }),
    ]
    expect(orderCodes(codes).map(({ code, depth }) => [code.name, depth])).toEqual([
      ['c', 0],
      ['a', 0],
      ['b', 1],
      ['orphan', 0],
      ['x', 0],
      ['y', 0],
    ])
    expect([...listNamesTwice([...codes, codeOf('a')])]).toEqual(['a'])
  })
})
