import type { MemberMark } from '../../../core/groupwork/members/member-mark.ts'

export type Concern = Pick<MemberMark, 'concern' | 'concernAbout' | 'concernNote'>

export const noConcern: Concern = { concern: 'none', concernAbout: null, concernNote: '' }

/** The first tap is already the pointer; what it is about can be said after. */
export const needsTalk: Concern = { concern: 'open', concernAbout: 'other', concernNote: '' }

/** What is to be saved once words have been typed; null when nothing is new. Words about nothing are a pointer too. */
export function addNote(now: Concern, note: string): Concern | null {
  if (note === now.concernNote) return null
  return { ...(now.concern === 'none' ? needsTalk : now), concernNote: note }
}
