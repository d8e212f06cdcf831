import type { Kind } from '../../sync/kind.ts'
import { recordPolicy, type Relation } from '../policy.ts'
import { roles, type Role } from '../roles.ts'
import { dataClasses, type DataClass } from './data-class.ts'
import type { ProcessingLine } from './impact-assessment.ts'

/** Kinds of records by class. Whoever adds a kind says here what it holds: a test names the one that is missing. */
const kindsByClass: Readonly<Record<DataClass, readonly string[]>> = {
  identity: ['family', 'person', 'availability'],
  guardianship: ['guardianship', 'migration', 'pair', 'couple', 'parentage', 'lifeFact'],
  consents: ['consent', 'acknowledgement'],
  caseNotes: [
    'caseFile',
    'caseContact',
    'caseFollowUp',
    'caseConference',
    'caseDismissal',
    'transfer',
    'receivedTransfer',
    'fileReview',
    'homeVisit',
    'episode',
    'pairProfile',
    'servicePlan',
    'goal',
    'goalRating',
    'goalReview',
    'relationQuality',
    'systemTie',
    'agreedTask',
    'statedChange',
  ],
  contact: ['contactEntry', 'noContact', 'contactMatch', 'pledge', 'contactPlan', 'cardShown'],
  measures: [
    'answerSheet',
    'surveySheet',
    'paperEntry',
    'familyPaperEntry',
    'observationSheet',
    'waveReminder',
  ],
  interviews: ['interview', 'transcript', 'codedSpan', 'codingPass'],
  groupAttendance: ['seat', 'attendance', 'absenceFollowUp'],
  groupContent: [
    'meetingRecord',
    'memberMark',
    'memberLine',
    'homeTaskReturn',
    'asyncStep',
    'recordComment',
    'pairRating',
    'observerTicks',
    'groupGoal',
  ],
  safety: ['concern', 'concernReporter', 'concernReport', 'concernExclusion'],
  supervision: ['groupReview', 'supervisionRecord', 'supervisionQuestion'],
  rights: ['rightsRequest', 'restrictedParty', 'excludedStaff', 'promptAnswer'],
  accounts: ['agency', 'staff', 'staffRecord', 'urgentReading', 'approval'],
  accountability: ['incident', 'impactAssessment', 'disclosure'],
  tools: [
    'instrument',
    'wave',
    'interviewGuide',
    'codebookCode',
    'evidenceSource',
    'programme',
    'supportGroup',
    'meeting',
    'meetingWork',
    'groupPlan',
    'formTemplate',
    'callList',
    'pictureCheck',
    'spokenWords',
  ],
  reports: ['report', 'surveyReport'],
}

const classByKind = new Map<string, DataClass>(
  dataClasses.flatMap((dataClass) =>
    kindsByClass[dataClass].map((kind) => [kind, dataClass] as const),
  ),
)

/** The class of data that a kind of record belongs to; null for one that nobody has classified. */
export function classOfKind(kindName: string): DataClass | null {
  return classByKind.get(kindName) ?? null
}

/**
 * The record of processing (PIPL 55, P13): per class of data its kinds of records, how many fields they hold, how many of them
 * lie sealed, and which roles may ever read one. It follows from the declarations of the kinds and from the policy, so it cannot
 * lag behind them.
 */
export function describeProcessing(
  kinds: readonly Pick<Kind, 'name' | 'fieldNames' | 'sealed'>[],
): readonly ProcessingLine[] {
  return dataClasses.flatMap((dataClass) => {
    const own = kinds.filter(({ name }) => classOfKind(name) === dataClass)
    if (own.length === 0) return []
    return [
      {
        dataClass,
        kinds: own.map(({ name }) => name),
        fields: own.reduce((sum, { fieldNames }) => sum + fieldNames.length, 0),
        sealedFields: own.reduce((sum, { sealed }) => sum + sealed.length, 0),
        ...readersOf(own.map(({ name }) => name)),
      },
    ]
  })
}

const ownOnlyNear: readonly Relation[] = ['self', 'handler', 'reporter', 'party', 'observer']

function readersOf(kindNames: readonly string[]): { readers: Role[]; ownOnly: Role[] } {
  const reading = kindNames.flatMap((name) => recordPolicy[name]?.read ?? [])
  const mayBy = (own: boolean) =>
    roles.filter((role) =>
      reading.some(
        (grant) => grant.roles.includes(role) && ownOnlyNear.includes(grant.near) === own,
      ),
    )
  const readers = mayBy(false)
  return { readers, ownOnly: mayBy(true).filter((role) => !readers.includes(role)) }
}
