import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { foundIn } from '../../sync/find-needs.ts'
import {
  context,
  draftInstrument,
  entryOf,
  idOf,
  ids,
  openWave,
  publishedInstrument,
} from '../cases/sheet-world.ts'
import { compareReadings, countTyping, listPaperSheets, settleEntries } from './compare-entries.ts'
import { paperEntry, paperEntryIdOf, type PaperEntry } from './paper-entry.ts'
import { numberOfSheet, readSheetCode, sheetCodeOf, showSheetCode } from './sheet-code.ts'

const [me, other, third] = [context.actor.staffId, idOf(3), idOf(4)]

function entry(changes: Partial<PaperEntry> = {}): PaperEntry {
  return paperEntry.read(
    fieldsAsJson({
      waveId: ids.survey,
      instrumentId: ids.instrument,
      sheetCode: sheetCodeOf(1),
      typistId: me,
      answers: { q1: 3 },
      ...changes,
    }),
  )
}

function foundWith(...entries: readonly PaperEntry[]) {
  return foundIn([
    entryOf('instrument', ids.instrument, publishedInstrument()),
    entryOf('wave', ids.survey, openWave({ subject: 'codes', phase: 'survey' })),
    ...entries.map((one) => entryOf('paperEntry', paperEntryIdOf(one), one)),
  ])
}

function judge(after: PaperEntry, before: PaperEntry | null, ...there: readonly PaperEntry[]) {
  const earlier = before === null ? null : fieldsAsJson(before)
  return paperEntry.rule(fieldsAsJson(after), earlier, foundWith(...there), context)
}

function run(verb: string, fields: PaperEntry, ...there: readonly PaperEntry[]) {
  return paperEntry.verbs[verb]?.run(fieldsAsJson(fields), {}, foundWith(...there), context)
}

describe('typing in paper', () => {
  it('is done by two people, each only their own reading (INQ-22)', () => {
    expect(judge(entry(), null)).toBeNull()
    expect(judge(entry(), null, entry({ typistId: other }))).toBeNull()
    expect(judge(entry({ typistId: other }), null)?.id).toBe('EntryOfSomeoneElse')
    const two = [entry({ typistId: other }), entry({ typistId: third })]
    expect(judge(entry(), null, ...two)?.id).toBe('SheetTypedTwice')
  })

  it('ends, and may be taken up again only while the other has not finished (INQ-22)', () => {
    expect(run('finish', entry())).toEqual({ ok: true, value: { state: 'done' } })
    expect(run('finish', entry({ typistId: other }))).toMatchObject({ ok: false })
    const finished = entry({ state: 'done' })
    expect(run('reopen', finished, entry({ typistId: other }))).toMatchObject({ ok: true })
    expect(run('reopen', finished, entry({ typistId: other, state: 'done' }))).toMatchObject({
      ok: false,
      refusal: { id: 'SheetTypedTwice' },
    })
  })

  it('keeps what was read once it is finished, and takes only answers that the item allows (INQ-5, INQ-22)', () => {
    const finished = entry({ state: 'done' })
    expect(judge({ ...finished, answers: { q1: 4 } }, finished)?.id).toBe('EntryFinished')
    expect(judge(entry({ answers: { q1: 9 } }), null)?.id).toBe('AnswerOutOfRange')
    expect(judge(entry({ answers: {}, state: 'done' }), entry())?.id).toBe('NothingAnswered')
  })
})

describe('two readings of a sheet', () => {
  const scale = draftInstrument()
  const withId = (one: PaperEntry) => ({ ...one, id: paperEntryIdOf(one) })
  const mine = withId(entry({ state: 'done', groupLabel: '三(1)' }))
  const theirs = withId(entry({ typistId: other, state: 'done', answers: { q1: 3, q2: 5 } }))

  it('are laid side by side only when both have finished (INQ-22)', () => {
    const [half] = listPaperSheets(scale, [mine, { ...theirs, state: 'typing' }], new Set())
    expect(half).toMatchObject({ state: 'once', differences: [] })
    const [both] = listPaperSheets(scale, [mine, theirs], new Set())
    expect(both?.state).toBe('differ')
    expect(both?.differences.map(({ item }) => item.id)).toEqual(['q2'])
    expect(countTyping(scale, both === undefined ? [] : [both])).toMatchObject({
      differ: 1,
      agreement: 0.5,
    })
  })

  it('become a sheet when every difference is decided, a gap too (INQ-22)', () => {
    const [sheet] = listPaperSheets(scale, [mine, theirs], new Set())
    expect(sheet && settleEntries(sheet, {})).toBeNull()
    expect(sheet && settleEntries(sheet, { q2: 5 })).toMatchObject({
      respondent: sheetCodeOf(1),
      groupLabel: '三(1)',
      answers: { q1: 3, q2: 5 },
    })
    expect(sheet && settleEntries(sheet, { q2: null })?.answers).toEqual({ q1: 3, q2: null })
  })

  it('agree when a blank and nothing are the same', () => {
    expect(compareReadings(scale, mine, { answers: { q1: 3, q2: null } })).toEqual([])
    const same = withId(entry({ typistId: other, state: 'done' }))
    expect(listPaperSheets(scale, [mine, same], new Set())[0]?.state).toBe('agree')
    expect(listPaperSheets(scale, [mine], new Set([mine.sheetCode]))[0]?.state).toBe('taken')
  })
})

describe('the number on a sheet', () => {
  it('is found out when one digit is wrong or two neighbours are swapped', () => {
    const caught = (typed: string) => readSheetCode(typed) === null
    for (let number = 1; number < 300; number += 1) {
      const code = sheetCodeOf(number)
      for (let at = 0; at < 5; at += 1)
        for (let digit = 0; digit < 10; digit += 1)
          if (String(digit) !== code[at])
            expect(caught(code.slice(0, at) + String(digit) + code.slice(at + 1))).toBe(true)
    }
  })

  it('is read as it is printed, typed or scanned', () => {
    const code = sheetCodeOf(17)
    expect(readSheetCode(showSheetCode(code))).toBe(code)
    expect(
      readSheetCode(
        `　${[...code].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')}`,
      ),
    ).toBe(code)
    expect(numberOfSheet(code)).toBe(17)
    expect(readSheetCode('17')).toBeNull()
  })
})
