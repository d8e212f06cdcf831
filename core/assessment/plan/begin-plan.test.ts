import { expect, it } from 'vitest'
import { idOf, ids, pairWith, theChild, today } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { type Goal, type GoalEntry, goal } from '../goals/goal.ts'
import { profileOf } from '../profile/cases/profile-world.ts'
import { beginPlan, listGroundProfiles, type PlanWording } from './begin-plan.ts'

const mother = pairWith(ids.mother, 'mother')
const father = pairWith(ids.father, 'father')
const pairs = [mother, father]
const ofMother = { familyId: ids.family, pairId: mother.id, personId: null }
const ofFamily = { familyId: ids.family, pairId: null, personId: null }

const wording: PlanWording = {
  target: (target) => `<${target}>`,
  cause: ({ starter, words }) => (words === '' ? `<${starter ?? ''}>` : words),
  pair: ({ id }) => (id === mother.id ? 'Mother' : 'Father'),
  line: (about, words) => `${about}: ${words}`,
  causes: (names) => `Causes: ${names.join(', ')}`,
  aim: (targets) => `Better: ${targets.join(', ')}`,
}

const judged = profileOf({
  state: 'settled',
  judgements: {
    trust: { need: 'strong', words: 'Promises fall through', reason: 'The child says so' },
    content: { need: 'some', words: '', reason: '' },
    skills: { need: 'none', words: 'She listens', reason: '' },
    cognition: { need: 'unclear', words: 'Who knows', reason: '' },
  },
  causes: {
    distance: { starter: 'distance', words: '', how: '' },
    own: { starter: null, words: 'The phone is broken', how: '' },
  },
})

function goalOf(number: number, changes: Partial<Goal> = {}): GoalEntry {
  const fields = { familyId: ids.family, pairId: mother.id, text: 'Ring', setOn: today, ...changes }
  return { ...goal.read(fieldsAsJson(fields)), id: idOf(number) }
}

function begun(changes: { goals?: readonly GoalEntry[]; profiles?: (typeof judged)[] } = {}) {
  return beginPlan(ofMother, today, { pairs, goals: [], profiles: [judged], ...changes }, wording)
}

it('begins with what the settled profile judges and the causes taken into it [PLN-5]', () => {
  expect(begun()).toMatchObject({
    ...ofMother,
    begunOn: today,
    profileIds: [judged.id],
    problem: '<trust>: Promises fall through\nCauses: <distance>, The phone is broken',
    aim: 'Better: <content>, <trust>',
    targets: ['content', 'trust'],
    goalIds: [],
    strategies: {},
  })
})

it('takes over the goals that go on, each at the levels of whoever takes the step [PLN-5]', () => {
  const goals = [
    goalOf(1, { forWhom: 'pair', target: 'initiative', whoDoes: 'On Wednesdays' }),
    goalOf(2, { forWhom: 'guardian', text: 'Hands over the phone', pairId: null }),
    goalOf(3, { text: 'Nobody’s step yet', setOn: '2026-03-01' }),
    goalOf(4, { text: 'Over', state: 'reached', target: 'skills' }),
    goalOf(5, { text: 'The father’s', pairId: father.id }),
  ]
  expect(begun({ goals })).toMatchObject({
    aim: 'Nobody’s step yet\nRing\nHands over the phone',
    targets: ['initiative', 'content', 'trust'],
    goalIds: [idOf(3), idOf(1), idOf(2)],
    strategies: {
      child: 'Ring: On Wednesdays',
      parent: 'Ring: On Wednesdays',
      guardian: 'Hands over the phone',
    },
  })
})

it('does not begin from a profile that is a draft, and reads the last settled one [PLN-5]', () => {
  const draft = profileOf({ no: 2, judgements: judged.judgements })
  expect(begun({ profiles: [draft] })).toMatchObject({ profileIds: [], problem: '', targets: [] })
  expect(listGroundProfiles(ofMother, { pairs, profiles: [judged, draft] })).toEqual([judged])
})

it('names the pairs in a plan of the family that two profiles speak of [PLN-5]', () => {
  const other = { ...judged, id: idOf(9), pairId: father.id }
  const plan = beginPlan(ofFamily, today, { pairs, goals: [], profiles: [judged, other] }, wording)
  expect(plan.profileIds).toEqual([judged.id, other.id])
  expect(plan.problem?.split('\n').filter((line) => /^(Mother|Father)$/.test(line))).toEqual([
    'Mother',
    'Father',
  ])
})

it('reads the pairs of one child for that child’s plan [PLN-5]', () => {
  const sibling = { ...father, id: idOf(77), childId: idOf(78) }
  const subject = { ...ofFamily, personId: theChild().id }
  const its = { ...judged, id: idOf(9), pairId: sibling.id }
  expect(
    listGroundProfiles(subject, { pairs: [sibling, mother], profiles: [its, judged] }),
  ).toEqual([judged])
})

it('cuts what is too long for a field, never through a character [PLN-5]', () => {
  const long = { ...judged, judgements: {}, causes: {} }
  const words = `${'a'.repeat(3990)}😀😀😀😀`
  const judgements = { trust: { need: 'some' as const, words, reason: '' } }
  const { problem = '' } = begun({ profiles: [{ ...long, judgements }] })
  expect(problem.length).toBeLessThanOrEqual(4000)
  expect(problem.isWellFormed()).toBe(true)
})
