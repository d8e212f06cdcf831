import type { Condition } from '../condition.ts'
import { bothConditions } from '../holds-condition.ts'
import { widestNumber, type Item, type Response } from '../item.ts'
import type { Words } from '../words.ts'
import { conditionOfExpression, dayOf, type Speaking } from './condition-of-expression.ts'
import type { Expression } from './read-expression.ts'

export interface FormLimits {
  readonly response: Response
  readonly constraint: Item['constraint']
}

/**
 * A constraint as limits of the answer where it is nothing else, and as a rule of its own for the rest; null where we
 * cannot say it. A message stays with the rule, so limits that have one are a rule as well.
 */
export function limitsOfConstraint(
  expression: Expression,
  response: Response,
  message: Words,
  speaking: Speaking,
): FormLimits | null {
  const hasMessage = message['zh-CN'] + message.en !== ''
  let limited = response
  let rest: Condition | null = null
  for (const part of listAnds(expression)) {
    const narrower = narrow(limited, part)
    if (narrower !== null) limited = narrower
    if (narrower !== null && (!hasMessage || isOfResponseOnly(part))) continue
    const holds = conditionOfExpression(part, speaking)
    if (holds === null) return null
    rest = rest === null ? holds : bothConditions(rest, holds)
    if (rest.length > 20 || rest.some(({ length }) => length > 20)) return null
  }
  return { response: limited, constraint: rest === null ? null : { holds: rest, message } }
}

function listAnds(expression: Expression): readonly Expression[] {
  return expression.kind === 'pair' && expression.sign === 'and'
    ? [...listAnds(expression.left), ...listAnds(expression.right)]
    : [expression]
}

/** What only the kind of answer can hold: how long a text is, that a day has come. */
function isOfResponseOnly(part: Expression): boolean {
  return (
    part.kind === 'pair' &&
    ((part.left.kind === 'call' && part.left.name === 'string-length') || isToday(part.right))
  )
}

function narrow(response: Response, part: Expression): Response | null {
  if (part.kind !== 'pair') return null
  const { left, sign, right } = part
  if (response.kind === 'text') return narrowText(response, part)
  if (left.kind !== 'answer' || left.name !== null) return null
  if (response.kind === 'number' && right.kind === 'number') {
    const { whole } = response
    if (sign === '>=') return { ...response, min: Math.max(response.min, right.value) }
    if (sign === '<=') return { ...response, max: Math.min(response.max, right.value) }
    if (sign === '>' && whole)
      return { ...response, min: Math.max(response.min, Math.floor(right.value) + 1) }
    if (sign === '<' && whole)
      return { ...response, max: Math.min(response.max, Math.ceil(right.value) - 1) }
    return null
  }
  if (response.kind !== 'date') return null
  if (sign === '<=' && isToday(right)) return { ...response, notAfterToday: true }
  const day = dayOf(right)
  if (day === null) return null
  if (sign === '>=' && (response.from === null || response.from < day))
    return { ...response, from: day }
  return sign === '<=' && (response.to === null || response.to > day)
    ? { ...response, to: day }
    : null
}

function narrowText(
  response: Extract<Response, { kind: 'text' }>,
  { left, sign, right }: Extract<Expression, { kind: 'pair' }>,
): Response | null {
  const [measured] = left.kind === 'call' && left.name === 'string-length' ? left.with : []
  if (measured?.kind !== 'answer' || measured.name !== null || right.kind !== 'number') return null
  const most = sign === '<' ? right.value - 1 : right.value
  const isUpper = sign === '<' || sign === '<='
  return isUpper && Number.isInteger(most) && most >= 1 && most <= 4000
    ? { ...response, maxLength: most }
    : null
}

function isToday(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name === 'today' && expression.with.length === 0
}

/** An integer or a decimal before anybody limits it. */
export function freeNumber(whole: boolean): Response {
  return { kind: 'number', min: -widestNumber, max: widestNumber, whole, unit: '' }
}
