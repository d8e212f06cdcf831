import { needOtherSupervisors } from '../../families/other-supervisors.ts'
import { z } from 'zod'
import {
  answerComment,
  approveWords,
  commentBeside,
  sendBackWords,
  settleComment,
  submitWords,
} from '../../assessment/review/review-steps.ts'
import {
  answerInput,
  approveInput,
  commentInput,
  reviewFields,
  sendBackInput,
  settleInput,
  submitInput,
} from '../../assessment/review/review-shape.ts'
import { refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import {
  needReviewed,
  readReviewed,
  refuseApproving,
  refuseHandingIn,
  refuseReturning,
  reviewedInFile,
  writersOf,
} from './reviewed-in-file.ts'

const fileReviewShape = z.strictObject({
  familyId: z.uuid(),
  subjectKind: z.enum(reviewedInFile),
  ...reviewFields,
})
export type FileReview = z.infer<typeof fileReviewShape>
export type FileReviewEntry = FileReview & { readonly id: string }

/** What of a family's file was handed in for a supervisor to read: the words as they stood, and what was said beside them. */
export const fileReview = defineKind({
  name: 'fileReview',
  room: 'casework',
  shape: fileReviewShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['submissions', 'comments'],
  maps: ['submissions', 'comments'],
  guarded: ['familyId', 'subjectKind', 'subjectId', 'submissions', 'comments'],
  references: { familyId: 'family' },
  columns: ['familyId', 'subjectKind', 'subjectId'],
  verbs: {
    submit: defineVerb({
      of: fileReviewShape,
      input: submitInput,
      needs: needReviewed,
      run: (its, { note }, found, context) => {
        const broken = refuseHandingIn(its, found)
        if (broken !== null) return { ok: false, refusal: broken }
        const paragraphs = readReviewed(its, found)
        return paragraphs === null
          ? refuse('ReviewOfAnotherFamily')
          : submitWords(
              its,
              { paragraphs, note, askedAnew: its.subjectKind === 'caseFile' },
              context,
            )
      },
    }),
    comment: defineVerb({
      of: fileReviewShape,
      input: commentInput,
      run: (its, input, _found, context) => commentBeside(its, input, context),
    }),
    answer: defineVerb({
      of: fileReviewShape,
      input: answerInput,
      run: (its, input, _found, context) => answerComment(its, input, context),
    }),
    settle: defineVerb({
      of: fileReviewShape,
      input: settleInput,
      run: (its, input, _found, context) => settleComment(its, input, context),
    }),
    /** SUP-3, CAS-3: a closing is given back on the case itself, in the same bundle; there is no second giving back beside it. */
    sendBack: defineVerb({
      of: fileReviewShape,
      input: sendBackInput,
      needs: needReviewed,
      run: (its, input, found, context) => {
        const broken = refuseReturning(its, found)
        return broken === null ? sendBackWords(its, input, context) : { ok: false, refusal: broken }
      },
    }),
    /** SUP-3, SUP-10: a closing is approved on the case itself, in the same bundle; there is no second approval beside it, and none of other words. */
    approve: defineVerb({
      of: fileReviewShape,
      input: approveInput,
      needs: (its) => [...needReviewed(its), ...needOtherSupervisors(its.familyId)],
      run: (its, input, found, context) => {
        const broken = refuseApproving(its, found)
        return broken === null
          ? approveWords(its, input, found, context, {
              writers: writersOf(its, found),
              familyId: its.familyId,
            })
          : { ok: false, refusal: broken }
      },
    }),
  },
  ruleNeeds: needReviewed,
  rule: (after, before, found) => {
    if (before !== null) return null
    if (Object.keys({ ...after.submissions, ...after.comments }).length > 0)
      return refusal('FieldNeedsVerb', { field: 'submissions' })
    return readReviewed(after, found) === null ? refusal('ReviewOfAnotherFamily') : null
  },
})
