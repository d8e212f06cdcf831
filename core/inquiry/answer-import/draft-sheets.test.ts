import { describe, expect, it } from 'vitest'
import { context, foundWith, givenConsent, ids, today } from '../cases/sheet-world.ts'
import { answerSheet } from '../answer-sheet.ts'
import { surveySheet } from '../survey-sheet.ts'
import type { PlannedSheet } from './answer-import-plan.ts'
import { setAsideUnconsented } from './set-aside-unconsented.ts'
import { bundleSheets, draftKnownSheet, draftSurveySheet } from './draft-sheets.ts'

const planned: PlannedSheet = {
  row: 2,
  waveId: ids.wave,
  respondent: 'k',
  groupLabel: 'FT',
  answeredOn: '2026-03-01',
  answers: { q1: 3 },
  extra: { age: 16 },
}
const place = {
  instrumentId: ids.instrument,
  familyId: ids.family,
  childId: ids.child,
  respondentId: ids.child,
  pairId: ids.pair,
}
const people = new Map([['k', { key: 'k', place, adultId: ids.mother }]])

describe('drafting imported sheets', () => {
  it('makes a sheet that the rules take, about the adult of the pair, and hands it in', () => {
    const drafts = draftKnownSheet(planned, people, 'zh-CN')
    expect(drafts.map(({ verb }) => verb)).toEqual(['create', 'submit'])
    const fields = answerSheet.parse(drafts[0]?.fields ?? {})
    expect(fields).toMatchObject({ ok: true, value: { targetId: ids.mother, mode: 'import' } })
    if (fields.ok) expect(answerSheet.rule(fields.value, null, foundWith(), context)).toBeNull()
  })

  it('makes a coded sheet with its group and background, and nothing of somebody unknown', () => {
    const [draft] = draftSurveySheet({ ...planned, waveId: ids.survey }, ids.instrument)
    const fields = surveySheet.parse(draft?.fields ?? {})
    expect(fields).toMatchObject({
      ok: true,
      value: { respondentCode: 'k', groupLabel: 'FT', extra: { age: 16 } },
    })
    if (fields.ok) expect(surveySheet.rule(fields.value, null, foundWith(), context)).toBeNull()
    expect(draftKnownSheet({ ...planned, respondent: 'x' }, people, 'en')).toEqual([])
  })

  it('never cuts a sheet in two', () => {
    const drafts = draftKnownSheet(planned, people, 'zh-CN')
    const bundles = bundleSheets([drafts, [], drafts, drafts], 5)
    expect(bundles.map((bundle) => bundle.length)).toEqual([4, 2])
  })

  it('names whoever nobody has agreed for, before anything is written [INQ-10]', () => {
    const consent = { ...givenConsent(), id: ids.wave }
    const agreed = setAsideUnconsented([planned], people, [consent], today)
    expect(agreed).toEqual({ sheets: [planned], refused: [] })
    const none = setAsideUnconsented([planned], people, [], today)
    expect(none.sheets).toEqual([])
    expect(none.refused[0]?.refusal.id).toBe('ConsentNotAsked')
    const elsewhere = { ...consent, familyId: ids.mother }
    expect(setAsideUnconsented([planned], people, [elsewhere], today).sheets).toEqual([])
  })
})
