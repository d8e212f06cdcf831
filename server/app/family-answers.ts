// What a family hands in through a link: kept part by part, then one answer sheet by the same rules as every other.
import { z } from 'zod'
import { listAskedItems } from '../../core/inquiry/asked-items.ts'
import { joinChosen } from '../../core/inquiry/chosen.ts'
import { refuseGaps } from '../../core/inquiry/check-sheet.ts'
import { answersShape, refuseAnswer, type Answers } from '../../core/inquiry/check-answers.ts'
import { answerSheet, answerSheetIdOf } from '../../core/inquiry/answer-sheet.ts'
import { findBrokenRules } from '../../core/inquiry/find-broken-rules.ts'
import type { Instrument } from '../../core/inquiry/instrument.ts'
import type { Item } from '../../core/inquiry/scale.ts'
import { readWords, type WordLanguage } from '../../core/inquiry/words.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import type { Answer } from '../../core/sync/change.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { openBytes, sealBytes } from '../records/seal.ts'
import type { House } from './house.ts'
import { actFor } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

const keptShape = z.strictObject({ answers: answersShape })

function contextOf(link: FamilyLink): string {
  return `link|${link.agencyId}|${link.id}`
}

/** Form fields `q_<item>` as answers; what the item does not allow is left out, never bent. */
export function readAnswers(
  instrument: Instrument,
  form: Readonly<Record<string, string>>,
): Answers {
  const answers: Record<string, number | string | null> = {}
  for (const item of instrument.items) {
    const text = form[`q_${item.id}`]?.trim()
    // Boxes that were all unticked again take the answer back; any other empty field was only not reached.
    if (text === '' && item.response.kind === 'multi') answers[item.id] = null
    if (text === undefined || text === '') continue
    const answer = answerIn(item, text)
    if (refuseAnswer(instrument, item, answer) === null) answers[item.id] = answer
  }
  return answers
}

function answerIn({ response }: Item, text: string): number | string {
  switch (response.kind) {
    case 'text':
      return text.normalize('NFC')
    case 'date':
      return text
    case 'multi':
      return joinChosen(text.split(' ').map(Number))
    case 'choice':
    case 'number':
      return Number(text)
  }
}

async function keyOf({ keyRing }: House, transaction: Transaction, link: FamilyLink) {
  const owner = `family:${link.familyId}`
  const key = (await keyRing.keysFor(transaction, [owner])).get(owner)
  if (key === undefined) throw new Error('Bug: a family without a key')
  return key
}

async function openKept(
  house: House,
  transaction: Transaction,
  link: FamilyLink,
): Promise<Answers> {
  const [row] = await transaction.rows<{ draft: Buffer | null }>(
    'select draft from family_link where agency_id = $1 and id = $2',
    [link.agencyId, link.id],
  )
  if (row === undefined || row.draft === null) return {}
  const key = await keyOf(house, transaction, link)
  return keptShape.parse(JSON.parse(openBytes(key, row.draft, contextOf(link)).toString('utf8')))
    .answers
}

async function sealKept(
  house: House,
  transaction: Transaction,
  link: FamilyLink,
  answers: Answers,
): Promise<Buffer> {
  const key = await keyOf(house, transaction, link)
  return sealBytes(key, Buffer.from(JSON.stringify({ answers })), contextOf(link))
}

export async function readKept(house: House, link: FamilyLink): Promise<Answers> {
  return transact(house.pool, link.agencyId, (transaction) => openKept(house, transaction, link))
}

export async function keepAnswers(house: House, link: FamilyLink, answers: Answers): Promise<void> {
  await transact(house.pool, link.agencyId, async (transaction) => {
    await transaction.rows(
      'update family_link set draft = $3, draft_at = now() where agency_id = $1 and id = $2',
      [link.agencyId, link.id, await sealKept(house, transaction, link, answers)],
    )
  })
}

/** Adds to what is kept: of two that come at the same moment neither takes the other away. */
export async function addAnswers(house: House, link: FamilyLink, more: Answers): Promise<Answers> {
  return transact(house.pool, link.agencyId, async (transaction) => {
    const own = [link.agencyId, link.id]
    await transaction.rows(
      'select id from family_link where agency_id = $1 and id = $2 for update',
      own,
    )
    const answers = { ...(await openKept(house, transaction, link)), ...more }
    await transaction.rows(
      'update family_link set draft = $3, draft_at = now() where agency_id = $1 and id = $2',
      [...own, await sealKept(house, transaction, link, answers)],
    )
    return answers
  })
}

