// What a person is given who asks what is held about them or their child. Deny by default: a kind that is not named here is
// neither shown nor counted, so that nothing in the copy tells of what must not be told (C10, PR18).
import { isJsonArray, isJsonObject, type Json } from '../kit/json.ts'
import type { Entry } from '../sync/entry.ts'
import type { RightsRequest } from '../families/rights-request.ts'

export interface CopyReader {
  readonly subjectId: string
  readonly askedById: string
  /** Pairs of the person it is about with the person who asks. */
  readonly ownPairs: ReadonlySet<string>
  /** Seats in groups of the person who asks. */
  readonly ownSeats: ReadonlySet<string>
}

interface CopyRule {
  /** Fields whose content is given, in their order; none: only the number is told. */
  readonly fields: readonly string[]
  /** Whether this record is of the one it is about, or of the one who asks; others are only counted. */
  readonly isOwn: (fields: Entry['fields'], reader: CopyReader) => boolean
}

const always = () => true
const never = () => false
const ofPerson =
  (field: string) =>
  (fields: Entry['fields'], { subjectId, askedById }: CopyReader): boolean =>
    fields[field] === subjectId || fields[field] === askedById
const aboutSubject =
  (field: string) =>
  (fields: Entry['fields'], { subjectId }: CopyReader): boolean =>
    fields[field] === subjectId
const byAsker =
  (field: string) =>
  (fields: Entry['fields'], { askedById }: CopyReader): boolean =>
    fields[field] === askedById
const ofOwnPair = (fields: Entry['fields'], { ownPairs }: CopyReader): boolean =>
  typeof fields['pairId'] === 'string' && ownPairs.has(fields['pairId'])
/** What a child told for themselves is the child's: an adult who asks does not read how they sounded to the child. */
const toldToAsker = (fields: Entry['fields'], reader: CopyReader): boolean =>
  ofOwnPair(fields, reader) &&
  (fields['toldBy'] !== 'child' || reader.askedById === reader.subjectId)
/** What the asker told of others as their caregiver is the asker's too. */
const toldToOrByAsker = (fields: Entry['fields'], reader: CopyReader): boolean =>
  toldToAsker(fields, reader) || byAsker('tellerId')(fields, reader)
/** Told by the asker on their own page of a meeting; what a worker noted of the rest is the worker's. */
const toldFromOwnSeat = (fields: Entry['fields'], { ownSeats }: CopyReader): boolean =>
  typeof fields['selfToldOn'] === 'string' &&
  typeof fields['seatId'] === 'string' &&
  ownSeats.has(fields['seatId'])
/** What became of a task, as the asker said on their own page; as a worker noted it, it is the worker's. */
const taskToldFromOwnSeat = (fields: Entry['fields'], { ownSeats }: CopyReader): boolean =>
  fields['toldBy'] === 'family' &&
  typeof fields['seatId'] === 'string' &&
  ownSeats.has(fields['seatId'])
const agreedByAsker = (fields: Entry['fields'], reader: CopyReader): boolean =>
  ofOwnPair(fields, reader) && typeof fields['adultAgreedOn'] === 'string'

/** Agreed with an adult: a goal that only worker and child know may say what the child has said. */
const agreedGoal = (fields: Entry['fields'], reader: CopyReader): boolean => {
  const { agreedBy } = fields
  const byAdult =
    isJsonArray(agreedBy) && agreedBy.some((who) => who !== 'worker' && who !== 'child')
  return byAdult && ofOwnPair(fields, reader)
}

/** What a worker writes for the work: what others said stands in it, so it is told by its number alone, for every family alike. */
const workingPapers: readonly string[] = [
  'interview',
  'transcript',
  'episode',
  'observationSheet',
  'homeVisit',
  'caseFile',
  'caseContact',
  'caseFollowUp',
  'pairProfile',
  'memberLine',
  'memberMark',
  'familyPaperEntry',
  'waveReminder',
  'codingPass',
  'codedSpan',
  'couple',
  'parentage',
  'lifeFact',
  'relationQuality',
  'systemTie',
  'goalReview',
  'goalRating',
  'statedChange',
  'pairRating',
  'absenceFollowUp',
  'caseConference',
  'contactMatch',
  'cardShown',
  'caseDismissal',
  'transfer',
  'receivedTransfer',
]

