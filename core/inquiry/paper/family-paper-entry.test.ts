import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Entry } from '../../sync/entry.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { answerSheet, answerSheetIdOf } from '../answer-sheet.ts'
import {
  context,
  entryOf,
  givenConsent,
  idOf,
  ids,
  motherAndChild,
  openWave,
  publishedInstrument,
} from '../cases/sheet-world.ts'
import {
  familyPaperEntry,
  type FamilyPaperEntry,
  familyPaperEntryIdOf,
  readFamilyPaper,
  settleFamilyPaper,
} from './family-paper-entry.ts'

const [me, other, third] = [context.actor.staffId, idOf(3), idOf(4)]

function entry(changes: Partial<FamilyPaperEntry> = {}): FamilyPaperEntry {
  return familyPaperEntry.read(
    fieldsAsJson({
      waveId: ids.wave,
      instrumentId: ids.instrument,
      familyId: ids.family,
      childId: ids.child,
      respondentId: ids.child,
      pairId: ids.pair,
      typistId: me,
      answers: { q1: 3, q2: 2 },
      ...changes,
    }),
  )
}

const consent = entryOf('consent', idOf(500), givenConsent())

function foundWith(there: readonly FamilyPaperEntry[], more: readonly Entry[] = [consent]) {
  return foundIn([
    entryOf('instrument', ids.instrument, publishedInstrument()),
    entryOf('wave', ids.wave, openWave()),
    entryOf('pair', ids.pair, motherAndChild),
    ...more,
    ...there.map((one) => entryOf('familyPaperEntry', familyPaperEntryIdOf(one), one)),
  ])
}

function judge(
  after: FamilyPaperEntry,
  before: FamilyPaperEntry | null = null,
  there: readonly FamilyPaperEntry[] = [],
  more?: readonly Entry[],
) {
  const earlier = before === null ? null : fieldsAsJson(before)
  const found = foundWith(there, more)
  return familyPaperEntry.rule(fieldsAsJson(after), earlier, found, context)?.id ?? null
}

function sheetIn(state: 'submitted' | 'declined'): Entry {
  const { typistId: _typist, ...place } = entry()
  const sheet = answerSheet.read(
    fieldsAsJson({
      ...place,
      mode: 'paper',
      state,
      assent: state === 'declined' ? 'refused' : 'notAsked',
    }),
  )
  return entryOf('answerSheet', answerSheetIdOf(place), sheet)
}

describe('the paper of a known person', () => {
  it('is typed by two people, each only their own reading [INQ-25]', () => {
    expect(judge(entry())).toBeNull()
    expect(judge(entry({ typistId: other }))).toBe('EntryOfSomeoneElse')
    const two = [entry({ typistId: other }), entry({ typistId: third })]
    expect(judge(entry(), null, two)).toBe('PaperTypedTwice')
    const finished = entry({ state: 'done' })
    expect(judge({ ...finished, answers: { q1: 5 } }, finished)).toBe('EntryFinished')
  })

  it('is taken up again only while the other has not finished [INQ-25]', () => {
    const reopen = (there: readonly FamilyPaperEntry[]) =>
      familyPaperEntry.verbs['reopen']?.run(
        fieldsAsJson(entry({ state: 'done' })),
        {},
        foundWith(there),
        context,
      )
    expect(reopen([entry({ typistId: other })])).toMatchObject({ ok: true })
    expect(reopen([entry({ typistId: other, state: 'done' })])).toMatchObject({
      ok: false,
      refusal: { id: 'PaperTypedTwice' },
    })
  })

  it('asks what every sheet of a family asks [INQ-25]', () => {
    expect(judge(entry(), null, [], [])).not.toBeNull()
    expect(judge(entry({ respondentId: ids.mother }))).toBe('WrongRespondent')
    expect(judge(entry({ answers: { q1: 9 } }))).toBe('AnswerOutOfRange')
    expect(judge(entry({ answers: {}, state: 'done' }), entry())).toBe('NothingAnswered')
    expect(judge(entry(), null, [], [consent, sheetIn('submitted')])).toBe('SheetSubmitted')
    expect(judge(entry(), null, [], [consent, sheetIn('declined')])).toBe('ChildDeclinedSheet')
  })
})

describe('two readings of it', () => {
  const record = (changes: Partial<FamilyPaperEntry>) => {
    const one = entry(changes)
    return { ...one, id: familyPaperEntryIdOf(one) }
  }
  const scale = publishedInstrument()
  const mine = record({ state: 'done' })
  const theirs = record({ typistId: other, answers: { q1: 4, q2: 2 }, state: 'done' })
  const look = (all: Parameters<typeof readFamilyPaper>[1], staffId = me) =>
    readFamilyPaper(scale, all, entry(), staffId)

  it('are laid side by side only when both have finished [INQ-22, INQ-25]', () => {
    expect(look([theirs]).state).toBe('mine')
    expect(look([record({}), theirs]).readings).toEqual([])
    expect(look([mine]).state).toBe('second')
    expect(look([mine], other).state).toBe('mine')
    expect(look([mine, theirs, record({ typistId: third })], third).state).toBe('mine')
    expect(look([mine, theirs]).state).toBe('differ')
  })

  it('become answers where they agree, and where a person has decided [INQ-25]', () => {
    const paper = look([mine, theirs])
    expect(paper.differences.map(({ item }) => item.id)).toEqual(['q1'])
    expect(settleFamilyPaper(paper, {})).toBeNull()
    expect(settleFamilyPaper(paper, { q1: 4 })).toEqual({ q1: 4, q2: 2 })
    const agreed = look([mine, record({ typistId: other, state: 'done' })])
    expect(agreed.state).toBe('agree')
    expect(settleFamilyPaper(agreed, {})).toEqual({ q1: 3, q2: 2 })
  })
})
