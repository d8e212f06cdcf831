// GET and POST of /f/m/<token>: papers that another agency hands over. The address is a secret; every page says no-store.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { openCalendar } from '../kit/today.ts'
import type { TransferPackage } from '../../core/casework/transfer/transfer-package.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import type { TransferEntry } from '../../core/casework/transfer/transfer-shape.ts'
import type { WordLanguage } from '../../core/inquiry/words.ts'
import { writeDay } from '../../core/kit/write-day.ts'
import { showFrame, type Html } from '../../family/page.ts'
import { showEnded } from '../../family/plain-pages.ts'
import {
  showTransfer,
  showTransferCheck,
  showTransferDeclined,
  showTransferLocked,
  showWithLanguages,
} from '../../family/transfer-page.ts'
import { transact } from '../database/transact.ts'
import { contentDisposition } from '../files/store/content-disposition.ts'
import { isOwnOrigin } from './guard.ts'
import type { House } from './house.ts'
import { actAsSystem, lookAt } from './record-store.ts'
import { readText, type Mount } from './route.ts'
import { sealPackage } from './transfer-file.ts'
import {
  codeRight,
  findTransferLink,
  noteTransfer,
  openPackage,
  type TransferLink,
  tryCode,
} from './transfer-links.ts'

const minutesOpen = 30
const formBytes = 16 * 1024

interface Visit {
  readonly house: House
  readonly context: Context
  readonly link: TransferLink
}

function languageOf(context: Context): WordLanguage {
  const wanted = context.req.query('lang')
  if (wanted === 'en' || wanted === 'zh-CN') return wanted
  return /^en\b/i.test(context.req.header('accept-language') ?? '') ? 'en' : 'zh-CN'
}

function send(
  house: House,
  context: Context,
  title: string,
  body: (words: ReturnType<House['words']>) => Html,
  status: 200 | 403 | 404 = 200,
): Response | Promise<Response> {
  const language = languageOf(context)
  const words = house.words(language)
  const frame = { language, words, title: words(title), script: false, sample: false }
  return context.html(showFrame(frame, showWithLanguages(words, language, body(words))), status)
}

/** The very answer of a link that never was. */
function sendEnded(house: House, context: Context): Response | Promise<Response> {
  return send(house, context, 'family:ended.title', showEnded, 404)
}

function cookieName({ id }: TransferLink): string {
  return `__Host-km-${id.replaceAll('-', '').slice(-12)}`
}

function sign(house: House, { agencyId, id }: TransferLink, until: string): string {
  return createHmac('sha256', house.secret)
    .update(`transferVisit|${agencyId}|${id}|${until}`)
    .digest('base64url')
}

function hasPassed({ house, context, link }: Visit): boolean {
  const [until = '', signature = ''] = (getCookie(context, cookieName(link)) ?? '').split('.')
  if (until === '' || Number(until) * 1000 < Date.parse(house.now())) return false
  const wanted = Buffer.from(sign(house, link, until))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

function notePassed({ house, context, link }: Visit): void {
  const until = String(Math.floor(Date.parse(house.now()) / 1000) + minutesOpen * 60)
  setCookie(context, cookieName(link), `${until}.${sign(house, link, until)}`, {
    ...{ path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: minutesOpen * 60 },
  })
}

/** Also for chat programs that open every address before anybody reads it: looking costs no try and opens nothing. */
function showCheck(
  { house, context, link }: Visit,
  left = link.triesLeft,
  failed = false,
): Response | Promise<Response> {
  if (left === 0) return send(house, context, 'transfer:page.lockedTitle', showTransferLocked, 403)
  const body = (words: ReturnType<House['words']>) => showTransferCheck(words, failed ? left : null)
  return send(house, context, 'transfer:page.title', body, failed ? 403 : 200)
}

async function readIts({ house, link }: Visit): Promise<TransferEntry | null> {
  return lookAt(house, link.agencyId, (look) => look.one(transfer, link.transferId))
}

/** Derived, so that the page can say it again and nobody has to keep it. */
export function passphraseOf(house: House, link: Pick<TransferLink, 'agencyId' | 'id'>): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
  const bytes = createHmac('sha256', house.secret)
    .update(`transferFile|${link.agencyId}|${link.id}`)
    .digest()
  const drawn = [...bytes.subarray(0, 20)].map((byte) => letters[byte % letters.length] ?? '')
  return [0, 4, 8, 12, 16].map((from) => drawn.slice(from, from + 4).join('')).join('-')
}

