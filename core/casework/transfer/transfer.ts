import { z } from 'zod'
import { hasOtherSupervisor, needOtherSupervisors } from '../../families/other-supervisors.ts'
import { consent } from '../../families/consent.ts'
import { dayShape } from '../../kit/dates.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../../kit/outcome.ts'
import type { TrailMark } from '../../sync/entry.ts'
import {
  defineKind,
  defineVerb,
  type Found,
  type VerbContext,
  type VerbSetting,
} from '../../sync/kind.ts'
import { digestFound, needLines } from './agreed-words.ts'
import {
  needSharing,
  needTransfer,
  refuseForeignParts,
  refuseGround,
  refuseUnfinished,
} from './refuse-transfer.ts'
import {
  answerSources,
  hasTransferEnded,
  type Transfer,
  transferChannels,
  transferShape,
  transferWords,
} from './transfer-shape.ts'

const digestShape = z.string().regex(/^[0-9a-f]{64}$/)
const answerInput = z.strictObject({
  answer: z.enum(['accepted', 'declined']),
  on: dayShape,
  name: z.string().trim().min(1).max(200),
  words: z.string().max(2000).default(''),
  source: z.enum(answerSources),
  proofFileId: z.uuid().nullable().default(null),
})
const notYet = {
  state: 'drafted',
  askedOn: null,
  askedById: null,
  approvedOn: null,
  approvedById: null,
  approvedAlone: false,
  approvedDigest: '',
} as const

/** Referral and transfer (form-F19, P08): to whom, why, what exactly, on which ground; approved, handed over, answered, ended. */
export const transfer = defineKind({
  name: 'transfer',
  room: 'casework',
  shape: transferShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'receiverOrg',
    'receiverPerson',
    'receiverPhone',
    'receiverPlace',
    'reason',
    'problem',
    'workDone',
    'expectation',
    'purpose',
    'overrideCategory',
    'overrideWords',
    'opinion',
    'answerName',
    'answerWords',
    'revokeReason',
    'outcomeWords',
  ],
  sets: ['subjectIds', 'parts'],
  bound: [['ground', 'overrideCategory', 'overrideWords']],
  guarded: [
    'familyId',
    'caseId',
    'draftedById',
    'draftedOn',
    'state',
    'askedOn',
    'askedById',
    'approvedOn',
    'approvedById',
    'approvedAlone',
    'approvedDigest',
    'opinion',
    'handedOn',
    'handedById',
    'channel',
    'answer',
    'answeredOn',
    'answerName',
    'answerWords',
    'answerSource',
    'proofFileId',
    'revokedOn',
    'revokedById',
    'revokeReason',
    'completedOn',
    'completedById',
    'outcomeWords',
  ],
  references: { familyId: 'family', caseId: 'caseFile', draftedById: 'staff' },
  columns: ['familyId', 'caseId', 'state', 'followUpOn'],
  verbs: {
    /** TRF-2, TRF-3: finished and grounded, it lies before the supervisor; from here on nobody changes its words. */
    ask: defineVerb({
      of: transferShape,
      input: z.strictObject({}),
      needs: (its) => needSharing(its),
      run: (its, _input, found, { actor, today }) => {
        if (its.state !== 'drafted') return wrongState(its)
        const broken = refuseUnfinished(its) ?? refuseGround(its, found.of(consent), today)
        if (broken !== null) return { ok: false, refusal: broken }
        return done<Partial<Transfer>>({
          ...{ state: 'asked', askedOn: today, askedById: actor.staffId },
          opinion: '',
        })
      },
    }),
    /** TRF-4: agreed to by a supervisor who wrote none of it: the lines as that person read them, no others. */
    approve: defineVerb({
      of: transferShape,
      input: z.strictObject({ opinion: z.string().max(2000).default(''), digest: digestShape }),
      needs: (its) => [...needOtherSupervisors(its.familyId), ...needLines(its)],
      run: approve,
    }),
    giveBack: defineVerb({
      of: transferShape,
      input: z.strictObject({ opinion: z.string().trim().min(1).max(2000) }),
      run: (its, { opinion }) =>
        its.state === 'asked' ? done({ ...notYet, opinion }) : wrongState(its),
    }),
    /** Taken back by whoever works on it, to write on: what was agreed to is asked for anew. */
    change: defineVerb({
      of: transferShape,
      input: z.strictObject({}),
      run: (its) =>
        its.state === 'asked' || its.state === 'approved'
          ? done({ ...notYet, opinion: '' })
          : wrongState(its),
    }),
    /** TRF-5: only what was approved, word for word, and only while the ground still holds. */
    handOver: defineVerb({
      of: transferShape,
      input: z.strictObject({ channel: z.enum(transferChannels), digest: digestShape }),
      needs: (its) => needLines(its),
      run: (its, { channel, digest }, found, { actor, today }) => {
        const again = its.state === 'handedOver' || its.state === 'accepted'
        if (its.state !== 'approved' && !again) return wrongState(its)
        const present = again ? digest : digestFound(its, found, today)
        const broken = refuseGround(its, found.of(consent), today)
        if (broken !== null) return { ok: false, refusal: broken }
        if (digest !== its.approvedDigest || present !== digest) return refuse('TransferChanged')
        if (again) return done<Partial<Transfer>>({ channel })
        return done<Partial<Transfer>>({
          ...{ state: 'handedOver', handedOn: today, handedById: actor.staffId, channel },
        })
      },
    }),
    /** TRF-6: the receipt that came on paper or by telephone, written down by the worker, with the photographed slip where there is one. */
    receipt: defineVerb({
      of: transferShape,
      input: answerInput.extend({ source: z.enum(['paper', 'phone']) }),
      run: (its, input, _found, context) => noteAnswer(its, input, context),
    }),
    /** TRF-6: the receiver's own answer over the link. Nobody at a desk may do it: the page does. */
    answerByLink: defineVerb({
      of: transferShape,
      input: answerInput.extend({ source: z.enum(['link', 'takenIn']) }),
      run: (its, input, _found, context) => noteAnswer(its, input, context),
    }),
    /** TRF-7: taken back before or after it was handed over: from this moment nobody outside opens anything. A draft is thrown away without a word. */
    revoke: defineVerb({
      of: transferShape,
      input: z.strictObject({ reason: z.string().trim().max(1000).default('') }),
      run: (its, { reason }, _found, { actor, today }) => {
        if (hasTransferEnded(its)) return wrongState(its)
        if (reason === '' && its.state !== 'drafted') return refuse('RevokingNeedsReason')
        return done<Partial<Transfer>>({
          ...{ state: 'revoked', revokedOn: today, revokedById: actor.staffId },
          revokeReason: reason,
        })
      },
    }),
    /** TRF-8: looked after once more; how it went stands with it, and Today is quiet about it. */
    complete: defineVerb({
      of: transferShape,
      input: z.strictObject({ words: z.string().trim().min(1).max(2000) }),
      run: (its, { words }, _found, { actor, today }) => {
        if (!['handedOver', 'accepted', 'declined'].includes(its.state)) return wrongState(its)
        return done<Partial<Transfer>>({
          ...{ state: 'completed', completedOn: today, completedById: actor.staffId },
          outcomeWords: words,
        })
      },
    }),
  },
  ruleNeeds: (after) => needTransfer(after),
  rule: (after, before, found, context) =>
    before === null
      ? (refuseDrafting(after, context) ?? refuseForeignParts(after, found))
      : refuseEditing(after, before, found),
})

