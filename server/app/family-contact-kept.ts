// What was told by link and nobody could write down: kept with the link, sealed, until a worker takes it.
import { pair } from '../../core/families/pair.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import { addAnswers, forgetKept, type Handed, noteRefused } from './family-answers.ts'
import { tellerOf } from './family-contact-ground.ts'
import { type Form, readAsk, readDay, readSays, writeTold } from './family-contact-told.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

const said = ['ask', 'l_began', 'l_how', 'l_minutes'] as const

/** Each telling under its own mark: sent again it is kept once. */
export async function keepTold(
  house: House,
  link: FamilyLink,
  form: Form,
  handed: { readonly language: string; readonly reason: Refusal },
): Promise<void> {
  const on = readDay(house.today(), form)
  const told = new URLSearchParams({ on })
  for (const name of said) told.set(name, form[name] ?? '')
  const answers = await addAnswers(house, link, { [`t_${form['ask'] ?? ''}`]: told.toString() })
  const { language, reason } = handed
  await noteRefused(house, link, { staffId: link.madeBy, answers, language, on }, reason)
}

/** Tries again in the name of a worker; the link itself goes on. */
export async function handInContact(
  house: House,
  link: FamilyLink,
  handed: Handed,
): Promise<Refusal | null> {
  const own = await lookAt(house, link.agencyId, (look) => look.one(pair, link.pairId ?? ''))
  if (own === null) return { id: 'LinkNotForPerson', details: {} }
  const ground = { pair: own, ...tellerOf(link, own.adultId) }
  for (const kept of Object.values(handed.answers)) {
    const form = Object.fromEntries(new URLSearchParams(String(kept)))
    const ask = readAsk(form)
    if (ask === null) continue
    const told = { ask, says: readSays(form), on: form['on'] ?? handed.on }
    const refused = await writeTold(house, link, ground, told, handed.staffId)
    if (refused !== null) return refused
  }
  await forgetKept(house, link)
  return null
}