async function showInside(visit: Visit, gaps = false): Promise<Response> {
  const { house, context, link } = visit
  const its = await readIts(visit)
  if (its === null) return sendEnded(house, context)
  const content = await openPackage(house, link)
  const language = languageOf(context)
  const page = {
    content,
    answer: its.answer,
    answeredOn: its.answeredOn === null ? '' : writeDay(its.answeredOn, language),
    number: link.transferId.slice(-6),
    until: writeDay(openCalendar(house.zone)(link.endsAt), language),
    passphrase: passphraseOf(house, link),
    gaps,
  }
  return send(house, context, 'transfer:page.title', (words) => showTransfer(words, page))
}

async function readForm(context: Context): Promise<URLSearchParams | null> {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return null
  const text = await readText(context, formBytes)
  return text === null || text.includes('\0') ? null : new URLSearchParams(text)
}

async function takeCode(visit: Visit, typed: string): Promise<Response> {
  const left = await tryCode(visit.house, visit.link, typed)
  if (left !== codeRight) return showCheck(visit, left, true)
  notePassed(visit)
  return visit.context.redirect(visit.context.req.url.replace(/^https?:\/\/[^/]+/, ''), 303)
}

/** TRF-6: the receiver's own word, noted as such; sent twice it is noted once. */
export async function answerTransfer(
  house: House,
  link: TransferLink,
  input: {
    readonly answer: 'accepted' | 'declined'
    readonly name: string
    readonly words: string
    readonly source: 'link' | 'takenIn'
  },
): Promise<boolean> {
  const [answer] = await actAsSystem(house, link.agencyId, [
    {
      kind: transfer,
      recordId: link.transferId,
      verb: 'answerByLink',
      input: { ...input, on: house.today(), proofFileId: null },
    },
  ])
  if (answer?.status !== 'applied') return false
  await transact(house.pool, link.agencyId, (transaction) =>
    noteTransfer(transaction, link, 'transfer.answered'),
  )
  return true
}

async function takeAnswer(visit: Visit, form: URLSearchParams): Promise<Response> {
  const { house, context, link } = visit
  const answer = form.get('answer')
  const name = (form.get('name') ?? '').trim().slice(0, 200)
  const words = (form.get('words') ?? '').trim().slice(0, 2000)
  if ((answer !== 'accepted' && answer !== 'declined') || name === '')
    return showInside(visit, true)
  await answerTransfer(house, link, { answer, name, words, source: 'link' })
  if (answer === 'accepted')
    return context.redirect(context.req.url.replace(/^https?:\/\/[^/]+/, ''), 303)
  return send(house, context, 'transfer:page.title', showTransferDeclined)
}

async function sendFile(visit: Visit): Promise<Response> {
  const { house, context, link } = visit
  const content: TransferPackage = await openPackage(house, link)
  const bytes = await sealPackage(content, passphraseOf(house, link))
  await transact(house.pool, link.agencyId, (transaction) =>
    noteTransfer(transaction, link, 'transfer.downloaded'),
  )
  context.header('content-type', 'application/octet-stream')
  context.header('content-disposition', contentDisposition(`${house.today()}.kiteline`))
  return context.body(Uint8Array.from(bytes))
}

/** With no-referrer a browser sends `Origin: null` for our own form; anything else that is not us is turned away. */
function isForeign(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && origin !== 'null' && !isOwnOrigin(origin, host)
}

export function addTransferPages({ app, house, declared }: Mount): void {
  const path = '/f/m/:token'
  declared.push({ method: 'get', path, action: 'open' }, { method: 'post', path, action: 'open' })
  app.get(path, async (context) => {
    const link = await findTransferLink(house, context.req.param('token'))
    if (link === null) return sendEnded(house, context)
    const visit = { house, context, link }
    return hasPassed(visit) ? showInside(visit) : showCheck(visit)
  })
  app.post(path, async (context) => {
    const form = await readForm(context)
    const link = await findTransferLink(house, context.req.param('token'))
    const foreign = isForeign(context.req.header('origin'), context.req.header('host'))
    if (link === null || form === null || foreign) return sendEnded(house, context)
    const visit = { house, context, link }
    if (form.get('step') === 'check') return takeCode(visit, form.get('code') ?? '')
    if (!hasPassed(visit)) return showCheck(visit)
    return form.get('step') === 'download' ? sendFile(visit) : takeAnswer(visit, form)
  })
}
