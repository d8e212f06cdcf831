import type { ContactEntry } from './contact-entry.ts'

type Answers = Pick<ContactEntry, 'startedBy' | 'reached' | 'channel' | 'adultTone'>
export type ChildSays = { readonly adultId: string } & Partial<Answers>

export const childSteps = ['who', 'began', 'how', 'tone', 'done'] as const
export type ChildStep = (typeof childSteps)[number]

/**
 * CON-10: what a child who tells of a contact is asked next: whom with, only where there are several; who began, or that nobody
 * answered; how; and how it sounded. After an attempt nothing more is asked, and neither length nor words ever.
 */
export function nextChildStep(says: ChildSays | null): ChildStep {
  if (says === null) return 'who'
  if (says.startedBy === undefined) return 'began'
  if (says.reached === false) return 'done'
  if (says.channel === undefined) return 'how'
  return says.adultTone === undefined ? 'tone' : 'done'
}

/** One answer less; null when there was none but the person, or nothing at all. */
export function stepBack({ adultId, startedBy, channel }: ChildSays): ChildSays | null {
  if (channel !== undefined && startedBy !== undefined) return { adultId, startedBy, reached: true }
  return startedBy === undefined ? null : { adultId }
}
