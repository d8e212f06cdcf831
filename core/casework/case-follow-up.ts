import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { wave } from '../inquiry/wave.ts'
import { defineKind } from '../sync/kind.ts'
import { contactModes } from './case-contact.ts'
import { needCase, refuseOfCase } from './refuse-unserved-case.ts'

export const followUpFindings = ['holds', 'better', 'slipped', 'notReached'] as const

const caseFollowUpShape = z.strictObject({
  familyId: z.uuid(),
  caseId: z.uuid(),
  plannedOn: dayShape,
  doneOn: dayShape.nullable().default(null),
  doneById: z.uuid().nullable().default(null),
  how: z.enum(contactModes).nullable().default(null),
  finding: z.enum(followUpFindings).nullable().default(null),
  words: z.string().max(2000).default(''),
  /** The questionnaires that are asked again with it. */
  waveId: z.uuid().nullable().default(null),
})
export type CaseFollowUp = z.infer<typeof caseFollowUpShape>
export type CaseFollowUpEntry = CaseFollowUp & { readonly id: string }

/** One look after a case has ended (form-F21): planned for a day, done on a day, and what was found. */
export const caseFollowUp = defineKind({
  name: 'caseFollowUp',
  room: 'casework',
  shape: caseFollowUpShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['finding', 'words'],
  bound: [['doneOn', 'doneById', 'how', 'finding']],
  guarded: ['familyId', 'caseId'],
  references: { familyId: 'family', caseId: 'caseFile', doneById: 'staff' },
  columns: ['familyId', 'caseId', 'plannedOn'],
  ruleNeeds: (after) => [
    ...needCase(after),
    ...(after.waveId === null ? [] : [{ kind: wave.name, where: { id: after.waveId } }]),
  ],
  /** CAS-9: what is done has a day, a way and a finding; nothing is done ahead of time. */
  rule: (after, _before, found, context) => {
    const { doneOn, doneById, how, finding } = after
    if (doneOn !== null && doneOn > context.today)
      return refusal('DateInFuture', { field: 'doneOn', day: doneOn })
    const said = [doneOn, doneById, how, finding].filter((part) => part !== null).length
    if (said !== 0 && said !== 4) return refusal('FollowUpHalfDone')
    if (after.waveId !== null && !found.of(wave).some(({ id }) => id === after.waveId))
      return refusal('NoSuchWave')
    return refuseOfCase(after, found, context)
  },
})
