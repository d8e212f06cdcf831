import { describe, expect, it } from 'vitest'
import { staff } from '../../access/staff.ts'
import { context, foundWith, idOf, ids, today } from '../../families/cases/family-world.ts'
import type { VerbContext } from '../../sync/kind.ts'
import type { Outcome } from '../../kit/outcome.ts'
import { type Paragraph, type Review, reviewShape } from './review-shape.ts'
import {
  countOpenComments,
  isChangedSince,
  latestSubmission,
  readSubmission,
  stateOfReview,
} from './review-state.ts'
import {
  answerComment,
  approveWords,
  commentBeside,
  sendBackWords,
  settleComment,
  submitWords,
} from './review-steps.ts'

const supervisor = idOf(70)
const by = (staffId: string): VerbContext => ({
  ...context,
  actor: { ...context.actor, staffId },
})
const worker = by(ids.staff)
const reader = by(supervisor)

function words(aim: string, more: readonly Paragraph[] = []): readonly Paragraph[] {
  return [
    { id: 'problem', head: 'problem', of: '', words: '母子很少说话' },
    { id: 'aim', head: 'aim', of: '', words: aim },
    ...more,
  ]
}
const school: Paragraph = {
  id: 'strategy.school',
  head: 'strategy',
  of: 'school',
  words: '请班主任留意',
}

const empty = reviewShape.parse({ subjectId: idOf(800) })

function step(its: Review, outcome: Outcome<Partial<Review>>): Review {
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  return reviewShape.parse({ ...its, ...outcome.value })
}
const refusalOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : outcome.refusal.id)

const first = step(
  empty,
  submitWords(empty, { paragraphs: words('每周通话一次', [school]), note: '请看目标' }, worker),
)
const beside = { key: 'c1', no: 1, paragraph: 'aim', words: '一次够吗？谁先打？' }
const commented = step(first, commentBeside(first, beside, reader))
const returned = step(
  commented,
  sendBackWords(commented, { no: 1, opinion: '目标写得再具体些' }, reader),
)
const second = step(
  returned,
  submitWords(returned, { paragraphs: words('每周通话两次，孩子先打'), note: '' }, worker),
)

function colleague(number: number, roles: readonly string[]) {
  return [
    staff,
    { ...staff.read({ name: 'Colleague', roles, state: 'active' }), id: idOf(number) },
  ] as const
}
const two = foundWith([colleague(70, ['supervisor']), colleague(2, ['socialWorker', 'supervisor'])])
const alone = foundWith([colleague(2, ['socialWorker', 'supervisor'])])

describe('handing in [SUP-1]', () => {
  it('keeps the words as they stood, under a number', () => {
    expect([stateOfReview(null), stateOfReview(empty), stateOfReview(first)]).toEqual([
      'none',
      'none',
      'waiting',
    ])
    expect(latestSubmission(first)).toMatchObject({ no: 1, on: today, byId: ids.staff })
    expect(latestSubmission(second)).toMatchObject({ no: 2 })
    expect(second.submissions['1']?.paragraphs[1]?.words).toBe('每周通话一次')
  })

  it('is once for the same words, and nothing where nothing is said', () => {
    expect(
      submitWords(first, { paragraphs: words('每周通话一次 ', [school]), note: '' }, worker),
    ).toEqual({
      ok: true,
      value: {},
    })
    const nothing = words(' ').map((one) => ({ ...one, words: '' }))
    expect(refusalOf(submitWords(empty, { paragraphs: nothing, note: '' }, worker))).toBe(
      'ReviewSaysNothing',
    )
  })

  it('of the same words again is possible when they were given back: a question may have been answered', () => {
    const again = step(
      returned,
      submitWords(returned, { paragraphs: words('每周通话一次', [school]), note: '' }, worker),
    )
    expect(latestSubmission(again)?.no).toBe(2)
  })

  it('of what is asked for each time waits again once it was decided on, and waits once only', () => {
    const same = { paragraphs: words('每周通话一次', [school]), note: '', askedAnew: true }
    expect(submitWords(first, same, worker)).toEqual({ ok: true, value: {} })
    const approved = step(first, approveWords(first, { no: 1, opinion: '' }, two, reader))
    expect(submitWords(approved, { ...same, askedAnew: false }, worker)).toEqual({
      ok: true,
      value: {},
    })
    expect(latestSubmission(step(approved, submitWords(approved, same, worker)))?.no).toBe(2)
  })
})

