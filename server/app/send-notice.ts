// A notice goes out: written down first, then sent, then its end is written. Nothing of the database is held while a gateway thinks.
import type { DeliveryChannel } from '../../core/contact/delivery/channel.ts'
import type { DeliveryKind, Notice } from '../../core/contact/delivery/notice.ts'
import { maskReach, readMailAddress, readNumber } from '../../core/contact/delivery/reach.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { unknown, type OutgoingNotice } from '../contact/delivery/adapter.ts'
import { chooseAdapter, deliver } from '../contact/delivery/choose-adapter.ts'
import { writeNotice as wordNotice } from '../contact/delivery/write-notice.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { openCalendar } from '../kit/today.ts'
import { readChannels } from './delivery-channels.ts'
import { findReceiver, reachBy, type LinkToSend, type Receiver } from './find-receiver.ts'
import type { House } from './house.ts'
import { endNotice, findNotice, refuseMore, writeNotice, type NewNotice } from './notice-log.ts'
import { createRateLimit, type RateLimit } from './rate.ts'

type Language = 'zh-CN' | 'en'

/** What one server holds itself to: an agency's pace, and how many wait for gateways at once. */
export interface SendingLimits {
  readonly pace: RateLimit
  readonly underWay: Map<string, number>
}

const perMinute = 30
const mostAtOnce = 6

export function createSendingLimits({ now }: Pick<House, 'now'>): SendingLimits {
  return { pace: createRateLimit(perMinute, () => Date.parse(now())), underWay: new Map() }
}

interface Sending {
  readonly house: House
  readonly actor: Actor
  readonly limits: SendingLimits
}

export interface NoticeToSend extends LinkToSend {
  readonly id: string
  readonly kind: DeliveryKind
  readonly language: Language
}

/** The sentence as it goes out, for whoever looks before sending and for the gateway alike. */
export function sentenceFor(
  house: House,
  { link, purpose }: Receiver,
  address: string,
  language: Language,
): string {
  const lastDay = openCalendar(house.zone)(link.endsAt)
  return wordNotice(purpose, language, house.words, { address, lastDay })
}

export async function sendNotice(
  sending: Sending,
  asked: NoticeToSend,
): Promise<Outcome<{ readonly notice: Notice }>> {
  const { house, actor } = sending
  const { id, familyId, linkId, kind, address, language } = asked
  const earlier = await transact(house.pool, actor.agencyId, (it) => findNotice(it, id))
  if (earlier !== null) {
    const same = earlier.familyId === familyId && earlier.notice.linkId === linkId
    return same && earlier.notice.kind === kind
      ? done({ notice: earlier.notice })
      : refuse('NoticeIdTaken')
  }
  const found = await findReceiver(house, actor, asked)
  if (!found.ok) return found
  const reach = reachBy(kind, found.value)
  const row = (to: string): NewNotice => ({
    ...{ id, familyId, linkId, kind, to, by: actor.staffId },
    personId: found.value.link.personId,
    purpose: found.value.purpose,
  })
  const text = sentenceFor(house, found.value, address, language)
  const subject = house.words(language)('delivery:mailSubject')
  return goOut(sending, { reach, row, text, subject, language })
}

export interface TrialToSend {
  readonly id: string
  readonly kind: DeliveryKind
  readonly to: string
  readonly language: Language
}

/** To a number or address of whoever sets it up: our own test sentence, no link and nobody's name. */
export async function sendTrial(
  sending: Sending,
  { id, kind, to, language }: TrialToSend,
): Promise<Outcome<{ readonly notice: Notice }>> {
  const { house, actor } = sending
  const earlier = await transact(house.pool, actor.agencyId, (it) => findNotice(it, id))
  if (earlier !== null) {
    const same = earlier.familyId === null && earlier.notice.kind === kind
    return same ? done({ notice: earlier.notice }) : refuse('NoticeIdTaken')
  }
  const byMail = kind === 'email' || (kind === 'webhook' && to.includes('@'))
  const one = byMail ? readMailAddress(to) : readNumber(to)
  const reach = one === null ? refuse('NoticeAddressUnclear') : done(one)
  const row = (masked: string): NewNotice => ({
    ...{ id, familyId: null, linkId: null, personId: null },
    ...{ kind, purpose: 'test', to: masked, by: actor.staffId },
  })
  const day = house.today()
  const text = wordNotice('test', language, house.words, { address: '', lastDay: day })
  const subject = house.words(language)('delivery:testSubject')
  return goOut(sending, { reach, row, text, subject, language })
}