/** What one link kept is kept by another of the same family: half-written answers, or sent ones with their day and reason. */
export async function moveKept(
  house: House,
  transaction: Transaction,
  from: FamilyLink,
  to: Pick<FamilyLink, 'id'>,
): Promise<void> {
  const answers = await openKept(house, transaction, from)
  if (Object.keys(answers).length > 0)
    await transaction.rows(
      `update family_link as fresh set draft = $4, draft_at = now(), sent_at = held.sent_at, sent_on = held.sent_on,
         sent_language = held.sent_language, sent_refusal = held.sent_refusal
       from family_link as held where fresh.agency_id = $1 and fresh.id = $3 and held.agency_id = $1 and held.id = $2`,
      [
        from.agencyId,
        from.id,
        to.id,
        await sealKept(house, transaction, { ...from, id: to.id }, answers),
      ],
    )
  await transaction.rows(
    'update family_link set draft = null, draft_at = null, sent_refusal = null where agency_id = $1 and id = $2',
    [from.agencyId, from.id],
  )
}

export interface Handed {
  /** Who hands it in: the worker who made the link, or one who tries again later. */
  readonly staffId: string
  readonly answers: Answers
  readonly language: string
  readonly on: string
}

/** Hands the sheet in on behalf of a worker. A refusal keeps the answers where the worker finds them, with its reason. */
export async function handIn(
  house: House,
  link: FamilyLink,
  handed: Handed,
): Promise<Refusal | null> {
  const { waveId, instrumentId } = link
  if (waveId === null || instrumentId === null) return { id: 'LinkNotForPerson', details: {} }
  const recordId = answerSheetIdOf({
    waveId,
    instrumentId,
    respondentId: link.personId,
    pairId: link.pairId,
  })
  const fields = {
    waveId,
    instrumentId,
    familyId: link.familyId,
    childId: link.childId,
    respondentId: link.personId,
    pairId: link.pairId,
    targetId: link.targetId,
    mode: 'familyLink',
    language: handed.language,
    answeredOn: handed.on,
    answers: handed.answers,
  } as const
  const outcomes = await actFor(house, link.agencyId, handed.staffId, [
    { kind: answerSheet, recordId, verb: 'create', fields },
    { kind: answerSheet, recordId, verb: 'submit' },
  ])
  const refused = outcomes.find((answer) => answer.status !== 'applied')
  if (refused === undefined) {
    await noteAnswered(house, link)
    return null
  }
  const reason = reasonOf(refused)
  if (reason.id !== 'NothingAnswered') await noteRefused(house, link, handed, reason)
  return reason
}

/** Why a change was not taken. */
export function reasonOf(answer: Answer): Refusal {
  return answer.status === 'refused' || answer.status === 'retry'
    ? answer.refusal
    : { id: 'ServerTrouble', details: {} }
}

export async function noteRefused(
  house: House,
  link: FamilyLink,
  handed: Handed,
  reason: Refusal,
): Promise<void> {
  await transact(house.pool, link.agencyId, ({ rows }) =>
    rows(
      `update family_link set sent_at = coalesce(sent_at, now()), sent_on = coalesce(sent_on, $3), sent_language = $4, sent_refusal = $5
       where agency_id = $1 and id = $2`,
      [link.agencyId, link.id, handed.on, handed.language, JSON.stringify(reason)],
    ),
  )
}

export async function noteAnswered(house: House, link: FamilyLink): Promise<void> {
  await transact(house.pool, link.agencyId, ({ rows }) =>
    rows(
      'update family_link set answered_at = now(), draft = null, draft_at = null, sent_refusal = null where agency_id = $1 and id = $2',
      [link.agencyId, link.id],
    ),
  )
}

/** What was kept is written down; a link that can be used again goes on. */
export async function forgetKept(house: House, link: FamilyLink): Promise<void> {
  await transact(house.pool, link.agencyId, ({ rows }) =>
    rows(
      `update family_link set draft = null, draft_at = null, sent_at = null, sent_on = null, sent_refusal = null
       where agency_id = $1 and id = $2`,
      [link.agencyId, link.id],
    ),
  )
}

/** Numbers of required questions without an answer, of those that are asked. */
export function gapsOf(instrument: Instrument, answers: Answers): readonly string[] {
  if (refuseGaps(instrument, answers) === null) return []
  return listAskedItems(instrument, answers)
    .filter((item) => item.required && (answers[item.id] ?? null) === null)
    .map((item) => String(item.number))
}

/** Answers that do not fit together, each with the questionnaire's own words for it. */
export function brokenOf(
  instrument: Instrument,
  answers: Answers,
  language: WordLanguage,
): readonly { readonly number: number; readonly words: string }[] {
  return findBrokenRules(instrument, answers).map(({ item, message }) => ({
    number: item.number,
    words: readWords(message, language),
  }))
}

/**
 * Whether what was just answered asks questions that the page had passed by: then they are shown before anything is
 * handed in. `passed` are the ids that the page said were not on it.
 */
export function opensMore(instrument: Instrument, answers: Answers, passed: string): boolean {
  const hidden = passed.split(' ')
  return listAskedItems(instrument, answers).some(
    ({ id }) => hidden.includes(id) && (answers[id] ?? null) === null,
  )
}
