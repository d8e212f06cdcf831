import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { answerSheet, answerSheetIdOf, type AnswerSheet } from './answer-sheet.ts'
import {
  context,
  foundWith,
  givenConsent,
  idOf,
  ids,
  openWave,
  publishedInstrument,
  today,
  type World,
} from './cases/sheet-world.ts'

function sheet(changes: Partial<AnswerSheet> = {}): AnswerSheet {
  return {
    ...answerSheet.read({
      waveId: ids.wave,
      instrumentId: ids.instrument,
      familyId: ids.family,
      childId: ids.child,
      respondentId: ids.child,
      pairId: ids.pair,
      targetId: ids.mother,
      mode: 'readAloud',
      answers: { q1: 4 },
    }),
    ...changes,
  }
}

function judge(after: AnswerSheet, before: AnswerSheet | null = null, world: World = {}) {
  const earlier = before === null ? null : fieldsAsJson(before)
  return answerSheet.rule(fieldsAsJson(after), earlier, foundWith(world), context)?.id ?? null
}

function runVerb(name: string, fields: AnswerSheet, input: Record<string, string> = {}) {
  const outcome = answerSheet.verbs[name]?.run(fieldsAsJson(fields), input, foundWith(), context)
  if (outcome === undefined) throw new Error(`no verb ${name}`)
  return outcome
}

const submitted = sheet({ state: 'submitted', submittedOn: today })

describe('an answer sheet', () => {
  it('is accepted with consent, in an open wave, with answers in range', () => {
    expect(judge(sheet())).toBeNull()
    expect(judge(submitted)).toBeNull()
  })

  it.each([
    ['never asked', [], 'ConsentNotAsked'],
    ['refused', [givenConsent({ decision: 'refused' })], 'ConsentRefused'],
    ['withdrawn', [givenConsent({ withdrawnOn: today })], 'ConsentWithdrawn'],
    ['given for service only', [givenConsent({ purpose: 'service' })], 'ConsentNotAsked'],
    ['given for another child', [givenConsent({ subjectId: idOf(98) })], 'ConsentNotAsked'],
    [
      'unwanted by the child',
      [givenConsent({ assent: { answer: 'refused', on: null, how: '', view: '' } })],
      'ChildDoesNotWant',
    ],
  ])('is refused when assessment was %s (FAM-10)', (_, consents, id) => {
    expect(judge(sheet(), null, { consents })).toBe(id)
  })

  it.each([
    [{ wave: openWave({ state: 'closed', closedOn: today }) }, 'WaveClosed'],
    [{ wave: openWave({ opensOn: '2026-03-11' }) }, 'WaveNotOpen'],
    [{ wave: openWave({ subject: 'codes' }) }, 'WrongWaveSubject'],
    [{ wave: openWave({ instrumentIds: [idOf(31)] }) }, 'InstrumentNotInWave'],
    [{ instrument: publishedInstrument({ state: 'draft' }) }, 'InstrumentNotPublished'],
    [{ instrument: publishedInstrument({ respondent: 'parent' }) }, 'WrongRespondent'],
  ])('is refused where it does not belong (INQ-4, INQ-7) %#', (world, id) => {
    expect(judge(sheet(), null, world)).toBe(id)
  })

  it('may still come in for an instrument that was retired while its wave runs (INQ-3)', () => {
    const retired = publishedInstrument({ state: 'retired' })
    expect(judge(sheet(), null, { instrument: retired })).toBeNull()
  })

  it.each([
    [{ answers: { q1: 6 } }, 'AnswerOutOfRange'],
    [{ answers: { q9: 1 } }, 'UnknownItem'],
    [{ pairId: ids.otherPair }, 'PairOfAnotherChild'],
    [{ pairId: idOf(97) }, 'PairOfAnotherChild'],
    [{ respondentId: ids.mother }, 'WrongRespondent'],
    [{ answeredOn: '2026-03-11' }, 'DateInFuture'],
    [{ state: 'submitted', submittedOn: today, answers: {} }, 'NothingAnswered'],
    [{ state: 'submitted', submittedOn: today, answers: { q2: 3 } }, 'RequiredItemsOpen'],
    [{ state: 'submitted' }, 'SubmittedWithoutDay'],
  ] as const)('is refused with %o', (changes, id) => {
    expect(judge(sheet(changes))).toBe(id)
  })

  it('may have gaps that a required item forbids on a screen, when it comes from paper', () => {
    expect(judge({ ...submitted, mode: 'paper', answers: { q2: 3 } })).toBeNull()
  })

  it('is not rewritten once handed in; set aside with a reason it can be corrected (INQ-8)', () => {
    expect(judge({ ...submitted, answers: { q1: 5 } }, submitted)).toBe('SheetSubmitted')
    expect(judge({ ...submitted, note: 'Read in dialect.' }, submitted)).toBeNull()
    expect(runVerb('setAside', submitted, { reason: ' ' })).toMatchObject({ ok: false })
    const aside = runVerb('setAside', submitted, { reason: 'Two answers were swapped.' })
    expect(aside).toMatchObject({ ok: true, value: { state: 'setAside' } })
    const corrected = sheet({ state: 'setAside', answers: { q1: 5 } })
    expect(judge(corrected, sheet({ state: 'setAside' }))).toBeNull()
    expect(runVerb('submit', corrected)).toMatchObject({
      ok: true,
      value: { state: 'submitted', submittedOn: today, setAsideReason: '' },
    })
    expect(runVerb('submit', submitted)).toMatchObject({ refusal: { id: 'SheetSubmitted' } })
  })

  it('can always be taken out of the count, without consent and in a closed wave too', () => {
    const world = { consents: [], wave: openWave({ state: 'closed' }) }
    const aside = sheet({ state: 'setAside', setAsideReason: 'Consent was withdrawn.' })
    expect(judge(aside, submitted, world)).toBeNull()
    expect(judge({ ...aside, answers: { q1: 1 } }, aside, world)).toBe('ConsentNotAsked')
  })

  it('is the same sheet on two phones, and another one per person, pair, wave and instrument', () => {
    const key = sheet()
    expect(answerSheetIdOf(key)).toBe(answerSheetIdOf(sheet({ answers: {} })))
    const others = [
      { ...key, waveId: ids.survey },
      { ...key, respondentId: ids.mother },
      { ...key, pairId: null },
      { ...key, instrumentId: idOf(31) },
    ].map(answerSheetIdOf)
    expect(new Set([answerSheetIdOf(key), ...others]).size).toBe(5)
  })
})

