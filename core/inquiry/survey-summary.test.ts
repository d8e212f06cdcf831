import { describe, expect, it } from 'vitest'
import { found, readExpected } from '../../statistics/cases/read-case.ts'
import { planAnswerImport } from './answer-import/plan-answer-import.ts'
import { surveyInstrument, surveyRows, surveyScales } from './cases/survey-2800.ts'
import { summariseSurvey } from './survey-summary.ts'

const expected = readExpected('survey-2800')

function summaryOfSurvey() {
  const planned = planAnswerImport(
    { name: 'survey', rows: surveyRows(), merges: [] },
    {
      instrument: surveyInstrument,
      subject: 'codes',
      people: [],
      wave: { from: 'fixed', waveId: 'survey' },
      today: '2026-03-10',
    },
  )
  const sheets = planned.sheets.map((sheet) => sheet.answers)
  const summary = summariseSurvey(surveyInstrument, sheets)
  if (!summary.ok) throw new Error(summary.refusal.id)
  return summary.value
}

describe('the survey of 2,800 people, imported and scored', () => {
  const summary = summaryOfSurvey()

  it('counts people and missing answers as R does', () => {
    expected('n_rows', summary.sheetCount)
    expected('n_complete_25', summary.completeCount)
    expected('n_missing_cells', summary.missingCount)
    expected(
      'missing_per_item',
      summary.items.map((item) => item.missing),
    )
  })

  it.each(surveyScales)('gives scores and reliability of %s as R does', (name) => {
    const scale = summary.scales.find((one) => one.scaleId === name)
    if (scale === undefined) throw new Error(`no scale ${name}`)
    const description = found(scale.description)
    expected(`${name}_score_n`, description.n)
    expected(`${name}_score_mean`, description.value.mean)
    expected(`${name}_score_sd`, description.value.sd)
    const listwise = found(scale.alphaListwise)
    expected(`${name}_alpha_listwise`, listwise.value.alpha)
    expected(`${name}_n_listwise`, listwise.n)
    expected(
      `${name}_alpha_drop_listwise`,
      listwise.value.items.map((item) => item.alphaIfDropped),
    )
    expected(`${name}_alpha_pairwise`, found(scale.alphaPairwise).value.alpha)
  })

  it('says why there is no figure instead of giving one', () => {
    const nobody = summariseSurvey(surveyInstrument, [])
    if (!nobody.ok) throw new Error(nobody.refusal.id)
    expect(nobody.value.scales[0]?.description).toMatchObject({ ok: false, reason: 'TooFewValues' })
    expect(nobody.value.scales[0]?.alphaListwise).toMatchObject({ ok: false })
    expect(summariseSurvey(surveyInstrument, [{ A1: 7 }])).toMatchObject({
      ok: false,
      refusal: { id: 'AnswerOutOfRange' },
    })
  })
})
