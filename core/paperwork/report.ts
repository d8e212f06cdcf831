import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { formShape } from './form-template.ts'

/** One printed number and all that is needed to compute it again. */
export const traceShape = z.strictObject({
  id: z.string().regex(/^N[1-9]\d{0,4}$/),
  what: z.string().max(400),
  value: z.number().nullable(),
  /** As it stands on paper. */
  shown: z.string().max(80),
  n: z.number().int().min(0).nullable(),
  method: z.string().max(300),
  waveIds: z.array(z.uuid()).max(5).default([]),
  wave: z.string().max(300),
  instrument: z.string().max(200),
  computedAt: instantShape,
})
export type Trace = z.infer<typeof traceShape>

const reportShape = z.strictObject({
  groupId: z.uuid(),
  form: formShape,
  madeOn: dayShape,
  /** null: the form that comes with the program. */
  templateId: z.uuid().nullable().default(null),
  language: z.enum(['zh-CN', 'en']),
  fileId: z.uuid(),
  /** SHA-256 over the numbers: the same data give the same digest, so that a later look can tell whether anything moved. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  numbers: z.array(traceShape).max(5000).default([]),
})
export type Report = z.infer<typeof reportShape>

/** A document that was made and may have left the house: what it printed is kept as it was. */
export const report = defineKind({
  name: 'report',
  room: 'paperwork',
  shape: reportShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: ['numbers'],
  /** PAP-2: a report is made once; a correction is another report. */
  guarded: ['groupId', 'form', 'madeOn', 'templateId', 'language', 'fileId', 'digest', 'numbers'],
  references: { groupId: 'supportGroup', templateId: 'formTemplate' },
  columns: ['groupId', 'form', 'madeOn', 'templateId'],
  rule: (after, _before, _found, context) =>
    after.madeOn > context.today
      ? refusal('DateInFuture', { field: 'madeOn', day: after.madeOn })
      : null,
})
