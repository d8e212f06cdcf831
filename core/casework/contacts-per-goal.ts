import type { CaseContact } from './case-contact.ts'

export interface GoalContacts {
  /** Null: contacts that served no goal. */
  readonly goalId: string | null
  readonly count: number
}

/** CAS-5: how many contacts of a case served each goal, also those that none has served yet, and how many served none. */
export function countPerGoal(
  contacts: readonly Pick<CaseContact, 'goalIds'>[],
  goalIds: readonly string[],
): readonly GoalContacts[] {
  const named = new Set([...goalIds, ...contacts.flatMap((contact) => contact.goalIds)])
  const rows = [...named].map((goalId) => ({
    goalId,
    count: contacts.filter((contact) => contact.goalIds.includes(goalId)).length,
  }))
  const none = contacts.filter((contact) => contact.goalIds.length === 0).length
  return none === 0 ? rows : [...rows, { goalId: null, count: none }]
}
