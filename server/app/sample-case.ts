// One case of the sample village, worked beside the group: intake, profile, contacts, conference, closing asked, follow-ups planned.
import { z } from 'zod'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { caseConference, conferenceModes } from '../../core/casework/case-conference.ts'
import { caseContact, contactModes, contactRisks } from '../../core/casework/case-contact.ts'
import { reviewId } from '../../core/assessment/review/review-shape.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFollowUp } from '../../core/casework/case-follow-up.ts'
import { fileReview } from '../../core/casework/supervision/file-review.ts'
import {
  caseFileId,
  caseSources,
  caseTriggers,
  closeReasons,
  urgencies,
} from '../../core/casework/case-shape.ts'
import { pairId } from '../../core/families/pair.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { create, type SampleDraft, type SampleGround } from './sample-ground.ts'
import { draftProfile, profileShape } from './sample-profile.ts'
import { daysAgo, key, text } from './sample-shapes.ts'
import { dayNamed } from './sample-words.ts'

/** Below zero: ahead. */
const anyDay = z.number().int()
const words = z.string()

const contactShape = z.strictObject({
  on: daysAgo,
  at: text,
  minutes: z.number().int(),
  mode: z.enum(contactModes),
  present: z.array(key),
  /** Goals of the sample, by their place in the list. */
  goals: z.array(z.number().int()),
  written: daysAgo,
  facts: text,
  quotes: text,
  analysis: text,
  intervention: text,
  response: text,
  risk: z.enum(contactRisks),
  next: words,
  nextOn: anyDay.nullable(),
  nextDone: daysAgo.nullable(),
  comment: text.nullable().default(null),
  commented: daysAgo.default(0),
})
const conferenceShape = z.strictObject({
  on: daysAgo,
  at: text,
  mode: z.enum(conferenceModes),
  place: text,
  people: z.array(key),
  guests: z.array(z.tuple([text, text])),
  brought: text,
  views: text,
  decisions: z.array(
    z.strictObject({ what: text, who: text, due: anyDay, done: daysAgo.nullable() }),
  ),
})

export const caseShape = z.strictObject({
  child: key,
  adult: key,
  opened: daysAgo,
  decided: daysAgo,
  source: z.enum(caseSources),
  trigger: z.enum(caseTriggers),
  sourceWords: text,
  problem: text,
  need: text,
  urgency: z.enum(urgencies),
  riskWords: text,
  previousHelp: text,
  expectation: text,
  decisionReason: text,
  profile: profileShape,
  settled: daysAgo,
  contacts: z.array(contactShape),
  conference: conferenceShape,
  closing: z.strictObject({
    asked: daysAgo,
    reason: z.enum(closeReasons),
    words: text,
    childWords: text,
    adultWords: text,
    unmetNeeds: text,
    ownReview: text,
    childSatisfaction: z.number().int(),
    adultSatisfaction: z.number().int(),
    archiveNo: text,
    followUps: z.array(anyDay),
  }),
})
type SampleCase = z.infer<typeof caseShape>
interface Place {
  readonly familyId: string
  readonly caseId: string
}

export function draftCase(its: SampleCase, ground: SampleGround): readonly SampleDraft[] {
  const pair = pairId(ground.personId(its.child), ground.personId(its.adult))
  const caseId = caseFileId({ pairId: pair, personId: null, no: 1 })
  const place = { familyId: ground.familyIdOf(its.child), caseId }
  const profile = draftProfile(its.profile, ground)
  const settledOn = ground.daysAgo(its.settled)
  const evidence = { today: settledOn, targets: [], signs: [], log: null, stays: [] }
  return [
    draftIntake(its, pair, place, ground),
    {
      ...{ kind: caseFile, recordId: caseId, verb: 'decide' },
      input: fieldsAsJson({
        ...{ decision: 'accept', on: ground.daysAgo(its.decided), reason: its.decisionReason },
      }),
    },
    profile,
    {
      ...{ kind: pairProfile, recordId: profile.recordId, verb: 'settle' },
      ...{ input: fieldsAsJson({ evidence }), on: settledOn },
    },
    ...its.contacts.flatMap((one, nth) => draftContact(one, nth, place, ground)),
    ...draftConference(its.conference, place, ground),
    ...draftClosing(its.closing, place, ground),
  ]
}

