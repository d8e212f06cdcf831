import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import { interviewNeeds, refuseBesideInterview } from '../interview/interview.ts'

const codingPassShape = z.strictObject({
  interviewId: z.uuid(),
  familyId: z.uuid().nullable().default(null),
  coderId: z.uuid(),
  state: z.enum(['open', 'done']).default('open'),
  doneOn: dayShape.nullable().default(null),
  /** Begun or taken up again after the others' marks could be seen: agreement is no longer of two who did not know of each other. */
  knewOthers: z.boolean().default(false),
})
export type CodingPass = z.infer<typeof codingPassShape>
export type CodingPassEntry = CodingPass & { readonly id: string }

/** One coder's way through one text. Until it is done, its coder is not shown what others have marked. */
export const codingPass = defineKind({
  name: 'codingPass',
  room: 'inquiry',
  shape: codingPassShape,
  scope: { of: 'family', field: 'familyId', orAgency: true },
  key: { of: 'family', field: 'familyId', orAgency: true },
  guarded: ['interviewId', 'familyId', 'coderId', 'state', 'doneOn', 'knewOthers'],
  references: { interviewId: 'interview', familyId: 'family', coderId: 'staff' },
  columns: ['interviewId', 'familyId', 'coderId'],
  verbs: {
    finish: defineVerb({
      of: codingPassShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor, today }) => {
        if (fields.coderId !== actor.staffId) return refuse('PassOfSomebodyElse')
        return fields.state === 'done'
          ? refuse('CodingPassDone')
          : done<Partial<CodingPass>>({ state: 'done', doneOn: today })
      },
    }),
    reopen: defineVerb({
      of: codingPassShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { actor }) => {
        if (fields.coderId !== actor.staffId) return refuse('PassOfSomebodyElse')
        return fields.state === 'open'
          ? refuse('CodingPassOpen')
          : done<Partial<CodingPass>>({ state: 'open', doneOn: null, knewOthers: true })
      },
    }),
  },
  ruleNeeds: interviewNeeds,
  rule: (after, before, found, { actor, today }) => {
    if (before !== null) return null
    if (after.coderId !== actor.staffId) return refusal('PassOfSomebodyElse')
    return refuseBesideInterview(after, found, today)
  },
})

/** One coder on two devices makes one pass. */
export function codingPassId(interviewId: string, coderId: string): string {
  return deriveId('codingPass', interviewId, coderId)
}
