// Which migration brought which kinds. A migration that has run somewhere never changes: new kinds get a new one.
import type { Kind } from '../../core/sync/kind.ts'
import { writeKindMigration } from './kind-tables.ts'

interface KindMigration {
  readonly file: string
  /** null: every kind that no later migration names. */
  readonly kinds: readonly string[] | null
}

const kindMigrations: readonly KindMigration[] = [
  { file: '0002-kinds.sql', kinds: null },
  { file: '0008-survey-report.sql', kinds: ['surveyReport'] },
  {
    file: '0010-goals.sql',
    kinds: ['goal', 'goalRating', 'agreedTask', 'statedChange'],
  },
  { file: '0011-member-marks.sql', kinds: ['memberMark', 'homeTaskReturn'] },
  { file: '0013-away.sql', kinds: ['asyncStep', 'absenceFollowUp'] },
  { file: '0014-lines-and-comments.sql', kinds: ['memberLine', 'recordComment'] },
  {
    file: '0015-ratings-and-work.sql',
    kinds: ['pairRating', 'observerTicks', 'meetingWork'],
  },
  { file: '0016-group-plans.sql', kinds: ['groupGoal', 'groupPlan'] },
  { file: '0017-availability.sql', kinds: ['availability'] },
  {
    file: '0018-interviews.sql',
    kinds: ['interview', 'transcript', 'codebookCode', 'codingPass', 'codedSpan'],
  },
  { file: '0019-paper-entries.sql', kinds: ['paperEntry'] },
  {
    file: '0020-family-drawn.sql',
    kinds: ['couple', 'parentage', 'lifeFact', 'relationQuality', 'systemTie'],
  },
  { file: '0021-service-plans.sql', kinds: ['goalReview', 'servicePlan'] },
  { file: '0022-observation.sql', kinds: ['episode', 'observationSheet', 'homeVisit'] },
  {
    file: '0023-reminders-and-guides.sql',
    kinds: ['waveReminder', 'familyPaperEntry', 'interviewGuide'],
  },
  { file: '0025-evidence-library.sql', kinds: ['evidenceSource'] },
  { file: '0026-pair-profiles.sql', kinds: ['pairProfile'] },
  { file: '0029-concerns.sql', kinds: ['concern', 'concernReporter', 'concernReport'] },
  {
    file: '0030-cases.sql',
    kinds: ['caseFile', 'caseContact', 'caseFollowUp', 'caseDismissal'],
  },
  { file: '0031-accountability.sql', kinds: ['incident', 'impactAssessment', 'disclosure'] },
  { file: '0032-call-lists.sql', kinds: ['callList'] },
  {
    file: '0034-rights.sql',
    kinds: ['rightsRequest', 'urgentReading', 'staffRecord'],
  },
  {
    file: '0035-supervision.sql',
    kinds: ['groupReview', 'fileReview', 'supervisionRecord', 'supervisionQuestion'],
  },
  {
    file: '0036-kept-away.sql',
    kinds: ['restrictedParty', 'excludedStaff', 'concernExclusion', 'promptAnswer'],
  },
  { file: '0038-transfers.sql', kinds: ['transfer', 'receivedTransfer'] },
  { file: '0040-acknowledgements.sql', kinds: ['acknowledgement'] },
  { file: '0043-case-conferences.sql', kinds: ['caseConference'] },
  {
    file: '0048-contact.sql',
    kinds: ['noContact', 'contactMatch', 'pledge', 'contactPlan'],
  },
  { file: '0051-cards-shown.sql', kinds: ['cardShown'] },
  { file: '0053-picture-checks.sql', kinds: ['pictureCheck'] },
  { file: '0055-spoken-words.sql', kinds: ['spokenWords'] },
]

export interface WrittenMigration {
  readonly file: string
  readonly text: string
}

/** The text of each: tables and foreign keys of its own kinds, and the view over all kinds so far. */
export function writeKindMigrations(all: readonly Kind[]): readonly WrittenMigration[] {
  const named = new Set(kindMigrations.flatMap(({ kinds }) => kinds ?? []))
  return kindMigrations.map(({ file, kinds }, index) => {
    const upToHere = kindMigrations.slice(0, index + 1).flatMap((one) => one.kinds ?? [])
    const own = all.filter(({ name }) => (kinds === null ? !named.has(name) : kinds.includes(name)))
    const known = all.filter(({ name }) => !named.has(name) || upToHere.includes(name))
    return { file, text: writeKindMigration(own, known) }
  })
}