function wrongState({ state }: Transfer): Outcome<never> {
  return refuse('WrongTransferState', { state })
}

function approve(
  its: Transfer,
  { opinion, digest }: { readonly opinion: string; readonly digest: string },
  found: Found,
  { actor, today, trail = [] }: VerbSetting,
): Outcome<Partial<Transfer>> {
  if (its.state !== 'asked') return wrongState(its)
  const writers = writersOfTransfer(its, trail)
  const own = writers.includes(actor.staffId)
  const deciding = { actorId: actor.staffId, familyId: its.familyId, writers }
  const others = hasOtherSupervisor(found, deciding)
  if (own && (others || its.ground === 'override'))
    return refuse(others ? 'OwnTransfer' : 'OverrideNeedsSecond')
  const broken = refuseGround(its, found.of(consent), today)
  if (broken !== null) return { ok: false, refusal: broken }
  if (digest !== digestFound(its, found, today)) return refuse('TransferLinesChanged')
  return done({
    ...{ state: 'approved', approvedOn: today, approvedById: actor.staffId },
    ...{ approvedAlone: own, approvedDigest: digest, opinion: opinion.trim() },
  })
}

/** Whoever drafted it, asked for it, or wrote any of its words that stand. */
export function writersOfTransfer(
  { draftedById, askedById }: Transfer,
  trail: readonly TrailMark[],
): readonly (string | null)[] {
  const words: readonly string[] = transferWords
  const wrote = trail.filter(({ fields }) =>
    fields.some((field) => words.includes(field.split('.')[0] ?? field)),
  )
  return [draftedById, askedById, ...wrote.map(({ actorId }) => actorId)]
}

function noteAnswer(
  its: Transfer,
  { answer, on, name, words, source, proofFileId }: z.infer<typeof answerInput>,
  { today }: VerbContext,
): Outcome<Partial<Transfer>> {
  if (its.state !== 'handedOver') return wrongState(its)
  if (on > today) return refuse('DateInFuture', { field: 'answeredOn', day: on })
  if (on < (its.handedOn ?? on)) return refuse('AnsweredTooEarly', { day: its.handedOn ?? '' })
  return done({
    ...{ state: answer, answer, answeredOn: on, answerName: name, answerWords: words },
    ...{ answerSource: source, proofFileId },
  })
}

function refuseDrafting(after: Transfer, { actor, today }: VerbContext): Refusal | null {
  const blank = transferShape.parse({
    familyId: after.familyId,
    draftedById: after.draftedById,
    draftedOn: after.draftedOn,
    what: after.what,
    caseId: after.caseId,
    followUpOn: after.followUpOn,
    ...Object.fromEntries(transferWords.map((name) => [name, after[name]])),
  })
  if (canonicalJson(fieldsAsJson(blank)) !== canonicalJson(fieldsAsJson(after)))
    return refusal('FieldNeedsVerb', { field: 'state' })
  if (after.draftedById !== actor.staffId) return refusal('TransferForAnother')
  return after.draftedOn > today
    ? refusal('DateInFuture', { field: 'draftedOn', day: after.draftedOn })
    : null
}

/** What has been asked for stays as it was read; only the day of the next look may move. */
function refuseEditing(after: Transfer, before: Transfer, found: Found): Refusal | null {
  if (writtenIn(after) === writtenIn(before)) return null
  return before.state === 'drafted' && after.state === 'drafted'
    ? refuseForeignParts(after, found)
    : refusal('TransferAsked')
}

function writtenIn(its: Transfer): string {
  return canonicalJson(
    fieldsAsJson(Object.fromEntries(transferWords.map((name) => [name, its[name]]))),
  )
}
