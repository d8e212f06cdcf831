// GET and POST of /f/<token>. The address is a secret: it is never logged, and every page says no-store and no-referrer.
import type { Context } from 'hono'
import { html } from 'hono/html'
import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { openCalendar } from '../kit/today.ts'
import { agency, type Agency } from '../../core/access/agency.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { taskStates } from '../../core/groupwork/between/home-task-return.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { itemWords, openingWords } from '../../core/inquiry/spoken/words-to-speak.ts'
import { windowOf } from '../../core/inquiry/wave-window.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { readWords, type WordLanguage } from '../../core/inquiry/words.ts'
import { showCheck, showLocked, showThanks, showWindow } from '../../family/plain-pages.ts'
import type { Foot } from '../../family/page.ts'
import { showTask } from '../../family/task-page.ts'
import { showQuestionnaire, type QuestionnairePage } from '../../family/questionnaire-page.ts'
import { showConsentAtHome, takeConsentAtHome } from './consent-at-home.ts'
import {
  addAnswers,
  brokenOf,
  gapsOf,
  handIn,
  opensMore,
  readAnswers,
  readKept,
} from './family-answers.ts'
import { showContact, takeContact } from './family-contact.ts'
import { showRightsArrived, showRightsAtHome, takeRights } from './family-rights.ts'
import { showSession, takeSession } from './family-session.ts'
import { sayDate } from './say-day.ts'
import { openSpoken } from './family-spoken.ts'
import { sendSpoken } from './family-spoken-route.ts'
import { findTaskAtHome, takeTaskReturn, type TaskAtHome } from './family-task.ts'
import { showDoors, showTakeBack, takeBack } from './family-withdraw.ts'
import {
  addressIn,
  languageOf,
  queryOf,
  readForm,
  send,
  sendEnded,
  showKept,
  type Visit,
} from './family-send.ts'
import { draftKeyOf, hasPassed, noteCheck, notePassed } from './family-visit.ts'
import { isOwnOrigin } from './guard.ts'
import type { House } from './house.ts'
import { readDrawing } from './read-drawing.ts'
import { lookAt } from './record-store.ts'
import type { Mount } from './route.ts'
import { findLink } from './stored-links.ts'

async function openVisit(house: House, context: Context, scripted: boolean): Promise<Visit | null> {
  const link = await findLink(house, context.req.param('token') ?? '')
  if (link === null) return null
  const its = await lookAt(house, link.agencyId, (look) => look.one(agency, link.agencyId))
  const language = languageOf(context)
  const sample = its?.sample === true
  return { house, context, link, language, sample, foot: footOf(house, its, language), scripted }
}

/** PR6: who answers for children's data, how to reach them, and where to complain. A page that knows no agency has none. */
function footOf(house: House, its: Agency | null, language: WordLanguage): Foot | null {
  if (its === null) return null
  const words = house.words(language)
  const { name, phone, address, dataGuardian, complaintsTo } = its
  return {
    phone,
    lines: [
      dataGuardian === ''
        ? name
        : words('family:contact', { agency: name, guardian: dataGuardian }),
      address,
      complaintsTo === '' ? '' : words('family:complaints', { complaints: complaintsTo }),
    ].filter((part) => part !== ''),
  }
}

/** The one light check; after too many wrong answers the page says whom to ask, and that nothing is lost. */
function showCheckPage(
  visit: Visit,
  failed: boolean,
  left = visit.link.triesLeft,
): Response | Promise<Response> {
  const words = visit.house.words(visit.language)
  if (left === 0) return send(visit, words('family:locked.title'), showLocked(words), false, 403)
  const asks = visit.link.checkCode === null ? 'birthYear' : 'code'
  return send(
    visit,
    words('family:check.title'),
    showCheck(words, { asks, failed, left }),
    visit.scripted,
    failed ? 403 : 200,
  )
}

type PageNotes = Partial<Pick<QuestionnairePage, 'note' | 'gaps' | 'broken'>>

async function showInside(visit: Visit, extra: PageNotes = {}): Promise<Response> {
  const { house, link } = visit
  const words = house.words(visit.language)
  const arrived = await showRightsReceipt(visit)
  if (arrived !== null) return arrived
  if (visit.context.req.query('ask') === 'back') return showTakeBack(visit)
  if (asksForRights(visit)) return showRightsPage(visit)
  if (link.purpose === 'contact') return showContact(visit)
  if (link.purpose === 'session') return showSession(visit)
  if (link.answeredAt !== null) {
    const day = sayDate(visit.language, openCalendar(house.zone)(link.answeredAt))
    const receipt = { day, number: link.id.slice(-6) }
    const body = html`${showThanks(words, receipt)}${await showDoors(visit)}`
    return send(visit, words('family:thanks.title'), body, visit.scripted)
  }
  if (link.purpose === 'homeTask') return showTaskPage(visit, extra.note === 'gaps')
  return link.purpose === 'consent'
    ? showConsentPage(visit, null)
    : showQuestionnairePage(visit, extra)
}

