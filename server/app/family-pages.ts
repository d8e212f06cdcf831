// GET and POST of /f/<token>. The address is a secret: it is never logged, and every page says no-store and no-referrer.
import type { Context } from 'hono'
import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { agency } from '../../core/access/agency.ts'
import { consent, consentPurposes } from '../../core/families/consent.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { taskStates } from '../../core/groupwork/between/home-task-return.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { deriveId } from '../../core/kit/ids.ts'
import { windowOf } from '../../core/inquiry/wave-window.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { readWords, type WordLanguage } from '../../core/inquiry/words.ts'
import { showConsent } from '../../family/consent-page.ts'
import { showFrame, type Html } from '../../family/page.ts'
import {
  showCheck,
  showEnded,
  showLocked,
  showThanks,
  showWindow,
} from '../../family/plain-pages.ts'
import { showTask } from '../../family/task-page.ts'
import { showQuestionnaire, type QuestionnairePage } from '../../family/questionnaire-page.ts'
import {
  brokenOf,
  gapsOf,
  handIn,
  keepAnswers,
  noteAnswered,
  opensMore,
  readAnswers,
  readKept,
} from './family-answers.ts'
import { findTaskAtHome, takeTaskReturn, type TaskAtHome } from './family-task.ts'
import { draftKeyOf, hasPassed, noteCheck, notePassed } from './family-visit.ts'
import { isOwnOrigin } from './guard.ts'
import type { House } from './house.ts'
import { readNotice } from './consent-notices.ts'
import { readDrawing } from './read-drawing.ts'
import { actFor, lookAt, type ServerDraft } from './record-store.ts'
import { readText, type Mount } from './route.ts'
import { findLink, type FamilyLink } from './stored-links.ts'

const formBytes = 256 * 1024

interface Visit {
  readonly house: House
  readonly context: Context
  readonly link: FamilyLink
  readonly language: WordLanguage
  readonly sample: boolean
  readonly scripted: boolean
}

function languageOf(context: Context): WordLanguage {
  const wanted = context.req.query('lang')
  if (wanted === 'en' || wanted === 'zh-CN') return wanted
  return /^en\b/i.test(context.req.header('accept-language') ?? '') ? 'en' : 'zh-CN'
}

function send(
  visit: Pick<Visit, 'house' | 'context' | 'language' | 'sample'>,
  title: string,
  body: Html,
  script: boolean,
  status: 200 | 403 | 404 = 200,
): Response | Promise<Response> {
  const words = visit.house.words(visit.language)
  return visit.context.html(
    showFrame({ language: visit.language, words, title, script, sample: visit.sample }, body),
    status,
  )
}

function sendEnded(house: House, context: Context): Response | Promise<Response> {
  const language = languageOf(context)
  const words = house.words(language)
  return send(
    { house, context, language, sample: false },
    words('family:ended.title'),
    showEnded(words),
    false,
    404,
  )
}

