// What happens in the sample village's rooms, one step after another, as the content files tell it: every step is a record begun,
// written on, or a verb said by somebody of the staff on a day. The rules judge them as they judge anybody's.
import { z } from 'zod'
import { servicePlanId, servicePlan } from '../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { pairProfileId } from '../../core/assessment/profile/profile-shape.ts'
import { reviewId } from '../../core/assessment/review/review-shape.ts'
import { classOfKind, describeProcessing } from '../../core/access/accountability/classify-kinds.ts'
import { impactAssessment } from '../../core/access/accountability/impact-assessment.ts'
import { staffRecord, staffRecordId } from '../../core/access/staff-record.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFileId } from '../../core/casework/case-shape.ts'
import { fileReview } from '../../core/casework/supervision/file-review.ts'
import {
  supervisionRecord,
  wordsOfSupervision,
} from '../../core/casework/supervision/supervision-record.ts'
import { cardShown, cardShownId } from '../../core/contact/card-shown.ts'
import { contactPlan, contactPlanId } from '../../core/contact/contact-plan.ts'
import { wordingOfContactPlan } from '../../core/contact/contact-plan-shape.ts'
import { callList, callListId } from '../../core/safety/call-list.ts'
import { allKinds, kindByName } from '../../core/kinds.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { fieldsAsJson, jsonObjectShape } from '../../core/kit/json-parse.ts'
import type { Kind } from '../../core/sync/kind.ts'
import type { SampleDraft, SampleGround } from './sample-ground.ts'
import { daysAgo, sampleStaff } from './sample-shapes.ts'
import { momentOf, readWord, readWords, type Told } from './sample-words.ts'

export const stepsShape = z.strictObject({
  steps: z.array(
    z.strictObject({
      kind: z.string(),
      /** What the record is called here; the same key is the same record. */
      key: z.string(),
      /** A record that is begun in another of the content files. */
      record: z.string().nullable().default(null),
      verb: z.string().default('create'),
      by: z.enum(sampleStaff).default('worker'),
      /** The day on which it is done, where the record keeps that day: then it comes after all that is not dated. */
      days: daysAgo.nullable().default(null),
      at: z.string().nullable().default(null),
      fields: jsonObjectShape.default({}),
      input: jsonObjectShape.default({}),
    }),
  ),
})
type Step = z.infer<typeof stepsShape>['steps'][number]

const knownKinds = allKinds.filter(({ name }) => classOfKind(name) !== null)

interface Begun {
  readonly id: string
  readonly fields: JsonObject
}

/** Draws up the steps in their order; a step may name whatever an earlier one has begun. */
export function draftSteps(steps: readonly Step[], ground: SampleGround): readonly SampleDraft[] {
  const begun = new Map<string, Begun>()
  const told: Told = {
    ground,
    idOf: (name) => {
      const one = begun.get(name)
      if (one === undefined) throw new Error(`content/sample: nothing is called ${name}`)
      return one.id
    },
  }
  return steps.map((step) => {
    const kind = kindByName(step.kind)
    if (kind === null) throw new Error(`content/sample: there is no kind ${step.kind}`)
    const name = `${step.kind} ${step.key}`
    const fields = readWords(step.fields, told)
    const input = readWords(step.input, told)
    const known = begun.get(name)
    const what = known === undefined ? beginRecord(kind, step, fields, told) : known
    begun.set(name, { id: what.id, fields: { ...what.fields, ...fields } })
    return { ...draftOf(step, kind, what, { fields, input }), ...momentsOf(step, ground) }
  })
}

function draftOf(
  step: Step,
  kind: Kind,
  { id, fields: before }: Begun,
  { fields, input }: { readonly fields: JsonObject; readonly input: JsonObject },
): SampleDraft {
  const whose = { kind, recordId: id, verb: step.verb }
  if (step.verb === 'create') return { ...whose, fields }
  if (step.verb === 'edit') return { ...whose, before, fields }
  return { ...whose, input: { ...input, ...ownWords(kind, step.verb, before) } }
}

/** What follows from the record itself: whoever signs, signs these words; whoever concludes, concludes on what is held. */
function ownWords(kind: Kind, verb: string, fields: JsonObject): JsonObject {
  if (kind === supervisionRecord && verb === 'sign')
    return { words: wordsOfSupervision(supervisionRecord.read(fields)) }
  if (kind === contactPlan && verb === 'agree')
    return { wording: wordingOfContactPlan(contactPlan.read(fields)) }
  const isConcluded = kind === impactAssessment && verb === 'conclude'
  return isConcluded ? fieldsAsJson({ processing: describeProcessing(knownKinds) }) : {}
}

function momentsOf(step: Step, ground: SampleGround) {
  const staffId = ground.staff[step.by]
  if (step.days === null) return { staffId }
  const on = ground.daysAgo(step.days)
  return step.at === null ? { staffId, on } : { staffId, on, now: momentOf(on, step.at) }
}

function beginRecord(kind: Kind, step: Step, fields: JsonObject, told: Told): Begun {
  if (step.record !== null) return { id: readWord(step.record, told), fields: {} }
  if (step.verb !== 'create')
    throw new Error(`content/sample: ${step.kind} ${step.key} was never begun`)
  const parsed = kind.parse(fields)
  if (!parsed.ok)
    throw new Error(`content/sample: ${step.kind} ${step.key}: ${JSON.stringify(parsed.refusal)}`)
  const id = naturalId(kind, parsed.value, told.ground) ?? told.ground.idOf(step.kind, step.key)
  return { id, fields: parsed.value }
}

/** Ids that follow from what the record is about: the desk looks for them by it. */
function naturalId(kind: Kind, fields: JsonObject, { agencyId }: SampleGround): string | null {
  switch (kind.name) {
    case caseFile.name:
      return caseFileId(caseFile.read(fields))
    case pairProfile.name: {
      const { pairId, no } = pairProfile.read(fields)
      return pairProfileId(pairId, no)
    }
    case servicePlan.name:
      return servicePlanId(servicePlan.read(fields))
    case fileReview.name: {
      const { subjectKind, subjectId } = fileReview.read(fields)
      return reviewId(subjectKind, subjectId)
    }
    case staffRecord.name:
      return staffRecordId(staffRecord.read(fields).staffId)
    case contactPlan.name: {
      const { pairId, version } = contactPlan.read(fields)
      return contactPlanId(pairId, version)
    }
    case cardShown.name:
      return cardShownId(cardShown.read(fields))
    case callList.name:
      return callListId(agencyId, callList.read(fields).county)
    default:
      return null
  }
}
