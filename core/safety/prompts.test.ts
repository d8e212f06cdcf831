import { describe, expect, test } from 'vitest'
import { guardianship } from '../families/guardianship.ts'
import { person } from '../families/person.ts'
import { restrictedParty } from '../families/restricted-party.ts'
import { promptAnswer } from './prompt-answer.ts'
import { listPrompts, type PromptFacts } from './prompts.ts'

const today = '2026-11-22'
const id = (n: number) => `0199f000-0000-8000-8000-00000000000${n}`
const [familyId, child, father, granny] = [id(1), id(2), id(3), id(4)]

function member(memberId: string, role: string, more: object = {}) {
  return { id: memberId, ...person.read({ familyId, name: '某', role, ...more }) }
}

const restriction = {
  id: id(7),
  ...restrictedParty.read({
    familyId,
    personId: father,
    ground: 'police',
    since: '2026-11-01',
    reviewOn: '2026-12-01',
  }),
}

function care(facts: readonly string[]) {
  return {
    id: id(8),
    ...guardianship.read({
      familyId,
      childId: child,
      adultId: granny,
      kind: 'caregiver',
      basis: 'oralEntrustment',
      barring: { asked: true, facts: [...facts] },
    }),
  }
}

function world(more: Partial<PromptFacts> = {}): PromptFacts {
  return {
    today,
    people: [
      member(child, 'child', { bornOn: '2020-01-01' }),
      member(father, 'parent', { livesHere: false }),
      member(granny, 'grandparent'),
    ],
    migrations: [],
    guardianships: [],
    pairs: [],
    restrictions: [],
    silences: [],
    answers: [],
    ...more,
  }
}

const named = (facts: PromptFacts) => listPrompts(facts).map(({ prompt }) => prompt)
const silence = {
  familyId,
  pairId: id(5),
  childId: child,
  adultId: father,
  state: 'silent14' as const,
  since: '2026-11-01',
  days: 21,
}

describe('[SAF-21] a prompt', () => {
  test('stands on the same facts in whatever order the people come', () => {
    const people = [
      member(child, 'child', { bornOn: '2020-01-01' }),
      member(father, 'parent', { livesHere: false }),
      member(granny, 'grandparent', { livesHere: false }),
    ]
    const [one] = listPrompts(world({ people }))
    const [other] = listPrompts(world({ people: people.toReversed() }))
    expect(one).toMatchObject({ prompt: 'unattended' })
    expect(other?.facts).toBe(one?.facts)
  })

  test('is none where somebody of age looks after the child', () => {
    expect(named(world())).toEqual([])
  })

  test('says unattended under 8 and living alone from 8 until 16, with the boundary on the birthday', () => {
    const alone = (bornOn: string | null) =>
      named(world({ people: [member(child, 'child', { bornOn })] }))
    expect(alone('2018-11-23')).toEqual(['unattended'])
    expect(alone('2018-11-22')).toEqual(['livesAlone'])
    expect(alone('2010-11-23')).toEqual(['livesAlone'])
    expect(alone('2010-11-22')).toEqual([])
    expect(alone(null)).toEqual([])
  })

  test('names a caregiver whom the law bars, and nobody of whom it is only not known', () => {
    expect(named(world({ guardianships: [care(['addiction'])] }))).toEqual(['barredCaregiver'])
    expect(named(world({ guardianships: [care([])] }))).toEqual([])
  })

  test('does not take somebody who is kept away for the one who looks after the child, and says that they are at home', () => {
    const people = [
      member(child, 'child', { bornOn: '2020-01-01' }),
      member(father, 'parent', { livesHere: true }),
    ]
    expect(named(world({ people }))).toEqual([])
    expect(named(world({ people, restrictions: [restriction] }))).toEqual([
      'unattended',
      'restrictedAtHome',
    ])
  })

  test('asks after a silence, and never for contact with somebody who is kept away', () => {
    expect(named(world({ silences: [silence] }))).toEqual(['silent14'])
    expect(named(world({ silences: [silence], restrictions: [restriction] }))).toEqual([])
    const lifted = { ...restriction, state: 'lifted' as const, liftedAt: '2026-11-20T00:00:00Z' }
    expect(named(world({ silences: [silence], restrictions: [lifted] }))).toEqual(['silent14'])
  })
})

describe('[SAF-22] an answer to a prompt', () => {
  const asked = world({ silences: [silence] })
  const [prompt] = listPrompts(asked)
  const answer = (how: string, on: string) => ({
    id: id(9),
    ...promptAnswer.read({
      familyId,
      childId: child,
      prompt: 'silent14',
      facts: prompt?.facts ?? '',
      answer: how,
      words: '在医院陪护',
      on,
    }),
  })

  test('quiets it for thirty days, and for good where it does not apply', () => {
    expect(named({ ...asked, answers: [answer('called', '2026-11-22')] })).toEqual([])
    expect(named({ ...asked, answers: [answer('called', '2026-10-23')] })).toEqual(['silent14'])
    expect(named({ ...asked, answers: [answer('notApplicable', '2026-01-01')] })).toEqual([])
  })

  test('holds for the facts that it was given about, and for no others', () => {
    const anew = world({ silences: [{ ...silence, since: '2026-11-05' }] })
    expect(named({ ...anew, answers: [answer('notApplicable', today)] })).toEqual(['silent14'])
  })
})
