// What a family asks about its own data, on its own page: one request that waits for a person.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { person } from '../../core/families/person.ts'
import { proposedRightsDays, workingDaysAfter } from '../../core/families/rights-due.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import {
  type RightsRequest,
  rightsAsked,
  rightsRequest,
} from '../../core/families/rights-request.ts'
import type { WordLanguage } from '../../core/inquiry/words.ts'
import { deriveId } from '../../core/kit/ids.ts'
import type { Html } from '../../family/page.ts'
import {
  type RightsPage,
  type RightsStep,
  showRights,
  showRightsReceipt,
  showRightsStep,
} from '../../family/rights-page.ts'
import { newId } from '../access/accounts.ts'
import { noteAnswered } from './family-answers.ts'
import { writeForFamily } from './family-takers.ts'
import { draftKeyOf } from './family-visit.ts'
import type { House } from './house.ts'
import { lookAt, type Look } from './record-store.ts'
import { sayDate } from './say-day.ts'
import type { FamilyLink } from './stored-links.ts'

/** So many of one person may wait at once: whoever has the link cannot bury a worker. */
const mostOpen = 5

const askedShape = z.object({
  ask: z.uuid(),
  q_right: z.enum(rightsAsked),
  q_about: z.uuid(),
  q_words: z.string().max(2000).default(''),
})
type Asked = z.infer<typeof askedShape>
type Form = Readonly<Record<string, string>>

const requestIdOf = (link: FamilyLink, ask: string) => deriveId('linkRights', link.id, ask)

export async function showRightsAtHome(
  house: House,
  link: FamilyLink,
  language: WordLanguage,
  extra: { readonly form: Form; readonly note: RightsPage['note'] },
): Promise<Html> {
  const { form, note } = extra
  const { people, holder } = await lookAt(house, link.agencyId, async (look) => ({
    people: await listAbout(look, link),
    holder: await look.one(person, link.personId),
  }))
  const page = {
    ask: z.uuid().safeParse(form['ask']).data ?? newId(),
    people,
    rights: rightsAsked,
    draftKey: draftKeyOf(house, link),
    kept: form,
    note,
  }
  const words = house.words(language)
  if (holder?.role === 'parent') return showRights(words, page)
  const step = findStep(form, people)
  // What is still open is the next question, not a gap.
  return showRightsStep(words, { ...page, note: note === 'gaps' ? 'none' : note }, step)
}

/** RIG-23: the first question that is not answered yet. */
function findStep(form: Form, people: RightsPage['people']): RightsStep {
  if (!rightsAsked.some((right) => right === form['q_right'])) return 'q_right'
  return people.some(({ id }) => id === form['q_about']) ? 'words' : 'q_about'
}

/** Null where nothing was asked under this mark by this link. */
export async function showRightsArrived(
  house: House,
  link: FamilyLink,
  language: WordLanguage,
  ask: string,
): Promise<Html | null> {
  const id = requestIdOf(link, ask)
  const asked = await lookAt(house, link.agencyId, (look) => look.one(rightsRequest, id))
  return asked === null
    ? null
    : showRightsReceipt(house.words(language), {
        day: sayDate(language, asked.receivedOn),
        number: id.slice(-6),
        due: sayDate(language, asked.dueOn),
      })
}

export type AskTaken = 'gaps' | 'enough' | 'notTaken' | { readonly ask: string }

/** RIG-5: taken as one request, unproven as yet; whoever made the link may be gone, the request does not hang on them. */
export async function takeRights(house: House, link: FamilyLink, form: Form): Promise<AskTaken> {
  const read = askedShape.safeParse(form)
  // Answers of the first questions alone are not a request yet: somebody has to send it.
  if (!read.success || form['send'] === undefined) return 'gaps'
  const asked = read.data
  const recordId = requestIdOf(link, asked.ask)
  const { about, fields, open, isThere } = await lookAt(house, link.agencyId, async (look) => ({
    about: await listAbout(look, link),
    fields: await writeRequest(house, look, link, asked),
    open: await countOpen(look, link),
    isThere: (await look.one(rightsRequest, recordId)) !== null,
  }))
  if (!about.some(({ id }) => id === asked.q_about)) return 'gaps'
  if (isThere) return { ask: asked.ask }
  if (open >= mostOpen) return 'enough'
  const refused = await writeForFamily(house, link, [
    { kind: rightsRequest, recordId, verb: 'create', fields },
  ])
  if (refused === null) {
    if (link.purpose === 'rights') await noteAnswered(house, link)
    return { ask: asked.ask }
  }
  return 'notTaken'
}

/** A child asks about itself; an adult also about the family's children, but for whom they are kept away from. */
async function listAbout(look: Look, { familyId, personId }: FamilyLink) {
  const people = await look.many(person, { familyId })
  const holder = people.filter(({ id }) => id === personId)
  if (holder.some(({ role }) => role === 'child')) return holder
  const restrictions = await look.many(restrictedParty, { familyId })
  const children = people.filter(
    ({ id, role }) => role === 'child' && mayReach(restrictions, personId, id),
  )
  return [...children, ...holder]
}

async function writeRequest(house: House, look: Look, link: FamilyLink, asked: Asked) {
  const today = house.today()
  const own = await look.one(agency, link.agencyId)
  return {
    familyId: link.familyId,
    subjectId: asked.q_about,
    askedById: link.personId,
    relation: await relationOf(look, link, asked.q_about, today),
    right: asked.q_right,
    words: asked.q_words.normalize('NFC').trim(),
    came: 'familyPage',
    receivedOn: today,
    dueOn: workingDaysAfter(today, own?.rightsDays ?? proposedRightsDays),
  } as const
}

async function relationOf(
  look: Look,
  link: FamilyLink,
  subjectId: string,
  today: string,
): Promise<RightsRequest['relation']> {
  if (subjectId === link.personId) return 'self'
  const bonds = await look.many(guardianship, { childId: subjectId })
  const isGuardian = bonds.some(
    ({ adultId, kind, until }) =>
      adultId === link.personId && kind === 'legalGuardian' && (until === null || until > today),
  )
  if (isGuardian) return 'guardian'
  return (await look.one(person, link.personId))?.role === 'parent' ? 'parent' : 'other'
}

async function countOpen(look: Look, { familyId, personId }: FamilyLink): Promise<number> {
  const all = await look.many(rightsRequest, { familyId })
  return all.filter(({ askedById, state }) => askedById === personId && state !== 'answered').length
}
