// Whom a notice of a link reaches, and whether it may: asked anew each time, of the records as they are then.
import { refuseChildUnserved } from '../../core/contact/refuse-pair-unserved.ts'
import { consent } from '../../core/families/consent.ts'
import { pair } from '../../core/families/pair.ts'
import { mayReach } from '../../core/families/may-reach.ts'
import { person } from '../../core/families/person.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import type { DeliveryKind, NoticePurpose } from '../../core/contact/delivery/notice.ts'
import { linkPurposes } from '../../core/contact/delivery/notice.ts'
import { readMailAddress, readNumber } from '../../core/contact/delivery/reach.ts'
import { done, refuse, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { House } from './house.ts'
import { mayBeReached } from './link-reach.ts'
import { lookAt, type Look } from './record-store.ts'
import { findLink, type FamilyLink } from './stored-links.ts'

export interface LinkToSend {
  readonly familyId: string
  readonly linkId: string
  /** As it was shown when the link was made: the server itself keeps only its hash. */
  readonly address: string
}

export interface Receiver {
  readonly link: FamilyLink
  readonly purpose: NoticePurpose
  readonly phone: Outcome<string>
  readonly email: Outcome<string>
}

/** DLV-5: the address must be this link's own and live; its holder, and whoever shares their number, must not be kept away. */
export async function findReceiver(
  house: House,
  { agencyId }: Actor,
  { familyId, linkId, address }: LinkToSend,
): Promise<Outcome<Receiver>> {
  const dead = refuse('NoticeLinkDead')
  if (house.publicOrigin === null) return refuse('LinkNeedsOrigin')
  const before = `${house.publicOrigin}/f/`
  if (!address.startsWith(before)) return dead
  const link = await findLink(house, address.slice(before.length))
  if (
    link === null ||
    link.agencyId !== agencyId ||
    link.familyId !== familyId ||
    link.id !== linkId ||
    link.triesLeft === 0
  )
    return dead
  const purpose = linkPurposes.find((one) => one === link.purpose)
  if (purpose === undefined) return dead
  return lookAt(house, agencyId, async (look) => {
    const holder = await look.one(person, link.personId)
    if (holder === null || holder.familyId !== familyId || !holder.alive) return dead
    if (!(await mayGoOut(look, link))) return refuse('RestrictedParty')
    const unserved = await refuseUnserved(look, link, house.today())
    if (unserved !== null) return { ok: false, refusal: unserved }
    const phone = readOne(holder.phone, readNumber, 'NoticeNoPhone')
    const email = readOne(holder.email, readMailAddress, 'NoticeNoEmail')
    const shared = await isSharedWithKeptAway(look, link, [phone, email])
    return shared ? refuse('RestrictedParty') : done({ link, purpose, phone, email })
  })
}

function readOne(
  written: string,
  read: (written: string) => string | null,
  none: string,
): Outcome<string> {
  if (written.trim() === '') return refuse(none)
  const one = read(written)
  return one === null ? refuse('NoticeAddressUnclear') : done(one)
}

/** The way itself; what a webhook takes is whichever of the two there is. */
export function reachBy(kind: DeliveryKind, { phone, email }: Receiver): Outcome<string> {
  if (kind === 'sms') return phone
  if (kind === 'email') return email
  return phone.ok || !email.ok ? phone : email
}

/** CPL-7 too: about a pair of whom one is kept away from the other nothing goes to anybody. */
async function mayGoOut(look: Look, link: FamilyLink): Promise<boolean> {
  if (!(await mayBeReached(look, link))) return false
  const its = link.pairId === null ? null : await look.one(pair, link.pairId)
  return its === null || (await mayBeReached(look, { ...link, personId: its.adultId }))
}

/** What serves the family asks that it is served still; asking for consent, and asking for one's own data, stay open to everybody. */
async function refuseUnserved(
  look: Look,
  link: FamilyLink,
  today: string,
): Promise<Refusal | null> {
  if (link.purpose === 'consent' || link.purpose === 'rights') return null
  const consents = await look.many(consent, { familyId: link.familyId })
  return refuseChildUnserved(consents, link.childId, today)
}

/** A number at which somebody answers who is kept away from the child is not the holder's alone. */
async function isSharedWithKeptAway(
  look: Look,
  { familyId, personId, childId }: FamilyLink,
  reaches: readonly Outcome<string>[],
): Promise<boolean> {
  const restrictions = await look.many(restrictedParty, { familyId })
  if (restrictions.length === 0) return false
  const own = reaches.flatMap((one) => (one.ok ? [tail(one.value)] : []))
  const people = await look.many(person, { familyId })
  return people
    .filter(({ id }) => id !== personId && !mayReach(restrictions, id, childId))
    .some(({ phone, email }) => {
      const number = phone.normalize('NFKC').replaceAll(/\D/g, '')
      const mail = email.normalize('NFKC').trim().toLowerCase()
      return own.some((one) => areOne(one, one.includes('@') ? mail : number))
    })
}

/** A landline may be written without its area code: then the shorter one ends the longer. */
function areOne(own: string, other: string): boolean {
  if (other === '') return false
  return other.includes(own) || (other.length >= fewestDigits && own.endsWith(other))
}

const fewestDigits = 7

/** Without a country's prefix, so that +86 139… and 139… are one; of several numbers in a field each counts. */
function tail(reach: string): string {
  return reach.includes('@') ? reach.toLowerCase() : reach.replaceAll(/\D/g, '').slice(-11)
}
