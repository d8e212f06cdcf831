import type { Comparison, Condition, Test } from '../condition.ts'
import { bothConditions, eitherCondition, oppositeOf } from '../holds-condition.ts'
import type { Response } from '../item.ts'
import type { Expression } from './read-expression.ts'

/** A question that a condition may speak of: how it is answered, and what the file calls its options. */
export interface KnownAnswer {
  readonly id: string
  readonly kind: Response['kind']
  /** The file's name of an option → its value with us. */
  readonly options: ReadonlyMap<string, number>
}

export interface Speaking {
  /** null: no such question comes before. */
  readonly find: (name: string | null) => KnownAnswer | null
}

const mostGroups = 20
const mostTests = 20

/** Our condition with the same meaning; null where there is none, and nothing is guessed. */
export function conditionOfExpression(
  expression: Expression,
  speaking: Speaking,
): Condition | null {
  const made = makeCondition(expression, speaking)
  if (made === null || made.length > mostGroups) return null
  return made.some((group) => group.length > mostTests) ? null : made
}

function makeCondition(expression: Expression, speaking: Speaking): Condition | null {
  switch (expression.kind) {
    case 'call':
      return makeFromCall(expression, speaking)
    case 'pair': {
      if (expression.sign !== 'and' && expression.sign !== 'or')
        return makeFromComparison(expression, speaking)
      const left = makeCondition(expression.left, speaking)
      const right = makeCondition(expression.right, speaking)
      if (left === null || right === null) return null
      if (expression.sign === 'or') return eitherCondition(left, right)
      return left.length * right.length > mostGroups ? null : bothConditions(left, right)
    }
    case 'answer':
    case 'number':
    case 'text':
      return null
  }
}

type Call = Extract<Expression, { kind: 'call' }>
type Pair = Extract<Expression, { kind: 'pair' }>

function makeFromCall(call: Call, speaking: Speaking): Condition | null {
  const [first, second] = call.with
  if (first === undefined) return null
  if (call.name === 'not' && second === undefined) {
    const inside = makeCondition(first, speaking)
    if (inside === null || inside.reduce((count, { length }) => count * length, 1) > 400)
      return null
    return oppositeOf(inside)
  }
  if (call.name !== 'selected' || first.kind !== 'answer' || second === undefined) return null
  const known = speaking.find(first.name)
  const value = known === null ? null : valueFor(known, second)
  if (known === null || typeof value !== 'number') return null
  if (known.kind === 'choice') return only({ item: known.id, is: 'equal', value })
  return known.kind === 'multi' ? only({ item: known.id, is: 'includes', value }) : null
}

function only(test: Test): Condition {
  return [[test]]
}

const bySign: Readonly<Record<string, Comparison>> = {
  '=': 'equal',
  '!=': 'unequal',
  '<': 'less',
  '<=': 'atMost',
  '>': 'more',
  '>=': 'atLeast',
}
const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function makeFromComparison(pair: Pair, speaking: Speaking): Condition | null {
  const { left, right } = pair
  const isTurned = left.kind === 'number' || left.kind === 'text' || isDay(left)
  const sign = isTurned ? (turned[pair.sign] ?? pair.sign) : pair.sign
  return compareWith(isTurned ? right : left, sign, isTurned ? left : right, speaking)
}

function compareWith(
  about: Expression,
  sign: string,
  literal: Expression,
  speaking: Speaking,
): Condition | null {
  const is = bySign[sign]
  if (is === undefined) return null
  const bare = unwrap(about)
  if (bare.kind === 'call') return compareCount(bare, sign, literal, speaking)
  const known = bare.kind === 'answer' ? speaking.find(bare.name) : null
  if (known === null) return null
  if (literal.kind === 'text' && literal.value === '') return compareWithNothing(known.id, is)
  const value = valueFor(known, literal)
  if (value === null) return null
  if (known.kind === 'multi') {
    // "= 'a'" of several options means that this one alone was chosen, which we have no test for.
    return null
  }
  if (known.kind === 'text' && is !== 'equal' && is !== 'unequal') return null
  return only({ item: known.id, is, value })
}

function compareWithNothing(item: string, is: Comparison): Condition | null {
  if (is === 'equal') return only({ item, is: 'empty', value: null })
  return is === 'unequal' ? only({ item, is: 'answered', value: null }) : null
}

/** `string-length(…) > 0` and `count-selected(…) = 0`: answered, or not. */
function compareCount(
  call: Call,
  sign: string,
  literal: Expression,
  speaking: Speaking,
): Condition | null {
  const [first] = call.with
  if (call.name !== 'string-length' && call.name !== 'count-selected') return null
  if (first?.kind !== 'answer' || literal.kind !== 'number') return null
  const known = speaking.find(first.name)
  if (known === null) return null
  const asked = `${sign} ${literal.value}`
  if (asked === '> 0' || asked === '>= 1' || asked === '!= 0')
    return only({ item: known.id, is: 'answered', value: null })
  return asked === '= 0' || asked === '< 1'
    ? only({ item: known.id, is: 'empty', value: null })
    : null
}

/** `number(…)` and `int(…)` around an answer change nothing about a whole number. */
function unwrap(expression: Expression): Expression {
  if (expression.kind !== 'call' || expression.with.length !== 1) return expression
  const [inside] = expression.with
  return (expression.name === 'number' || expression.name === 'string') && inside !== undefined
    ? inside
    : expression
}

export function isDay(expression: Expression): boolean {
  return dayOf(expression) !== null
}

export function dayOf(expression: Expression): string | null {
  const text =
    expression.kind === 'call' && expression.name === 'date' && expression.with.length === 1
      ? expression.with[0]
      : expression
  return text?.kind === 'text' && /^\d{4}-\d{2}-\d{2}$/.test(text.value) ? text.value : null
}

function valueFor(known: KnownAnswer, literal: Expression): number | string | null {
  switch (known.kind) {
    case 'date':
      return dayOf(literal)
    case 'text':
      return literal.kind === 'text' || literal.kind === 'number' ? String(literal.value) : null
    case 'number': {
      if (literal.kind === 'number') return literal.value
      return literal.kind === 'text' && /^-?\d+(\.\d+)?$/.test(literal.value)
        ? Number(literal.value)
        : null
    }
    case 'choice':
    case 'multi': {
      if (literal.kind !== 'text' && literal.kind !== 'number') return null
      return (
        known.options.get(String(literal.value)) ??
        // An order such as "> 2" may name a value that is no option.
        (literal.kind === 'number' && namesAreValues(known) ? literal.value : null)
      )
    }
  }
}

function namesAreValues({ options }: KnownAnswer): boolean {
  return [...options].every(([name, value]) => name === String(value))
}
