import { z } from 'zod'
import { consent } from '../../families/consent.ts'
import { guardianship } from '../../families/guardianship.ts'
import { pair } from '../../families/pair.ts'
import { done, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import {
  gradeOf,
  refuseCreation,
  refuseForeignDecision,
  refuseSettled,
  refuseUnfinished,
  refuseUnserved,
} from './profile-rules.ts'
import {
  asDraft,
  type PairProfile,
  pairProfileShape,
  profileReader,
  wordsToTakeOver,
} from './profile-shape.ts'
import { settledEvidenceShape } from './settled-evidence.ts'

/** The profile of one child and one adult (form-F16), in versions: what people judge, each judgement beside its evidence. */
export const pairProfile = defineKind({
  name: 'pairProfile',
  room: 'assessment',
  shape: pairProfileShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'judgements',
    'causes',
    'harms',
    'links',
    'strengths',
    'suggestions',
    'childWords',
    'adultWords',
    'guardianWords',
    'sides',
    'summarySelf',
    'summaryFamily',
    'summarySocial',
    'priorities',
    'priorityWords',
    'risk',
    'riskWords',
    'theory',
    'settledEvidence',
    'settledGrade',
    'reopened',
  ],
  maps: ['judgements', 'causes', 'harms', 'links', 'strengths', 'suggestions', 'sides'],
  bound: [['risk', 'riskWords']],
  guarded: [
    'familyId',
    'pairId',
    'no',
    'begunOn',
    'tookOver',
    'state',
    'settledOn',
    'settledById',
    'settledEvidence',
    'settledGrade',
    'reopened',
  ],
  references: { familyId: 'family', pairId: 'pair', settledById: 'staff' },
  columns: ['familyId', 'pairId', 'state'],
  frozen: ({ state }) => state === 'settled',
  verbs: {
    /** PRF-7: settling keeps the figures that the person had before them, and the grade of the guardianship record. */
    settle: defineVerb({
      of: pairProfileShape,
      input: z.strictObject({ evidence: settledEvidenceShape }),
      needs: ({ familyId, pairId }) => [
        { kind: guardianship.name, where: { familyId } },
        { kind: pair.name, where: { id: pairId } },
      ],
      run: (fields, { evidence }, found, { actor, today, contested }) => {
        if (fields.state === 'settled') return refuse('ProfileSettled')
        const undecided = contested?.length ?? 0
        if (undecided > 0) return refuse('ProfileUndecided', { count: undecided })
        if (evidence.today > today)
          return refuse('DateInFuture', { field: 'settledEvidence', day: evidence.today })
        const broken = refuseUnfinished(fields)
        if (broken !== null) return { ok: false, refusal: broken }
        return done<Partial<PairProfile>>({
          state: 'settled',
          settledOn: today,
          settledById: actor.staffId,
          settledEvidence: evidence,
          settledGrade: gradeOf(fields, found, today),
        })
      },
    }),
    /** PRF-8: the last version may be opened again, with the reason; what it was settled on is then live again. */
    reopen: defineVerb({
      of: pairProfileShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
      needs: ({ pairId }) => [{ kind: 'pairProfile', where: { pairId } }],
      run: (fields, { reason }, found, { actor, today }) => {
        if (fields.state === 'draft') return refuse('ProfileNotSettled')
        if (found.of(profileReader).some(({ no }) => no > fields.no))
          return refuse('NewerProfileExists')
        const { settledOn } = fields
        const reopening = { on: today, byId: actor.staffId, settledOn, reason }
        return done<Partial<PairProfile>>({
          ...asDraft,
          reopened: [...fields.reopened, reopening].slice(-20),
        })
      },
    }),
    /** PRF-8: a next version takes over what the one before says, once: what somebody has taken out since does not come back. */
    takeOver: defineVerb({
      of: pairProfileShape,
      input: z.strictObject({}),
      needs: ({ pairId }) => [{ kind: 'pairProfile', where: { pairId } }],
      run: (fields, _input, found) => {
        if (fields.tookOver) return done({})
        if (fields.state === 'settled') return refuse('ProfileSettled')
        const last = found.of(profileReader).find(({ no }) => no === fields.no - 1)
        if (last === undefined) return refuse('ProfileOutOfOrder')
        const { id: _id, ...said } = last
        return done(wordsToTakeOver(said))
      },
    }),
  },
  ruleNeeds: ({ familyId, pairId }) => [
    { kind: consent.name, where: { familyId } },
    { kind: pair.name, where: { id: pairId } },
    { kind: 'pairProfile', where: { pairId } },
  ],
  rule: (after, before, found, context) =>
    refuseSettled(after, before) ??
    refuseUnserved(after, found, context) ??
    (before === null
      ? refuseCreation(after, found, context)
      : refuseForeignDecision(after, before, found, context)),
})
