import type { Role } from '../access/roles.ts'

/** Whoever works with the families knows them anyway; the others must not recognise anybody. */
const inside: readonly Role[] = ['supervisor', 'socialWorker', 'coLeader', 'childrensDirector']

/** EVA-26: an evaluator, a researcher or a manager reads from outside, unless the same person also works with families. */
export function readsFromOutside(roles: readonly string[]): boolean {
  return !inside.some((role) => roles.includes(role))
}

/**
 * EVA-26: the answers of a survey by codes, row by row, leave the house with the team and with a researcher, who computes on
 * them elsewhere; they hold no family's file. An evaluator or a manager sees counts.
 */
export function mayTakeRows(roles: readonly string[]): boolean {
  return !readsFromOutside(roles) || roles.includes('researcher')
}

/**
 * EVA-26: what rows are taken out for. Somebody who reads from outside names one first; it stands in the read log as the
 * purpose, beside who and when.
 */
export const rowPurposes = ['exportForStudy', 'exportForEvaluation', 'exportForCheck'] as const
export type RowPurpose = (typeof rowPurposes)[number]
