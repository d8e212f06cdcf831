import { describe, expect, it } from 'vitest'
import { goal } from '../../assessment/goals/goal.ts'
import { servicePlan } from '../../assessment/plan/service-plan.ts'
import { context, foundWith, idOf, ids, judge } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { caseFile } from '../case-file.ts'
import { aGoal, caseId, caseWith, colleague, sayOf, taken } from '../cases/case-world.ts'
import { staff } from '../../access/staff.ts'
import { fileReview, type FileReview } from './file-review.ts'
import { isOvertaken, listHandedIn, stateOfClosingReview } from './state-of-closing-review.ts'
import { readClosing, readReviewed } from './reviewed-in-file.ts'

const planId = idOf(800)
const plan = {
  ...servicePlan.read(
    fieldsAsJson({
      familyId: ids.family,
      begunOn: '2026-03-01',
      problem: '母子很少说话',
      strategies: { school: '请班主任留意' },
      actions: { a: { what: '约定时间', who: '妈妈', dueOn: '2026-03-05' } },
      goalIds: [aGoal.id],
    }),
  ),
  id: planId,
}
const ofPlan = [
  [servicePlan, plan],
  [goal, aGoal],
] as const

function reviewWith(changes: Partial<FileReview> = {}): FileReview & { readonly id: string } {
  const fields = { familyId: ids.family, subjectKind: 'servicePlan', subjectId: planId, ...changes }
  return { ...fileReview.read(fieldsAsJson(fields)), id: idOf(801) }
}
const ofCase = reviewWith({ subjectKind: 'caseFile', subjectId: caseId })

describe('a text of the file handed in [SUP-1]', () => {
  it('is read paragraph by paragraph, with the plan’s goals', () => {
    const paragraphs = readReviewed(reviewWith(), foundWith(ofPlan)) ?? []
    const said = paragraphs.filter(({ words }) => words !== '').map(({ id, words }) => [id, words])
    expect(said).toEqual([
      ['problem', '母子很少说话'],
      [`goal.${aGoal.id}`, '每周通话两次'],
      ['strategy.school', '请班主任留意'],
      ['actions', '约定时间 · 妈妈 · 2026-03-05'],
    ])
  })

  it('belongs to the family, and begins empty', () => {
    expect(judge(fileReview, reviewWith(), ofPlan)).toBeNull()
    expect(judge(fileReview, reviewWith(), [])).toBe('ReviewOfAnotherFamily')
    const foreign = [[servicePlan, { ...plan, familyId: idOf(99) }]] as const
    expect(judge(fileReview, reviewWith(), foreign)).toBe('ReviewOfAnotherFamily')
    expect(sayOf(fileReview, reviewWith(), 'submit', {}, ofPlan)).toMatchObject({
      submissions: { 1: { byId: ids.staff } },
    })
  })
})

describe('a plan [SUP-3]', () => {
  it('is approved by nobody who wrote any of its standing words, whoever handed it in', () => {
    const { id, ...fields } = reviewWith({
      submissions: {
        1: {
          ...{ on: '2026-03-09', byId: idOf(3), note: '', paragraphs: [], outcome: null },
          ...{ decidedOn: null, decidedById: null, opinion: '', alone: false },
        },
      },
    })
    const entryOf = (kind: string, record: { readonly id: string }, wrote: readonly string[]) => ({
      ...{ kind, id: record.id, scope: 'agency', position: 1, version: 1, conflicts: [] },
      fields: fieldsAsJson(Object.fromEntries(Object.entries(record).slice(0, -1))),
      trail: [
        {
          ...{ changeId: idOf(70), actorId: ids.staff, deviceId: idOf(71), claimedAt: '' },
          fields: [...wrote],
        },
      ],
      removed: false,
    })
    const second = { ...colleague(4, ['supervisor']), state: 'active' as const }
    const approve = (wrote: readonly string[], others: boolean, ofGoal: readonly string[] = []) =>
      fileReview.verbs['approve']?.run(
        fieldsAsJson(fields),
        { no: 1, opinion: '' },
        foundIn([
          entryOf('servicePlan', plan, wrote),
          entryOf('goal', aGoal, ofGoal),
          ...(others ? [entryOf('staff', second, [])] : []),
        ]),
        { ...context, recordId: id },
      )
    expect(approve(['problem'], true)).toMatchObject({ refusal: { id: 'OwnReview' } })
    expect(approve([], true, ['expected'])).toMatchObject({ refusal: { id: 'OwnReview' } })
    expect(approve([], true, ['stateOn'])).toMatchObject({
      value: { submissions: { 1: { alone: false } } },
    })
    expect(approve(['profileIds'], true)).toMatchObject({
      value: { submissions: { 1: { outcome: 'approved', alone: false } } },
    })
    expect(approve(['actions.a'], false)).toMatchObject({
      value: { submissions: { 1: { alone: true } } },
    })
  })
})