function draftIntake(
  its: SampleCase,
  pair: string,
  { familyId, caseId }: Place,
  ground: SampleGround,
) {
  const { source, trigger, sourceWords, problem, need, urgency, riskWords } = its
  const { previousHelp, expectation, closing } = its
  const { childWords, adultWords, unmetNeeds, ownReview, archiveNo } = closing
  const { childSatisfaction, adultSatisfaction } = closing
  const since = ground.daysAgo(its.opened + 2)
  const reason = { trigger, ground: since, since, count: 1, on: ground.daysAgo(its.opened) }
  return create(caseFile, caseId, {
    ...{ familyId, pairId: pair, openedOn: ground.daysAgo(its.opened) },
    ...{ openedById: ground.staff.worker, workerId: ground.staff.worker },
    ...{
      source,
      proposedBy: [reason],
      sourceWords,
      problem,
      need,
      urgency,
      riskWords,
      previousHelp,
    },
    ...{ expectation, eligibility: 'fits' },
    ...{ childWords, adultWords, unmetNeeds, ownReview, archiveNo },
    ...{ childSatisfaction, adultSatisfaction },
  })
}

function draftContact(
  one: SampleCase['contacts'][number],
  nth: number,
  place: Place,
  ground: SampleGround,
): readonly SampleDraft[] {
  const { at, minutes, mode, facts, quotes, analysis, intervention, response, risk } = one
  const dayOf = (day: number | null) => (day === null ? null : ground.daysAgo(day))
  const recordId = ground.idOf('case contact', String(nth))
  const on = dayOfContact(one, ground)
  const contact = create(caseContact, recordId, {
    ...place,
    ...{ at, minutes, mode, facts, quotes, analysis, intervention, response, risk },
    workerId: ground.staff.worker,
    on,
    writtenOn: one.written === one.on ? on : ground.daysAgo(one.written),
    presentIds: one.present.map(ground.personId),
    goalIds: one.goals.map((goal) => ground.idOf('goal', String(goal))),
    noGoal: one.goals.length === 0,
    ...{ nextStep: one.next, nextOn: dayOf(one.nextOn), nextDoneOn: dayOf(one.nextDone) },
  })
  if (one.comment === null) return [contact]
  const comment = {
    ...{ kind: caseContact, recordId, verb: 'comment', staffId: ground.staff.supervisor },
    ...{ input: fieldsAsJson({ words: one.comment }), on: ground.daysAgo(one.commented) },
  }
  return [contact, comment]
}

/** At school on a school day; the call by video is the family's Sunday call. */
function dayOfContact({ on, mode }: SampleCase['contacts'][number], ground: SampleGround): string {
  switch (mode) {
    case 'school':
      return dayNamed(ground.daysAgo(on), 'workday')
    case 'video':
      return dayNamed(ground.daysAgo(on), 'sunday')
    default:
      return ground.daysAgo(on)
  }
}

function draftConference(
  one: SampleCase['conference'],
  place: Place,
  ground: SampleGround,
): readonly SampleDraft[] {
  const { at, mode, place: where, brought, views } = one
  const { worker, supervisor } = ground.staff
  const recordId = ground.idOf('case conference')
  const keyed = <Line>(lines: readonly Line[]): Record<string, Line> =>
    Object.fromEntries(lines.map((line, nth) => [`line${nth + 1}`, line]))
  const decisions = one.decisions.map(({ what, who, due }) => ({
    ...{ what, dueOn: ground.daysAgo(due) },
    ...(who === 'worker' ? { staffId: worker, who: '' } : { staffId: null, who }),
  }))
  return [
    create(caseConference, recordId, {
      ...place,
      ...{ at, mode, place: where, brought, views, writtenById: worker },
      on: dayNamed(ground.daysAgo(one.on), 'workday'),
      staffIds: [worker, supervisor],
      personIds: one.people.map(ground.personId),
      guests: keyed(one.guests.map(([name, organisation]) => ({ name, organisation }))),
      decisions: keyed(decisions),
    }),
    ...one.decisions.flatMap(({ done }, nth): SampleDraft[] =>
      done === null
        ? []
        : [
            {
              ...{ kind: caseConference, recordId, verb: 'finish' },
              input: { key: `line${nth + 1}`, on: ground.daysAgo(done) },
            },
          ],
    ),
  ]
}

/** Asked for and handed in by the worker: the supervisor reads and decides, whoever looks at the village. */
function draftClosing(
  { asked, reason, words: said, followUps }: SampleCase['closing'],
  place: Place,
  ground: SampleGround,
): readonly SampleDraft[] {
  const { familyId, caseId } = place
  const on = ground.daysAgo(asked)
  const review = reviewId('caseFile', caseId)
  return [
    {
      ...{ kind: caseFile, recordId: caseId, verb: 'close', on },
      input: { on, reason, words: said },
    },
    create(fileReview, review, { familyId, subjectKind: 'caseFile', subjectId: caseId }),
    { kind: fileReview, recordId: review, verb: 'submit', on, input: { note: '' } },
    ...followUps.map((day, nth) =>
      create(caseFollowUp, ground.idOf('case follow-up', String(nth)), {
        ...{ familyId, caseId, plannedOn: ground.daysAgo(day) },
      }),
    ),
  ]
}