describe('a comment beside a paragraph [SUP-2]', () => {
  it('is answered and settled; its own words stay', () => {
    const answered = step(
      commented,
      answerComment(commented, { key: 'c1', answer: '改成两次' }, worker),
    )
    expect(answered.comments['c1']).toMatchObject({ words: beside.words, answer: '改成两次' })
    expect(countOpenComments(answered)).toBe(1)
    const twice = step(answered, answerComment(answered, { key: 'c1', answer: '我也同意' }, reader))
    expect(twice.comments['c1']).toMatchObject({ answer: '改成两次\n我也同意' })
    const settled = step(answered, settleComment(answered, { key: 'c1' }, worker))
    expect(settled.comments['c1']).toMatchObject({ settledOn: today, settledById: ids.staff })
    expect(countOpenComments(settled)).toBe(0)
  })

  it('stands beside a paragraph that was handed in', () => {
    const nowhere = commentBeside(first, { ...beside, paragraph: 'risks' }, reader)
    expect(refusalOf(nowhere)).toBe('CommentWithoutParagraph')
    expect(refusalOf(commentBeside(first, { ...beside, no: 2 }, reader))).toBe(
      'CommentWithoutParagraph',
    )
  })
})

describe('deciding [SUP-3]', () => {
  it('is on the submission before the supervisor', () => {
    const decide = (its: Review, no: number) => approveWords(its, { no, opinion: '' }, two, reader)
    expect(refusalOf(decide(second, 1))).toBe('HandedInSince')
    expect(refusalOf(decide(empty, 1))).toBe('NothingHandedIn')
    const approved = step(second, decide(second, 2))
    expect(stateOfReview(approved)).toBe('approved')
    expect(refusalOf(decide(approved, 2))).toBe('ReviewDecided')
    expect(refusalOf(sendBackWords(approved, { no: 2, opinion: 'x' }, reader))).toBe(
      'ReviewDecided',
    )
  })

  it('is approval of exactly these words', () => {
    const approved = step(second, approveWords(second, { no: 2, opinion: '' }, two, reader))
    expect(isChangedSince(approved, words('每周通话两次，孩子先打'))).toBe(false)
    expect(isChangedSince(approved, words('每周通话三次'))).toBe(true)
    expect(isChangedSince(approved, words('每周通话两次，孩子先打', [school]))).toBe(true)
  })

  it('of a group’s plan from before its meetings were read stands until what it could hold is changed [GRP-65]', () => {
    const own = words('每周通话两次，孩子先打')
    const meeting = { id: 'meeting.1', head: 'meeting', of: '1', words: '热身' } as const
    const later = [
      ...own,
      { id: 'nature', head: 'nature', of: '', words: 'growth closed' } as const,
    ]
    const approved = step(second, approveWords(second, { no: 2, opinion: '' }, two, reader))
    expect(isChangedSince(approved, [...later, meeting])).toBe(false)
    expect(isChangedSince(approved, [...words('每周通话三次'), meeting])).toBe(true)
    const whole = step(empty, submitWords(empty, { paragraphs: later, note: '' }, worker))
    expect(isChangedSince(whole, later)).toBe(false)
    expect(isChangedSince(whole, [...later, meeting])).toBe(true)
  })

  it('is by somebody else; alone only where there is no other supervisor, and marked', () => {
    const own = (found: typeof two) => approveWords(second, { no: 2, opinion: '' }, found, worker)
    expect(refusalOf(own(two))).toBe('OwnReview')
    expect(latestSubmission(step(second, own(alone)))).toMatchObject({ alone: true })
    const other = approveWords(second, { no: 2, opinion: '' }, two, reader)
    expect(latestSubmission(step(second, other))).toMatchObject({ alone: false })
  })
})

describe('two submissions beside each other [SUP-4]', () => {
  const read = readSubmission(second, 2)
  it('say of each paragraph what became of it', () => {
    expect(read.map(({ id, fate }) => [id, fate])).toEqual([
      ['problem', 'same'],
      ['aim', 'changed'],
      ['strategy.school', 'gone'],
    ])
    expect(
      read[1]?.runs.filter(({ kind }) => kind === 'added').map(({ words: one }) => one),
    ).toEqual(['两', '，孩子先打'])
    expect(readSubmission(first, 1).map(({ fate }) => fate)).toEqual(['same', 'same', 'same'])
  })

  it('keep the comments with their paragraph, marked when its words changed', () => {
    expect(read[1]?.comments).toMatchObject([{ key: 'c1', wordsChanged: true }])
    expect(readSubmission(second, 1)[1]?.comments).toMatchObject([
      { key: 'c1', wordsChanged: false },
    ])
  })

  it('are read in somebody’s language where a paragraph holds codes', () => {
    const say = (one: Paragraph) =>
      one.id === 'aim' ? { ...one, words: `目标：${one.words}` } : one
    const said = readSubmission(second, 2, say)[1]
    expect(said?.runs[0]).toEqual({ kind: 'same', words: '目标：每周通话' })
    expect(said?.comments).toMatchObject([{ wordsChanged: true }])
  })
})
