// The two published data sets as surveys by code, for the report: 2,800 people once, and a trial before and after.
import { readRows } from '../../../statistics/cases/read-case.ts'
import { wordingIn } from '../../evaluation/cases/group-world.ts'
import { surveyInstrument, surveyItems } from '../../inquiry/cases/survey-2800.ts'
import { weightInstrument } from '../../inquiry/cases/weight-trial.ts'
import { surveySheet } from '../../inquiry/survey-sheet.ts'
import { wave } from '../../inquiry/wave.ts'
import type { SurveyPaperInput } from '../survey/survey-paper-input.ts'
import { noSurveyTexts } from '../survey/survey-paper.ts'

const idOf = (number: number): string =>
  `00000000-0000-4000-8000-0000000008${String(number).padStart(2, '0')}`

function around(language: 'zh-CN' | 'en') {
  return {
    agency: {
      name:
        language === 'zh-CN' ? '虚构县星星社会工作服务中心' : 'Fictional Star Social Work Centre',
      county: language === 'zh-CN' ? '虚构县' : 'Fictional County',
      sample: false,
    },
    madeBy: language === 'zh-CN' ? '虚构社工甲' : 'Worker A (fictional)',
    reference: null,
    ofFamilies: null,
    tables: null,
    withFigures: true,
    texts: noSurveyTexts,
    madeOn: '2026-05-20',
    computedAt: '2026-05-20T08:00:00Z',
    wording: wordingIn(language),
  }
}

function waveOf(number: number, title: string, phase: 'before' | 'after' | 'survey') {
  const fields = wave.read({
    title,
    phase,
    subject: 'codes',
    instrumentIds: [idOf(9)],
    opensOn: '2026-03-01',
  })
  return { ...fields, id: idOf(number) }
}

export function bigSurvey(
  language: 'zh-CN' | 'en',
  changes: Partial<SurveyPaperInput> = {},
): SurveyPaperInput {
  const its = waveOf(1, language === 'zh-CN' ? '公开数据' : 'Published data', 'survey')
  const sheets = readRows('survey-2800.csv').map((row, index) => ({
    ...surveySheet.read({
      waveId: its.id,
      instrumentId: idOf(9),
      respondentCode: row['id'] ?? '',
      answers: Object.fromEntries(
        surveyItems.flatMap((item) => (row[item] ? [[item, Number(row[item])]] : [])),
      ),
      extra: { gender: Number(row['gender']), age: Number(row['age']) },
    }),
    id: `sheet ${index}`,
  }))
  return {
    ...around(language),
    wave: its,
    after: null,
    instruments: [{ ...surveyInstrument, id: idOf(9) }],
    sheets,
    split: { by: 'extra', name: 'gender' },
    ...changes,
  }
}

export function trialSurvey(
  language: 'zh-CN' | 'en',
  changes: Partial<SurveyPaperInput> = {},
): SurveyPaperInput {
  const before = waveOf(1, language === 'zh-CN' ? '治疗之前' : 'Before treatment', 'before')
  const after = waveOf(2, language === 'zh-CN' ? '治疗之后' : 'After treatment', 'after')
  const rows = readRows('anorexia.csv')
  const sheetsAt = (waveId: string, column: 'pre' | 'post') =>
    rows.map((row) => ({
      ...surveySheet.read({
        waveId,
        instrumentId: idOf(9),
        respondentCode: row['id'] ?? '',
        groupLabel: row['group'] ?? '',
        answers: { weight: Number(row[column]) },
      }),
      id: `${waveId} ${row['id']}`,
    }))
  return {
    ...around(language),
    wave: before,
    after,
    instruments: [{ ...weightInstrument, id: idOf(9) }],
    sheets: [...sheetsAt(before.id, 'pre'), ...sheetsAt(after.id, 'post')],
    split: { by: 'group' },
    ...changes,
  }
}