describe('the child’s own word [INQ-16]', () => {
  const declined = sheet({ state: 'declined', assent: 'refused', assentOn: today })

  it('is kept with its day; a no ends the asking, a later yes begins it again', () => {
    expect(runVerb('recordAssent', sheet(), { answer: 'refused' })).toEqual({
      ok: true,
      value: { state: 'declined', assent: 'refused', assentOn: today },
    })
    expect(runVerb('recordAssent', declined, { answer: 'given' })).toMatchObject({
      value: { state: 'draft', assent: 'given' },
    })
  })

  it('stands: nobody hands in or goes on answering for a child who said no', () => {
    expect(runVerb('submit', declined)).toMatchObject({ refusal: { id: 'ChildDeclinedSheet' } })
    expect(judge({ ...declined, answers: { q1: 5 } }, declined)).toBe('ChildDeclinedSheet')
    expect(judge({ ...declined, note: 'asked again next week' }, declined)).toBeNull()
  })

  it('is not undone by setting the sheet aside: only the child’s own yes opens it again', () => {
    expect(runVerb('setAside', declined, { reason: 'x' })).toMatchObject({
      refusal: { id: 'ChildDeclinedSheet' },
    })
    const aside = sheet({ state: 'setAside', assent: 'refused', assentOn: today })
    expect(judge({ ...aside, answers: { q1: 5 } }, aside)).toBe('ChildDeclinedSheet')
    const handedIn = { ...aside, state: 'submitted', submittedOn: today } as const
    expect(judge(handedIn, aside)).toBe('ChildDeclinedSheet')
    expect(judge(handedIn)).toBe('ChildDeclinedSheet')
    expect(runVerb('recordAssent', aside, { answer: 'given' })).toMatchObject({
      value: { state: 'setAside', assent: 'given' },
    })
    expect(judge({ ...handedIn, assent: 'given' }, { ...aside, assent: 'given' })).toBeNull()
  })

  it('may be a no at any time before the sheet is handed in, in a closed wave and without consent too', () => {
    expect(
      judge(declined, sheet(), {
        consents: [],
        wave: openWave({ state: 'closed', closedOn: today }),
      }),
    ).toBeNull()
    expect(runVerb('recordAssent', submitted, { answer: 'refused' })).toMatchObject({
      refusal: { id: 'SheetSubmitted' },
    })
  })

  it('is the child’s: no adult’s sheet carries it', () => {
    const adults = { respondentId: ids.mother, assent: 'given' } as const
    const world = { instrument: publishedInstrument({ respondent: 'parent' }) }
    expect(judge(sheet(adults), null, world)).toBe('AssentIsTheChilds')
    const asked = sheet({ respondentId: ids.mother })
    const no = { ...asked, state: 'declined', assent: 'refused', assentOn: today } as const
    expect(judge(no, asked, world)).toBe('AssentIsTheChilds')
    expect(runVerb('recordAssent', asked, { answer: 'refused' })).toMatchObject({
      refusal: { id: 'AssentIsTheChilds' },
    })
  })
})
