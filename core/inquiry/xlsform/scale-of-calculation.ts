import type { Limits } from '../read-limits.ts'
import type { Expression } from './read-expression.ts'

/** A scale as a form computes it: answers added up, some turned round, perhaps divided by their number. */
export interface CalculatedScale {
  readonly items: readonly string[]
  readonly reversed: readonly string[]
  readonly scoring: 'sum' | 'mean'
  readonly factor: number
}

/** null where the calculation is none that our scales can say. `limits` of an item by its name, null where it is no number. */
export function scaleOfCalculation(
  expression: Expression,
  limits: (name: string) => Limits | null,
): CalculatedScale | null {
  const { inside, by, times } = peel(expression)
  const parts = listParts(inside)
  if (parts === null) return null
  const items: string[] = []
  const reversed: string[] = []
  for (const part of parts) {
    const name = nameOf(part)
    const turned = name === null ? readTurned(part) : null
    const item = name ?? turned?.name ?? null
    const its = item === null ? null : limits(item)
    if (item === null || its === null || items.includes(item)) return null
    if (turned !== null && turned.from !== its.min + its.max) return null
    items.push(item)
    if (turned !== null) reversed.push(item)
  }
  if (items.length === 1 && reversed.length === 0 && by === 1) return null
  const isMean = by === items.length && by > 1
  const factor = isMean ? times : times / by
  return factor > 0 ? { items, reversed, scoring: isMean ? 'mean' : 'sum', factor } : null
}

interface Peeled {
  readonly inside: Expression
  readonly by: number
  readonly times: number
}

/** Takes off "div 5" and "* 2" around a sum. */
function peel(expression: Expression): Peeled {
  let inside = expression
  let by = 1
  let times = 1
  while (inside.kind === 'pair' && inside.right.kind === 'number') {
    if (inside.sign === 'div' && inside.right.value > 0) by *= inside.right.value
    else if (inside.sign === '*') times *= inside.right.value
    else break
    inside = inside.left
  }
  return { inside, by, times }
}

function listParts(expression: Expression): readonly Expression[] | null {
  if (expression.kind === 'pair' && expression.sign === '+') {
    const left = listParts(expression.left)
    const right = listParts(expression.right)
    return left === null || right === null ? null : [...left, ...right]
  }
  return [expression]
}

function nameOf(expression: Expression): string | null {
  if (expression.kind === 'answer') return expression.name
  if (expression.kind !== 'call' || expression.with.length !== 1) return null
  const [inside] = expression.with
  return (expression.name === 'number' || expression.name === 'int') && inside?.kind === 'answer'
    ? inside.name
    : null
}

function readTurned(
  expression: Expression,
): { readonly name: string; readonly from: number } | null {
  if (expression.kind !== 'pair' || expression.sign !== '-') return null
  const name = nameOf(expression.right)
  return expression.left.kind === 'number' && name !== null
    ? { name, from: expression.left.value }
    : null
}