/**
 * What no copy tells of, not even by number, and why: what protects a child or a reporter, what colleagues say to each other about
 * their work, and what is told in another way. A kind of a family stands here or in the rules above; a new one is decided.
 */
export const kindsWithheld: Readonly<Record<string, 'protects' | 'supervision' | 'toldOtherwise'>> =
  {
    concern: 'protects',
    concernReporter: 'protects',
    concernReport: 'protects',
    concernExclusion: 'protects',
    promptAnswer: 'protects',
    restrictedParty: 'protects',
    excludedStaff: 'protects',
    fileReview: 'supervision',
    urgentReading: 'toldOtherwise',
  }

const copyRules: Readonly<Record<string, CopyRule>> = {
  family: {
    fields: ['code', 'village', 'township', 'registeredOn', 'incomeSources', 'aid'],
    isOwn: always,
  },
  person: {
    fields: [
      'name',
      'role',
      'sex',
      'bornOn',
      'phone',
      'email',
      'livesHere',
      'ethnicity',
      'ruralHukou',
      'hukouPlace',
      'health',
      'healthNote',
      'schooling',
      'school',
      'grade',
      'boarding',
      'literacy',
      'dialect',
      'phoneKind',
    ],
    isOwn: ofPerson('__id'),
  },
  migration: {
    fields: ['province', 'city', 'since', 'until', 'returnRhythm'],
    isOwn: ofPerson('personId'),
  },
  guardianship: { fields: ['kind', 'basis', 'since', 'until'], isOwn: byAsker('adultId') },
  pair: { fields: ['relation'], isOwn: byAsker('adultId') },
  consent: {
    fields: [
      'purpose',
      'decision',
      'decidedOn',
      'textVersion',
      'proof',
      'withdrawnOn',
      'withdrawnWay',
      'withdrawnWords',
    ],
    isOwn: (fields, reader) =>
      aboutSubject('subjectId')(fields, reader) && byAsker('givenById')(fields, reader),
  },
  acknowledgement: { fields: ['on', 'textVersion', 'words'], isOwn: byAsker('adultId') },
  availability: { fields: ['shift', 'bestWindow'], isOwn: byAsker('personId') },
  contactEntry: {
    fields: ['on', 'channel', 'startedBy', 'minutes', 'reached'],
    isOwn: toldToOrByAsker,
  },
  noContact: { fields: ['from', 'until'], isOwn: toldToOrByAsker },
  pledge: { fields: ['by', 'about', 'madeOn', 'dueOn', 'state'], isOwn: toldToAsker },
  contactPlan: {
    fields: ['begunOn', 'channel', 'starter', 'ownWords', 'adultAgreedOn', 'endedOn'],
    isOwn: agreedByAsker,
  },
  answerSheet: { fields: ['answeredOn', 'mode', 'answers'], isOwn: byAsker('respondentId') },
  goal: { fields: ['text', 'setOn', 'dueOn', 'state'], isOwn: agreedGoal },
  agreedTask: { fields: ['text', 'agreedOn', 'rating'], isOwn: ofOwnPair },
  servicePlan: {
    fields: ['begunOn', 'aim', 'workerRole', 'clientRole', 'adultAgreedOn', 'closedOn'],
    isOwn: agreedByAsker,
  },
  seat: { fields: ['strand', 'joinedOn', 'leftOn'], isOwn: ofPerson('personId') },
  attendance: { fields: ['presence'], isOwn: byAsker('personId') },
  asyncStep: {
    fields: ['intent', 'listenedOn', 'recallWords', 'triedOn', 'triedWords', 'cheer'],
    isOwn: toldFromOwnSeat,
  },
  homeTaskReturn: { fields: ['toldOn', 'state', 'words'], isOwn: taskToldFromOwnSeat },
  rightsRequest: {
    fields: ['right', 'receivedOn', 'answeredOn', 'outcome'],
    isOwn: byAsker('askedById'),
  },
  ...Object.fromEntries(workingPapers.map((kind) => [kind, { fields: [], isOwn: never }])),
}

/** Where a party is kept away from a child, nothing says where the child is to be found (PR36). */
const whereabouts: readonly string[] = [
  'village',
  'township',
  'school',
  'grade',
  'phone',
  'email',
  'hukouPlace',
  'boarding',
  'livesHere',
]

export interface CopyRow {
  readonly field: string
  readonly value: Json
  /** With answers: the questionnaire they were given to, in its version, and about whom it asked. */
  readonly asked: AskedBy | null
}

