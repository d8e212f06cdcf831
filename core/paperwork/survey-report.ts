import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { traceShape } from './report.ts'

const surveyReportShape = z.strictObject({
  /** The survey, or its wave before. */
  waveId: z.uuid(),
  /** null: a report of one wave alone. */
  afterWaveId: z.uuid().nullable().default(null),
  madeOn: dayShape,
  /** null: the form that comes with the program. */
  templateId: z.uuid().nullable().default(null),
  language: z.enum(['zh-CN', 'en']),
  fileId: z.uuid(),
  /** SHA-256 over the numbers, as of a group's report. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  numbers: z.array(traceShape).max(20000).default([]),
})
export type SurveyReport = z.infer<typeof surveyReportShape>

/** A report of a survey by codes that was made and may have left the house: what it printed is kept as it was. */
export const surveyReport = defineKind({
  name: 'surveyReport',
  room: 'paperwork',
  shape: surveyReportShape,
  scope: { of: 'survey', field: 'waveId' },
  key: { of: 'agency' },
  sealed: ['numbers'],
  /** PAP-2: made once; a correction is another report. */
  guarded: [
    'waveId',
    'afterWaveId',
    'madeOn',
    'templateId',
    'language',
    'fileId',
    'digest',
    'numbers',
  ],
  references: { waveId: 'wave', afterWaveId: 'wave', templateId: 'formTemplate' },
  columns: ['waveId', 'afterWaveId', 'madeOn', 'templateId'],
  rule: (after, _before, _found, context) =>
    after.madeOn > context.today
      ? refusal('DateInFuture', { field: 'madeOn', day: after.madeOn })
      : null,
})
