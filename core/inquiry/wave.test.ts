import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import {
  context,
  draftInstrument,
  foundWith,
  idOf,
  ids,
  openWave,
  publishedInstrument,
  today,
} from './cases/sheet-world.ts'
import { surveySheet, surveySheetIdOf, type SurveySheet } from './survey-sheet.ts'
import { wave, type Wave } from './wave.ts'

function judge(after: Wave, before: Wave | null, instrument = publishedInstrument()) {
  const earlier = before === null ? null : fieldsAsJson(before)
  return wave.rule(fieldsAsJson(after), earlier, foundWith({ instrument }), context)?.id ?? null
}

describe('a wave', () => {
  it('takes published instruments only, and keeps one that is retired later (INQ-3)', () => {
    expect(judge(openWave(), null)).toBeNull()
    expect(judge(openWave(), null, draftInstrument())).toBe('InstrumentNotPublished')
    expect(judge(openWave({ instrumentIds: [idOf(31)] }), null)).toBe('InstrumentMissing')
    const retired = publishedInstrument({ state: 'retired' })
    expect(judge(openWave(), null, retired)).toBe('InstrumentNotPublished')
    expect(judge(openWave({ title: 'Before' }), openWave(), retired)).toBeNull()
  })

  it('is not due before it opens', () => {
    expect(judge(openWave({ dueOn: '2026-02-28' }), null)).toBe('DueBeforeOpening')
    expect(judge(openWave({ dueOn: '2026-03-01' }), null)).toBeNull()
  })

  it('closes and reopens by name, with the day', () => {
    const run = (verb: string, fields: Wave) =>
      wave.verbs[verb]?.run(fieldsAsJson(fields), {}, foundWith(), context)
    expect(run('close', openWave())).toEqual({
      ok: true,
      value: { state: 'closed', closedOn: today },
    })
    expect(run('close', openWave({ state: 'closed' }))).toMatchObject({
      refusal: { id: 'WaveClosed' },
    })
    expect(run('reopen', openWave({ state: 'closed' }))).toEqual({
      ok: true,
      value: { state: 'open', closedOn: null },
    })
    expect(run('reopen', openWave())).toMatchObject({ refusal: { id: 'WaveIsOpen' } })
  })
})

describe('a survey sheet', () => {
  const sheet: SurveySheet = surveySheet.read({
    waveId: ids.survey,
    instrumentId: ids.instrument,
    respondentCode: 'A17',
    answers: { q1: 2 },
    extra: { age: 34, school: 'north' },
  })
  const judgeSheet = (changes: Partial<SurveySheet>, survey = openWave({ subject: 'codes' })) =>
    surveySheet.rule(fieldsAsJson({ ...sheet, ...changes }), null, foundWith({ survey }), context)
      ?.id ?? null

  it('is accepted in a survey of codes and needs no family', () => {
    expect(judgeSheet({})).toBeNull()
  })

  it('is refused out of range, empty, closed, or in a wave of families', () => {
    expect(judgeSheet({ answers: { q1: 9 } })).toBe('AnswerOutOfRange')
    expect(judgeSheet({ answers: {} })).toBe('NothingAnswered')
    expect(judgeSheet({}, openWave({ subject: 'codes', state: 'closed' }))).toBe('WaveClosed')
    expect(judgeSheet({ waveId: ids.wave })).toBe('WrongWaveSubject')
  })

  it('is one record per code', () => {
    expect(surveySheetIdOf(sheet)).toBe(surveySheetIdOf({ ...sheet }))
    expect(surveySheetIdOf(sheet)).not.toBe(surveySheetIdOf({ ...sheet, respondentCode: 'A18' }))
  })
})