export interface AskedBy {
  readonly instrumentId: string
  readonly childId: string
  /** What the adult of the pair is to the child; null where it asked about no pair. */
  readonly relation: string | null
}

export interface CopySection {
  /** A kind's name; `workingPapers` stands for all that is only counted together. */
  readonly kind: string
  readonly count: number
  readonly records: readonly (readonly CopyRow[])[]
}

/**
 * RIG-4: kinds, quantities and content of what is held, as the family may see it. What a person said or wrote is given to that
 * person only; what workers wrote is one number. `keptAway`: the asker is a restricted party.
 */
export function composeRightsCopy(
  entries: readonly Entry[],
  request: Pick<RightsRequest, 'subjectId' | 'askedById'>,
  keptAway: boolean,
): readonly CopySection[] {
  const held = entries.filter(({ kind, removed }) => !removed && Object.hasOwn(copyRules, kind))
  const reader: CopyReader = {
    ...request,
    ownPairs: pairsBetween(held, request),
    ownSeats: seatsOf(held, request.askedById),
  }
  const kinds = Object.keys(copyRules).filter((kind) => !workingPapers.includes(kind))
  const own = kinds.flatMap((kind): readonly CopySection[] => {
    const rule = copyRules[kind]
    const all = held.filter((entry) => entry.kind === kind).sort(byDay)
    if (rule === undefined || all.length === 0) return []
    const records = all
      .filter(({ id, fields }) => rule.isOwn({ ...fields, __id: id }, reader))
      .map(({ fields }) =>
        rule.fields
          .filter((field) => !keptAway || !whereabouts.includes(field))
          .map((field) => ({
            field,
            value: fields[field] ?? null,
            asked: field === 'answers' ? askedBy(fields, held) : null,
          }))
          .filter(({ value }) => !isEmpty(value)),
      )
    // Of people, ties and decisions only one's own are counted: the number of somebody else's would tell of them.
    const count = countsOthers.includes(kind) ? all.length : records.length
    return count === 0 ? [] : [{ kind, count, records }]
  })
  const papers = held.filter(({ kind }) => workingPapers.includes(kind)).length
  return papers === 0 ? own : [...own, { kind: 'workingPapers', count: papers, records: [] }]
}

/** The day on which something was, whichever field of a kind tells it. */
const days: readonly string[] = [
  'on',
  'answeredOn',
  'decidedOn',
  'setOn',
  'agreedOn',
  'begunOn',
  'joinedOn',
  'receivedOn',
  'toldOn',
  'since',
]

function byDay(left: Entry, right: Entry): number {
  return dayOf(left).localeCompare(dayOf(right))
}

function dayOf({ fields }: Entry): string {
  const day = days.map((field) => fields[field]).find((value) => typeof value === 'string')
  return typeof day === 'string' ? day : ''
}

function askedBy(fields: Entry['fields'], held: readonly Entry[]): AskedBy | null {
  const { instrumentId, childId, pairId } = fields
  if (typeof instrumentId !== 'string' || typeof childId !== 'string') return null
  const own = held.find(({ kind, id }) => kind === 'pair' && id === pairId)
  const relation = own?.fields['relation']
  return { instrumentId, childId, relation: typeof relation === 'string' ? relation : null }
}

const countsOthers: readonly string[] = [
  'person',
  'answerSheet',
  'attendance',
  'asyncStep',
  'homeTaskReturn',
]

function pairsBetween(
  held: readonly Entry[],
  { subjectId, askedById }: Pick<RightsRequest, 'subjectId' | 'askedById'>,
): ReadonlySet<string> {
  return new Set(
    held
      .filter(
        ({ kind, fields }) =>
          kind === 'pair' &&
          fields['adultId'] === askedById &&
          (fields['childId'] === subjectId || subjectId === askedById),
      )
      .map(({ id }) => id),
  )
}

function seatsOf(held: readonly Entry[], personId: string): ReadonlySet<string> {
  return new Set(
    held
      .filter(({ kind, fields }) => kind === 'seat' && fields['personId'] === personId)
      .map(({ id }) => id),
  )
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '' || value === 'notAsked' || value === 'unknown') return true
  if (isJsonArray(value)) return value.length === 0
  return isJsonObject(value) && Object.keys(value).length === 0
}

/** Kinds of which a copy tells anything at all; for the test that walks them. */
export const kindsInCopies: readonly string[] = Object.keys(copyRules)
