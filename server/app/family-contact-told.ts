// What somebody of a family tells of a contact by link, read from the page's form and written through the gate of every record.
import { z } from 'zod'
import { wheelTopics } from '../../core/contact/cards/index.ts'
import {
  contactChannels,
  contactEntry,
  type ContactEntry,
} from '../../core/contact/contact-entry.ts'
import { type FamilySays, nextFamilyStep } from '../../core/contact/family-tells.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import { addDays, type Day } from '../../core/kit/dates.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import type { ContactGround } from './family-contact-ground.ts'
import { writeForFamily } from './family-takers.ts'
import type { House } from './house.ts'
import { lookAt, type ServerDraft } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

export type Form = Readonly<Record<string, string>>

/** Said in one tap and looked back on: this day and the six before it. */
export const daysOfSilence = 7

/** The mark of one telling: made anew for each page, so that a form sent twice is one entry. */
export function readAsk(form: Form): string | null {
  return z.uuid().safeParse(form['ask']).data ?? null
}

export const contactIdOf = (link: FamilyLink, ask: string) => deriveId('linkContact', link.id, ask)
export const silenceIdOf = (link: FamilyLink, ask: string) => deriveId('linkSilence', link.id, ask)

/** What was tapped so far; what is not a choice was not said. */
export function readSays(form: Form): FamilySays | 'none' {
  const began = form['l_began']
  if (began === 'none') return 'none'
  if (began === 'missedByAdult') return { startedBy: 'adult', reached: false }
  if (began === 'missed') return { startedBy: 'unknown', reached: false }
  const startedBy = (['adult', 'child', 'caregiver'] as const).find((one) => one === began)
  if (startedBy === undefined) return {}
  const channel = contactChannels.find((one) => one === form['l_how'])
  const long = form['l_minutes'] ?? ''
  return {
    ...{ startedBy, reached: true },
    ...(channel === undefined ? {} : { channel }),
    ...(/^\d{1,3}$/.test(long) ? { minutes: Number(long) } : {}),
    ...(long === 'unknown' ? { minutes: null } : {}),
  }
}

export interface Told {
  readonly ask: string
  readonly says: FamilySays | 'none'
  readonly on: Day
}

/** Written once, however often the form comes; null when it is there. */
export async function writeTold(
  house: House,
  link: FamilyLink,
  { pair, teller, tellerId }: Pick<ContactGround, 'pair' | 'teller' | 'tellerId'>,
  told: Told,
  by = link.madeBy,
): Promise<Refusal | null> {
  const { ask, says, on } = told
  if (says !== 'none' && nextFamilyStep(says) !== 'done')
    return { id: 'ServerTrouble', details: {} }
  const isSilence = says === 'none'
  const recordId = isSilence ? silenceIdOf(link, ask) : contactIdOf(link, ask)
  const isThere = await lookAt(
    house,
    link.agencyId,
    async (look) => (await look.entry(isSilence ? noContact : contactEntry, recordId)) !== null,
  )
  if (isThere) return null
  const whose = { familyId: link.familyId, pairId: pair.id, toldBy: teller, tellerId }
  const draft: ServerDraft = isSilence
    ? {
        ...{ kind: noContact, recordId, verb: 'create' },
        fields: { ...whose, from: addDays(on, 1 - daysOfSilence), until: on },
      }
    : { kind: contactEntry, recordId, verb: 'create', fields: { ...whose, on, ...says } }
  return writeForFamily(house, link, [draft], by)
}

/** Days on which it can have been: this one and the seven before it. */
export function listDaysBack(today: Day): readonly Day[] {
  return Array.from({ length: daysOfSilence + 1 }, (_none, back) => addDays(today, -back))
}

/** The day on the telephone's calendar at the tap, where it kept the telling until there was a line; else this one. */
export function readDay(today: Day, form: Form): Day {
  return listDaysBack(today).find((day) => day === form['l_on']) ?? today
}

type ToldEntry = ContactEntry & { readonly id: string }

function edit(house: House, link: FamilyLink, entry: ToldEntry, says: Partial<ContactEntry>) {
  const { id: recordId, ...before } = entry
  const fields = fieldsAsJson(says)
  return writeForFamily(house, link, [
    { kind: contactEntry, recordId, verb: 'edit', fields, before: fieldsAsJson(before) },
  ])
}

/** Topics and faces, beside what stands there; what is not a choice stays as it was, and nobody but the parent tells of their tone. */
export function writeMore(
  house: House,
  link: FamilyLink,
  { entry, teller }: { readonly entry: ToldEntry; readonly teller: ContactGround['teller'] },
  form: Form,
): Promise<Refusal | null> {
  const named = (form['q_topics'] ?? '').split(' ')
  const face = (name: string, before: number | null) =>
    /^[1-4]$/.test(form[name] ?? '') ? Number(form[name]) : before
  return edit(house, link, entry, {
    topics: wheelTopics.filter((topic) => named.includes(topic)),
    ...(teller === 'adult' ? { adultTone: face('m_tone', entry.adultTone) } : {}),
    moodBefore: face('m_before', entry.moodBefore),
    moodAfter: face('m_after', entry.moodAfter),
  })
}

/** CON-21: what is none of the days offered leaves the day as it was. */
export async function writeDay(
  house: House,
  link: FamilyLink,
  entry: ToldEntry,
  form: Form,
): Promise<Refusal | null> {
  const on = listDaysBack(house.today()).find((day) => day === form['m_on'])
  return on === undefined || on === entry.on ? null : edit(house, link, entry, { on })
}

/** CON-22: what came by the telephone is derived from its page (UUIDv8); what a worker wrote down is the worker's to mend. */
export const isToldByLink = (id: string): boolean => id[14] === '8'

export async function takeToldBack(
  house: House,
  link: FamilyLink,
  { contactId, silenceId }: Readonly<Record<'contactId' | 'silenceId', string | undefined>>,
): Promise<Refusal | null> {
  const drafts: readonly ServerDraft[] = [
    ...(contactId === undefined
      ? []
      : [{ kind: contactEntry, recordId: contactId, verb: 'remove' as const }]),
    ...(silenceId === undefined
      ? []
      : [{ kind: noContact, recordId: silenceId, verb: 'remove' as const }]),
  ]
  return drafts.length === 0 ? null : writeForFamily(house, link, drafts)
}