describe('a closing [SUP-3, CAS-3]', () => {
  const asked = caseWith({ ...taken, closeAskedOn: '2026-03-09', closeWords: '目标达成' })
  const submitted = reviewWith({
    subjectKind: 'caseFile',
    subjectId: caseId,
    submissions: {
      1: {
        ...{ on: '2026-03-09', byId: idOf(3), note: '', paragraphs: [...readClosing(asked)] },
        ...{ outcome: null, decidedOn: null, decidedById: null, opinion: '', alone: false },
      },
    },
  })
  const say = (verb: string, its: object, record = caseWith(taken)) =>
    sayOf(fileReview, its, verb, verb === 'submit' ? {} : { no: 1, opinion: '再写写' }, [
      [caseFile, record],
      [staff, colleague(2, ['supervisor'])],
    ])

  it('is handed in once it is asked for', () => {
    expect(say('submit', ofCase)).toBe('ClosingNotAsked')
    expect(say('submit', ofCase, asked)).toMatchObject({ submissions: { 1: {} } })
  })

  it('is decided on the case, never beside it', () => {
    expect(say('approve', submitted, asked)).toBe('ClosingDecidedOnCase')
    expect(say('sendBack', submitted, asked)).toBe('ClosingDecidedOnCase')
    const ended = { ...asked, closedOn: '2026-03-10' }
    expect(say('approve', submitted, ended)).toMatchObject({
      submissions: { 1: { outcome: 'approved' } },
    })
    expect(say('sendBack', submitted)).toMatchObject({
      submissions: { 1: { outcome: 'returned' } },
    })
  })

  it('is approved in the words that were handed in, and no others [SUP-10]', () => {
    const ended = { ...asked, closedOn: '2026-03-10' }
    expect(say('approve', submitted, { ...ended, childWords: '妈妈会先打' })).toBe(
      'ClosingChangedSince',
    )
  })

  it('stands where the case stands, wherever it was decided [SUP-10]', () => {
    const ended = { ...asked, closedOn: '2026-03-10' }
    const open = caseWith(taken)
    const withOutcome = (outcome: 'returned' | 'approved') => ({
      submissions: Object.fromEntries(
        Object.entries(submitted.submissions).map(([no, one]) => [no, { ...one, outcome }]),
      ),
    })
    const [returned, approved] = [withOutcome('returned'), withOutcome('approved')]
    expect(stateOfClosingReview(submitted, asked)).toBe('waiting')
    expect(stateOfClosingReview(submitted, ended)).toBe('approved')
    expect(stateOfClosingReview(returned, ended)).toBe('approved')
    // Taken back by whoever asked: it waits for nobody, and nobody gave it back.
    expect(stateOfClosingReview(submitted, open)).toBe('none')
    expect(stateOfClosingReview(returned, open)).toBe('returned')
    // Opened again, and asked for again.
    expect(stateOfClosingReview(approved, open)).toBe('approved')
    expect(stateOfClosingReview(approved, asked)).toBe('waiting')
    expect(stateOfClosingReview(null, asked)).toBe('waiting')
    expect(stateOfClosingReview(null, ended)).toBe('none')
    // Given back, asked for again and approved on the case: that it was given back is history.
    const state = stateOfClosingReview(returned, ended)
    expect([isOvertaken(returned, 1, state), isOvertaken(returned, 2, state)]).toEqual([
      true,
      false,
    ])
    expect(isOvertaken(returned, 1, stateOfClosingReview(returned, open))).toBe(false)
    expect(isOvertaken(approved, 1, stateOfClosingReview(approved, ended))).toBe(false)
  })

  it('counts as handed in while a version waits, and not before the first one [SUP-10]', () => {
    const decided = Object.entries(submitted.submissions).map(([no, one]) => [
      no,
      { ...one, outcome: 'returned' as const },
    ])
    const of = (subjectId: string, submissions: FileReview['submissions']) =>
      reviewWith({ subjectKind: 'caseFile', subjectId, submissions })
    const reviews = [
      of(idOf(901), {}),
      of(idOf(902), submitted.submissions),
      of(idOf(903), Object.fromEntries(decided)),
    ]
    expect([...listHandedIn(reviews)]).toEqual([idOf(902)])
  })

  it('asked for again in the same words after it was opened again is handed in anew', () => {
    const approved = say('approve', submitted, { ...asked, closedOn: '2026-03-10' })
    expect(approved).toMatchObject({ submissions: { 1: { outcome: 'approved' } } })
    const again = typeof approved === 'string' ? submitted : { ...submitted, ...approved }
    expect(say('submit', again, asked)).toMatchObject({ submissions: { 2: { outcome: null } } })
  })
})
