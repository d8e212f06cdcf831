import type { Interview, InterviewRole } from '../../../core/inquiry/interview/interview.ts'

/** What the form holds: of a new interview, or of one whose family and child stay as they are. */
export interface InterviewForm {
  readonly familyId: string
  readonly childId: string
  readonly role: InterviewRole
  /** Empty: somebody who is not in the family's file. */
  readonly respondentId: string
  readonly respondentName: string
  readonly heldOn: string | null
  readonly minutes: number | null
  readonly how: Interview['how']
  readonly place: string
  readonly present: string
  readonly conditions: string
  /** Of a new interview: the guide it is led by; empty for none, null for the first that fits. */
  readonly guideCode: string | null
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