/** A link that was sent for it, or any other whose page leads there: what may be asked is the same for everybody. */
function asksForRights({ link, context }: Visit): boolean {
  return link.purpose === 'rights' || context.req.query('ask') === '1'
}

async function showRightsPage(
  visit: Visit,
  form: Readonly<Record<string, string>> = {},
  note: Parameters<typeof showRightsAtHome>[3]['note'] = 'none',
): Promise<Response> {
  const { house, link, language } = visit
  const body = await showRightsAtHome(house, link, language, { form, note })
  return send(visit, house.words(language)('family:rights.title'), body, visit.scripted)
}

async function showRightsReceipt(visit: Visit): Promise<Response | null> {
  const { house, link, language, context } = visit
  const asked = context.req.query('asked')
  if (asked === undefined || asked.length > 64) return null
  const body = await showRightsArrived(house, link, language, asked)
  return body === null
    ? null
    : send(visit, house.words(language)('family:thanks.title'), body, visit.scripted)
}

async function takeRightsAsked(
  visit: Visit,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const taken = await takeRights(visit.house, visit.link, form)
  return typeof taken === 'string'
    ? showRightsPage(visit, form, taken)
    : visit.context.redirect(addressIn(visit.context, { asked: taken.ask }), 303)
}

/** A link to a task ends with the group, and with the member's seat in it. */
async function taskOf({ house, link }: Visit): Promise<TaskAtHome | null> {
  if (link.targetId === null) return null
  const at = await findTaskAtHome(house, link.agencyId, { ...link, meetingId: link.targetId })
  return at?.isOver === false ? at : null
}

async function showTaskPage(visit: Visit, gaps: boolean): Promise<Response> {
  const words = visit.house.words(visit.language)
  const at = await taskOf(visit)
  if (at === null) return sendEnded(visit.house, visit.context)
  const { task, seat } = at
  const body = showTask(words, {
    name: seat.displayName,
    task: task.words,
    givenOn: task.givenOn,
    states: taskStates,
    gaps,
  })
  return send(visit, words('family:task.pageTitle'), body, visit.scripted)
}

async function takeTask(visit: Visit, form: Readonly<Record<string, string>>): Promise<Response> {
  const { house, link, context } = visit
  const at = await taskOf(visit)
  if (at === null) return sendEnded(house, context)
  const taken = await takeTaskReturn(house, link, form, visit.language)
  if (taken === 'gaps') return showInside(visit, { note: 'gaps' })
  if (taken === 'kept') return showKept(visit)
  return context.redirect(`${context.req.path}${queryOf(context)}`, 303)
}

async function showQuestionnairePage(visit: Visit, extra: PageNotes): Promise<Response> {
  const { house, link, language } = visit
  const words = house.words(language)
  const found = await lookAt(house, link.agencyId, async (look) => ({
    instrument: link.instrumentId === null ? null : await look.one(instrument, link.instrumentId),
    pair: link.pairId === null ? null : await look.one(pair, link.pairId),
    child: await look.one(person, link.childId),
    wave: link.waveId === null ? null : await look.one(wave, link.waveId),
  }))
  if (found.instrument === null) return sendEnded(house, visit.context)
  const names = {
    ...(found.pair === null ? {} : { parent: words(`inquiry:calls.${found.pair.relation}`) }),
    ...(found.child === null ? {} : { child: found.child.name }),
  }
  const kept = await readKept(house, link)
  const window = found.wave === null ? 'open' : windowOf(found.wave, house.today())
  // Whoever began in time may finish; only a wave that was closed takes nothing any more.
  const hasBegun = window === 'over' && Object.keys(kept).length > 0
  if (window !== 'open' && !hasBegun)
    return send(
      visit,
      words(`family:window.${window}.title`),
      showWindow(words, window, found.wave === null ? '' : sayDate(language, found.wave.opensOn)),
      false,
    )
  const its = found.instrument
  const toSpeak = [
    openingWords(its, language),
    ...its.items.map((one) => itemWords(its, one, language)),
  ]
  const spokenOn = await openSpoken(visit, toSpeak)
  const body = showQuestionnaire(words, {
    instrument: its,
    opening: spokenOn(openingWords(its, language)),
    spoken: (item) => spokenOn(itemWords(its, item, language)),
    language,
    names,
    answers: kept,
    draftKey: draftKeyOf(house, link),
    note: extra.note ?? (Object.keys(kept).length > 0 ? 'kept' : 'none'),
    gaps: extra.gaps ?? [],
    broken: extra.broken ?? [],
    today: house.today(),
    draw: readDrawing,
  })
  return send(visit, readWords(found.instrument.title, language), body, visit.scripted)
}

async function showConsentPage(visit: Visit, again: string | null): Promise<Response> {
  const { house, link, language } = visit
  const body = await showConsentAtHome(house, link, language, again)
  return send(visit, house.words(language)('family:consent.pageTitle'), body, visit.scripted)
}

