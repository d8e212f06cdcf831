// The working papers of group work: printed from the records when somebody needs them, written on by hand, not kept.
import type { FieldValues } from '../field-values.ts'

/** What a paper is about besides the group: what has to be chosen before it can be printed. */
export type PaperAbout = 'group' | 'meeting' | 'strand' | 'family' | 'member'

interface PaperDeclaration {
  readonly about: PaperAbout
  /** What only a person can write. Typed before printing or written on the paper. */
  readonly heads: readonly string[]
}

export const groupPapers = {
  groupPlan: {
    about: 'group',
    heads: ['riskPlan', 'publicity'],
  },
  sessionPlan: { about: 'meeting', heads: [] },
  signInSheet: { about: 'meeting', heads: [] },
  processRecord: { about: 'strand', heads: [] },
  homeTaskCards: { about: 'strand', heads: [] },
  groupContract: { about: 'group', heads: [] },
  midReview: {
    about: 'group',
    heads: ['goalProgress', 'dropoutAction', 'planChanges', 'supervisorOpinion'],
  },
  satisfactionSheet: { about: 'group', heads: [] },
  supplies: { about: 'group', heads: [] },
  photoLedger: { about: 'group', heads: [] },
  /** Blank, or for one family. */
  enrolment: { about: 'family', heads: [] },
  consentPaper: { about: 'family', heads: [] },
  familyDrawing: { about: 'family', heads: [] },
  memberGrowth: { about: 'member', heads: ['ownWords', 'guardianReport', 'workerSummary'] },
} as const satisfies Readonly<Record<string, PaperDeclaration>>

export const stationHeads = ['mainWork', 'problems', 'nextMonth'] as const

export const groupPaperForms = [
  'groupPlan',
  'groupContract',
  'sessionPlan',
  'signInSheet',
  'processRecord',
  'homeTaskCards',
  'midReview',
  'satisfactionSheet',
  'supplies',
  'photoLedger',
  'enrolment',
  'consentPaper',
  'familyDrawing',
  'memberGrowth',
] as const satisfies readonly (keyof typeof groupPapers)[]
export type GroupPaperForm = (typeof groupPaperForms)[number]

export const paperForms = [...groupPaperForms, 'stationMonth'] as const
export type PaperForm = (typeof paperForms)[number]

/** Typed texts by the id of their head. */
export type PaperTexts = Readonly<Record<string, string>>

/** What a template prints: values by the ids of the form's fields. */
export interface Paper {
  readonly form: PaperForm
  readonly title: string
  readonly values: FieldValues
}
