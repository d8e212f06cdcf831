// Runs on the family's phone too, so it draws in no more than it needs.
import type { Answer, Answers } from './check-answers.ts'
import { listChosen } from './chosen.ts'
import type { Comparison, Condition, Test } from './condition.ts'

export function holdsCondition(condition: Condition, answers: Answers): boolean {
  return condition.some((group) => group.every((test) => holdsTest(test, answers)))
}

/**
 * What is not answered is unequal to everything, includes nothing, and is neither less nor more than anything: so that each
 * test has an opposite, and a question that hangs on an open one is not asked.
 */
function holdsTest({ item, is, value }: Test, answers: Answers): boolean {
  const answer = answers[item] ?? null
  const isOpen = answer === null || answer === ''
  switch (is) {
    case 'answered':
      return !isOpen
    case 'empty':
      return isOpen
    case 'equal':
      return !isOpen && String(answer) === String(value)
    case 'unequal':
      return isOpen || String(answer) !== String(value)
    case 'includes':
      return listChosen(answer).includes(String(value))
    case 'excludes':
      return !listChosen(answer).includes(String(value))
    case 'less':
      return compare(answer, value, (order) => order < 0)
    case 'atMost':
      return compare(answer, value, (order) => order <= 0)
    case 'atLeast':
      return compare(answer, value, (order) => order >= 0)
    case 'more':
      return compare(answer, value, (order) => order > 0)
  }
}

/** Numbers by size; days, which are written year first, by their letters. */
function compare(answer: Answer, value: Test['value'], fits: (order: number) => boolean): boolean {
  if (typeof answer === 'number' && typeof value === 'number') return fits(answer - value)
  if (typeof answer !== 'string' || typeof value !== 'string' || answer === '') return false
  return fits(answer === value ? 0 : answer < value ? -1 : 1)
}

const opposites: Readonly<Record<Comparison, readonly Comparison[]>> = {
  equal: ['unequal'],
  unequal: ['equal'],
  less: ['atLeast', 'empty'],
  atMost: ['more', 'empty'],
  atLeast: ['less', 'empty'],
  more: ['atMost', 'empty'],
  includes: ['excludes'],
  excludes: ['includes'],
  answered: ['empty'],
  empty: ['answered'],
}

export function bothConditions(left: Condition, right: Condition): Condition {
  return left.flatMap((one) => right.map((other) => [...one, ...other]))
}

export function eitherCondition(left: Condition, right: Condition): Condition {
  return [...left, ...right]
}

/** Holds exactly when `condition` does not. */
export function oppositeOf(condition: Condition): Condition {
  const [first = [], ...rest] = condition.map((group) => group.flatMap(oppositeOfTest))
  return rest
    .map((group) => group.map((test) => [test]))
    .reduce<Condition>(
      bothConditions,
      first.map((test) => [test]),
    )
}

function oppositeOfTest({ item, is, value }: Test): readonly Test[] {
  return opposites[is].map((other) => ({
    item,
    is: other,
    value: other === 'empty' || other === 'answered' ? null : value,
  }))
}

/** The questions that a condition asks about. */
export function itemsOfCondition(condition: Condition): readonly string[] {
  return [...new Set(condition.flat().map(({ item }) => item))]
}