async function takeCheck(visit: Visit, form: Readonly<Record<string, string>>): Promise<Response> {
  const { house, link, context } = visit
  const child = await lookAt(house, link.agencyId, (look) => look.one(person, link.childId))
  const wanted = link.checkCode ?? child?.bornOn?.slice(0, 4) ?? null
  const digits = (form['check'] ?? '').normalize('NFKC').replace(/\D/g, '')
  const passed = wanted !== null && digits === wanted
  const left = await noteCheck(house, link, passed)
  if (!passed || left === 0) return showCheckPage(visit, true, left)
  notePassed(house, context, link)
  // Over a thin line what is behind the door comes with the same answer, to whoever's telephone makes the page its own.
  if (form['direct'] !== undefined) return showInside(visit)
  return context.redirect(`${context.req.path}${queryOf(context)}`, 303)
}

async function takeAnswers(
  visit: Visit,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const { house, link, context } = visit
  const itsInstrument =
    link.instrumentId === null
      ? null
      : await lookAt(house, link.agencyId, (look) => look.one(instrument, link.instrumentId ?? ''))
  if (itsInstrument === null) return sendEnded(house, context)
  const answers = await addAnswers(house, link, readAnswers(itsInstrument, form))
  if (form['send'] === undefined) {
    const part = /^\d{1,2}$/.test(form['part'] ?? '') ? form['part'] : '1'
    return context.redirect(`${context.req.path}${queryOf(context)}#p${part}`, 303)
  }
  const gaps = gapsOf(itsInstrument, answers)
  const broken = brokenOf(itsInstrument, answers, visit.language)
  if (gaps.length > 0 || broken.length > 0) return showInside(visit, { note: 'gaps', gaps, broken })
  if (opensMore(itsInstrument, answers, form['passed'] ?? ''))
    return showInside(visit, { note: 'more' })
  const handed = { staffId: link.madeBy, answers, language: visit.language, on: house.today() }
  const refused = await handIn(house, link, handed)
  if (refused === null) return context.redirect(`${context.req.path}${queryOf(context)}`, 303)
  if (refused.id === 'NothingAnswered') return showInside(visit, { note: 'gaps', gaps: ['1'] })
  return showKept(visit)
}

async function takeConsent(
  visit: Visit,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const { house, link, context, language } = visit
  const taken = await takeConsentAtHome(house, link, language, form)
  if (taken === 'ended') return sendEnded(house, context)
  if (typeof taken === 'object') return showConsentPage(visit, taken.again)
  return context.redirect(`${context.req.path}${queryOf(context)}`, 303)
}

// With no-referrer a browser sends `Origin: null` for our own form; anything else that is not us is turned away.
function isForeign(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && origin !== 'null' && !isOwnOrigin(origin, host)
}

export function addFamilyPages(mount: Mount, scriptFolder: string): void {
  const { app, house } = mount
  const scriptFile = join(scriptFolder, 'main.js')
  const script = existsSync(scriptFile) ? readFileSync(scriptFile) : null
  mount.declared.push(
    { method: 'get', path: '/f/:token', action: 'open' },
    { method: 'get', path: '/f/:token/s/:id', action: 'open' },
    { method: 'post', path: '/f/:token', action: 'open' },
  )
  app.get('/f/script.js', (context) => {
    if (script === null) return context.body(null, 404)
    context.header('content-type', 'text/javascript; charset=utf-8')
    context.header('cache-control', 'public, max-age=3600')
    return context.body(Uint8Array.from(script))
  })
  app.get('/f/:token', async (context) => {
    const visit = await openVisit(house, context, script !== null)
    if (visit === null) return sendEnded(house, context)
    return hasPassed(house, context, visit.link) ? showInside(visit) : showCheckPage(visit, false)
  })
  app.get('/f/:token/s/:id', async (context) => {
    const visit = await openVisit(house, context, script !== null)
    const sound =
      visit === null || !hasPassed(house, context, visit.link) ? null : await sendSpoken(visit)
    return sound ?? sendEnded(house, context)
  })
  app.post('/f/:token', async (context) => {
    const origin = context.req.header('origin')
    const form = await readForm(context)
    const visit = await openVisit(house, context, script !== null)
    if (visit === null || form === null || isForeign(origin, context.req.header('host')))
      return sendEnded(house, context)
    if (form['step'] === 'check') return takeCheck(visit, form)
    if (!hasPassed(house, context, visit.link)) return showCheckPage(visit, false)
    if (form['step'] === 'rights') return takeRightsAsked(visit, form)
    if (form['step'] === 'takeBack') return takeBack(visit, form)
    if (visit.link.purpose === 'contact') return takeContact(visit, form)
    if (visit.link.purpose === 'session') return takeSession(visit, form)
    if (visit.link.answeredAt !== null) return showInside(visit)
    if (visit.link.purpose === 'rights') return showRightsPage(visit, {}, 'gaps')
    if (visit.link.purpose === 'homeTask') return takeTask(visit, form)
    return visit.link.purpose === 'consent' ? takeConsent(visit, form) : takeAnswers(visit, form)
  })
}
