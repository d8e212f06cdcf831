import { z } from 'zod'
import {
  type Interview,
  interviewRoles,
  interviewWays,
} from '../../../core/inquiry/interview/interview.ts'
import type { Json } from '../../../core/kit/json.ts'

const formShape = z.strictObject({
  familyId: z.string(),
  childId: z.string(),
  role: z.enum(interviewRoles),
  /** Empty: somebody who is not in the family's file. */
  respondentId: z.string(),
  respondentName: z.string(),
  heldOn: z.string().nullable(),
  minutes: z.number().nullable(),
  how: z.enum(interviewWays),
  place: z.string(),
  present: z.string(),
  conditions: z.string(),
  /** Of a new interview: the guide it is led by; empty for none, null for the first that fits. */
  guideCode: z.string().nullable(),
})
/** What the form holds: of a new interview, or of one whose family and child stay as they are. */
export type InterviewForm = Readonly<z.infer<typeof formShape>>

/** Half-written on this device; null when it was left by a program with another form. */
export function takeForm(kept: Json): InterviewForm | null {
  return formShape.safeParse(kept).data ?? null
}

export function emptyForm(familyId: string): InterviewForm {
  return {
    familyId,
    childId: '',
    role: 'child',
    respondentId: '',
    respondentName: '',
    heldOn: null,
    minutes: null,
    how: 'faceToFace',
    place: '',
    present: '',
    conditions: '',
    guideCode: null,
  }
}

export function formOf(its: Interview): InterviewForm {
  const { role, respondentName, heldOn, minutes, how, place, present, conditions } = its
  return {
    familyId: its.familyId ?? '',
    childId: its.childId ?? '',
    respondentId: its.respondentId ?? '',
    role,
    respondentName,
    heldOn,
    minutes,
    how,
    place,
    present,
    conditions,
    guideCode: its.guideCode,
  }
}

/** The fields that the form decides; for a new interview (`interviewerId`) also whose it is and by which guide. */
export function draftInterview(
  form: InterviewForm,
  interviewerId: string | null,
): Partial<Interview> {
  const { familyId, childId, respondentId, respondentName, guideCode, ...rest } = form
  const isOfFamily = familyId !== ''
  const shown = {
    ...rest,
    childId: isOfFamily && childId !== '' ? childId : null,
    respondentId: isOfFamily && respondentId !== '' ? respondentId : null,
    respondentName: isOfFamily && respondentId !== '' ? '' : respondentName.trim(),
  }
  if (interviewerId === null) return shown
  return {
    ...shown,
    familyId: isOfFamily ? familyId : null,
    interviewerId,
    guideCode: guideCode ?? '',
  }
}