interface Outgoing {
  readonly reach: Outcome<string>
  readonly row: (masked: string) => NewNotice
  readonly text: string
  readonly subject: string
  readonly language: Language
}

async function goOut(
  { house, actor, limits }: Sending,
  { reach, row, text, subject, language }: Outgoing,
): Promise<Outcome<{ readonly notice: Notice }>> {
  const { agencyId } = actor
  if (!reach.ok) return reach
  const waiting = limits.underWay.get(agencyId) ?? 0
  const seconds = waiting >= mostAtOnce ? 10 : limits.pace.take(agencyId)
  if (seconds > 0) return refuse('NoticeTooMany', { seconds })
  limits.underWay.set(agencyId, waiting + 1)
  try {
    const notice = row(maskReach(reach.value))
    const noted = await transact(house.pool, agencyId, (it) => noteFirst(house, it, notice))
    if (!noted.ok) return noted
    const isMail = reach.value.includes('@')
    await transmit(house, agencyId, noted.value, {
      ...{ id: notice.id, text, subject, language },
      phone: isMail ? null : reach.value,
      email: isMail ? reach.value : null,
    })
    const ended = await transact(house.pool, agencyId, (it) => findNotice(it, notice.id))
    return ended === null ? refuse('NotFound') : done({ notice: ended.notice })
  } finally {
    const left = (limits.underWay.get(agencyId) ?? 1) - 1
    if (left > 0) limits.underWay.set(agencyId, left)
    else limits.underWay.delete(agencyId)
  }
}

/** DLV-6: the row stands before anything leaves. Null: another with this number came first, and its row answers for both. */
async function noteFirst(
  { keyRing }: House,
  transaction: Transaction,
  notice: NewNotice,
): Promise<Outcome<DeliveryChannel | null>> {
  const channels = await readChannels(transaction, keyRing, true)
  const its = channels.find(({ channel }) => channel.kind === notice.kind)
  if (its === undefined) return refuse('NoticeChannelNotSet')
  if ((await findNotice(transaction, notice.id)) !== null) return done(null)
  if (!(await linkStillStands(transaction, notice))) return refuse('NoticeLinkDead')
  const more = await refuseMore(transaction, notice)
  if (more !== null) return { ok: false, refusal: more }
  await writeNotice(transaction, notice)
  return done(its.channel)
}

/** Held until the row is written: a family that is frozen, erased or whose link is taken back just now comes before or after. */
async function linkStillStands(
  { agencyId, rows }: Transaction,
  { linkId }: NewNotice,
): Promise<boolean> {
  if (linkId === null) return true
  const found = await rows(
    'select 1 from family_link where agency_id = $1 and id = $2 and revoked_at is null for share',
    [agencyId, linkId],
  )
  return found.length === 1
}

async function transmit(
  house: House,
  agencyId: string,
  channel: DeliveryChannel | null,
  notice: OutgoingNotice,
): Promise<void> {
  if (channel === null) return
  const adapter = chooseAdapter(channel, house.reach, house.now)
  const outcome = await deliver(adapter, notice).catch((trouble: unknown) => {
    // What is thrown may quote an address: only its kind is logged.
    house.log(`notice not sent: ${trouble instanceof Error ? trouble.name : 'trouble'}`)
    return unknown('brokenOff')
  })
  await transact(house.pool, agencyId, (transaction) => endNotice(transaction, notice.id, outcome))
}
