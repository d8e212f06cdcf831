import { expect, it } from 'vitest'
import { ids, pairWith, somebody, stay, theChild, today } from './cases/family-world.ts'
import { orderPairs } from './order-pairs.ts'

const mother = pairWith(ids.mother, 'mother')
const father = pairWith(ids.father, 'father')
const grandmother = pairWith(ids.grandmother, 'grandmother')
const people = [
  theChild(),
  somebody(ids.mother, { name: 'A' }),
  somebody(ids.father, { name: 'B' }),
  somebody(ids.grandmother, { name: 'C', role: 'grandparent' }),
]

it('names the parents who are away first, then the others, by name, in whichever order the records come [FAM-37]', () => {
  const bothAway = { people, stays: [stay(ids.mother), stay(ids.father)], today }
  const order = [mother, father, grandmother]
  expect(orderPairs([grandmother, father, mother], bothAway)).toEqual(order)
  expect(orderPairs([father, grandmother, mother], bothAway)).toEqual(order)
})

it('puts a parent who has come home behind the one who is away [FAM-37]', () => {
  const stays = [stay(ids.mother, { until: '2025-01-01' }), stay(ids.father)]
  expect(orderPairs([mother, grandmother, father], { people, stays, today })).toEqual([
    father,
    mother,
    grandmother,
  ])
})