async function openVisit(house: House, context: Context, scripted: boolean): Promise<Visit | null> {
  const link = await findLink(house, context.req.param('token') ?? '')
  if (link === null) return null
  const sample = await lookAt(
    house,
    link.agencyId,
    async (look) => (await look.one(agency, link.agencyId))?.sample === true,
  )
  return { house, context, link, language: languageOf(context), sample, scripted }
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
  if (link.answeredAt !== null) {
    return send(
      visit,
      words('family:thanks.title'),
      showThanks(words, { day: link.answeredAt.slice(0, 10), number: link.id.slice(-6) }),
      visit.scripted,
    )
  }
  if (link.purpose === 'homeTask') return showTaskPage(visit, extra.note === 'gaps')
  return link.purpose === 'consent'
    ? showConsentPage(visit, extra.note === 'gaps')
    : showQuestionnairePage(visit, extra)
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
      showWindow(words, window, found.wave?.opensOn ?? ''),
      false,
    )
  const body = showQuestionnaire(words, {
    instrument: found.instrument,
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

async function showConsentPage(visit: Visit, gaps: boolean): Promise<Response> {
  const { house, link, language } = visit
  const words = house.words(language)
  const found = await lookAt(house, link.agencyId, async (look) => ({
    agency: await look.one(agency, link.agencyId),
    child: await look.one(person, link.childId),
  }))
  const notice = readNotice(language)
  const body = showConsent(words, {
    childName: found.child?.name ?? '',
    agencyName: found.agency?.name ?? '',
    dataGuardian: found.agency?.dataGuardian ?? '',
    purposes: notice.purposes,
    gaps,
  })
  return send(visit, words('family:consent.pageTitle'), body, visit.scripted)
}

async function readForm(context: Context): Promise<Readonly<Record<string, string>> | null> {
  const type = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return null
  const text = await readText(context, formBytes)
  if (text === null || text.includes('\0')) return null
  // Boxes of one name are one answer, their values with a space between.
  const fields: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(text))
    fields[name] = name.startsWith('q_') ? [fields[name], value].filter(Boolean).join(' ') : value
  return fields
}

async function takeCheck(visit: Visit, typed: string): Promise<Response> {
  const { house, link, context } = visit
  const child = await lookAt(house, link.agencyId, (look) => look.one(person, link.childId))
  const wanted = link.checkCode ?? child?.bornOn?.slice(0, 4) ?? null
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  const passed = wanted !== null && digits === wanted
  const left = await noteCheck(house, link, passed)
  if (!passed || left === 0) return showCheckPage(visit, true, left)
  notePassed(house, context, link)
  return context.redirect(`${context.req.path}${queryOf(context)}`, 303)
}

function queryOf(context: Context): string {
  const lang = context.req.query('lang')
  return lang === 'en' || lang === 'zh-CN' ? `?lang=${lang}` : ''
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
  const answers = { ...(await readKept(house, link)), ...readAnswers(itsInstrument, form) }
  await keepAnswers(house, link, answers)
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

function showKept(visit: Visit): Response | Promise<Response> {
  const words = visit.house.words(visit.language)
  const title = words('family:keptForWorker.title')
  return send(visit, title, showEndedWith(title, words('family:keptForWorker.text')), false)
}

async function takeConsent(
  visit: Visit,
  form: Readonly<Record<string, string>>,
): Promise<Response> {
  const { house, link, context } = visit
  const notice = readNotice(visit.language)
  const child = await lookAt(house, link.agencyId, (look) => look.one(person, link.childId))
  const drafts: ServerDraft[] = []
  for (const purpose of consentPurposes) {
    if (!notice.purposes.some((one) => one.purpose === purpose)) continue
    const decision = form[`c_${purpose}`]
    if (decision !== 'given' && decision !== 'refused') return showInside(visit, { note: 'gaps' })
    drafts.push({
      kind: consent,
      // One link, one decision for each purpose: a form sent twice does not decide twice.
      recordId: deriveId('linkConsent', link.id, purpose),
      verb: 'create',
      fields: {
        familyId: link.familyId,
        subjectId: link.childId,
        subjectBornOn: child?.bornOn ?? null,
        purpose,
        textVersion: notice.version,
        language: visit.language,
        decision,
        givenById: link.personId,
        decidedOn: house.today(),
        proof: 'link',
      },
    })
  }
  const answers = await actFor(house, link.agencyId, link.madeBy, drafts)
  const [first] = drafts
  const isDecided =
    answers.every((answer) => answer.status === 'applied') ||
    (first !== undefined &&
      (await lookAt(house, link.agencyId, (look) => look.entry(consent, first.recordId))) !== null)
  if (!isDecided) return sendEnded(house, context)
  await noteAnswered(house, link)
  return context.redirect(`${context.req.path}${queryOf(context)}`, 303)
}

function showEndedWith(title: string, text: string): Html {
  return showEnded((key) => (key.endsWith('title') ? title : text))
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
  app.post('/f/:token', async (context) => {
    const origin = context.req.header('origin')
    const form = await readForm(context)
    const visit = await openVisit(house, context, script !== null)
    if (visit === null || form === null || isForeign(origin, context.req.header('host')))
      return sendEnded(house, context)
    if (form['step'] === 'check') return takeCheck(visit, form['check'] ?? '')
    if (!hasPassed(house, context, visit.link)) return showCheckPage(visit, false)
    if (visit.link.answeredAt !== null) return showInside(visit)
    if (visit.link.purpose === 'homeTask') return takeTask(visit, form)
    return visit.link.purpose === 'consent' ? takeConsent(visit, form) : takeAnswers(visit, form)
  })
}
