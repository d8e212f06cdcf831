import type { ContactEntry } from './contact-entry.ts'

/** What somebody of the family says of a contact on the telephone; what is not there was not asked yet. */
export type FamilySays = Partial<
  Pick<ContactEntry, 'startedBy' | 'reached' | 'channel' | 'minutes'>
>

export const familySteps = ['began', 'how', 'minutes', 'done'] as const
export type FamilyStep = (typeof familySteps)[number]

/**
 * CON-11: a parent or caregiver tells of a contact in three taps: who began (or that nobody answered), how, and how long, which they
 * need not know. After an attempt nothing more is asked; a message has no length.
 */
export function nextFamilyStep({ startedBy, reached, channel, minutes }: FamilySays): FamilyStep {
  if (startedBy === undefined) return 'began'
  if (reached === false) return 'done'
  if (channel === undefined) return 'how'
  return minutes === undefined && hasLength(channel) ? 'minutes' : 'done'
}

function hasLength(channel: ContactEntry['channel']): boolean {
  return channel !== 'text' && channel !== 'voiceMessage'
}
