// Guides that came along and those of the agency's own, as one list.
import { type Guide, guideRoles } from '../../../core/inquiry/interview/guide.ts'
import {
  guideOfRecord,
  interviewGuide,
  type InterviewGuide,
  newestGuides,
} from '../../../core/inquiry/interview/interview-guide.ts'
import type { InterviewRole } from '../../../core/inquiry/interview/interview.ts'
import { currentLanguage, text } from '../../kit/index.ts'
import { type LocalRecord, useRecord, useRecords } from '../../sync/index.ts'
import { guideFor } from './guides.ts'

export interface KnownGuide {
  readonly guide: Guide
  /** null: it came along. */
  readonly record: LocalRecord<InterviewGuide> | null
}

/** By its code: a role for a guide that came along, else the id of the agency's own, in whichever version it was. */
export function useGuide(code: string | undefined): KnownGuide | null {
  const record = useRecord(interviewGuide, code)
  const role = guideRoles.find((one) => one === code)
  if (role !== undefined) return { guide: guideFor(role), record: null }
  return record === null ? null : { guide: guideOfRecord(record), record }
}

/** The agency's own guides in use, newest versions only. */
export function useOwnGuides(): readonly Guide[] {
  return newestGuides(useRecords(interviewGuide)).map(guideOfRecord)
}

/** What a talk with such a person may be led by: the agency's own guides first. */
export function guidesForRole(own: readonly Guide[], asked: InterviewRole): readonly Guide[] {
  const role = guideRoles.find((one) => one === asked)
  const ours = own.filter((one) => one.role === asked)
  return role === undefined ? ours : [...ours, guideFor(role)]
}

export function guideText({ code, title, version }: Guide): string {
  const isShipped = guideRoles.some((role) => role === code)
  const words = title[currentLanguage()]
  return isShipped ? words : text('interview:guide.ours', { title: words, version })
}
