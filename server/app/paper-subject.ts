import type { FamilyPaperInput } from '../../core/paperwork/papers/family/family-paper-input.ts'

/** What a paper is about, with the record that it prints. */
export type Subject = Pick<
  FamilyPaperInput,
  'childId' | 'adultId' | 'visit' | 'plan' | 'assessment'
>

export const noSubject: Subject = {
  childId: null,
  adultId: null,
  visit: null,
  plan: null,
  assessment: null,
}
