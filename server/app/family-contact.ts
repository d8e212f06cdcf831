// The pages of a contact link: today's card and task, the log of three taps, the family's plan. It can be used again and again.
import { html } from 'hono/html'
import { type Card, cardWords } from '../../core/contact/cards/index.ts'
import { taskStates } from '../../core/groupwork/between/home-task-return.ts'
import { addDays } from '../../core/kit/dates.ts'
import {
  showCardPage,
  showCaregiverHome,
  showParentHome,
  type ToldLine,
  type WeekCardShown,
} from '../../family/contact-home-page.ts'
import { showTask, type TaskPage } from '../../family/task-page.ts'
import { showTone, showToneRecorder } from '../../family/tone-page.ts'
import { findCardOfWeek, readContactGround } from './family-contact-ground.ts'
import { askNext, sendStep, takeLog } from './family-contact-log.ts'
import { isPlanWaiting, showPlanAtHome, takePlan } from './family-contact-plan.ts'
import { showPledgesAtHome, takePledge } from './family-contact-pledges.ts'
import { showMoreOf, showToldAt, takeDay, takeMore, takeUndo } from './family-contact-receipt.ts'
import { type Form, isToldByLink } from './family-contact-told.ts'
import {
  type Answer,
  type ContactVisit,
  sendPage,
  sendUnserved,
  titleOf,
  wordsOf,
} from './family-contact-visit.ts'
import { sayEntry } from './family-contact-words.ts'
import { openSpoken } from './family-spoken.ts'
import { addressIn, send, sendEnded, type Visit } from './family-send.ts'
import {
  draftReturn,
  findOpenTask,
  findTaskOf,
  isToldSo,
  readTold,
  type TaskAtHome,
} from './family-task.ts'
import { writeForFamily } from './family-takers.ts'
import { showDoors } from './family-withdraw.ts'
import { readDrawing } from './read-drawing.ts'
import { sayDay } from './say-day.ts'

async function enter(visit: Visit): Promise<ContactVisit | null> {
  const ground = await readContactGround(visit.house, visit.link)
  return ground === null ? null : { ...visit, ground }
}

/** Opened by whoever passed the check. */
export async function showContact(from: Visit): Promise<Response> {
  const { house, context } = from
  const visit = await enter(from)
  if (visit === null) return sendEnded(house, context)
  if (visit.ground.isUnserved) return sendUnserved(visit)
  const told = context.req.query('told') ?? ''
  switch (context.req.query('page')) {
    case 'log':
      return sendStep(visit, 'began', {})
    case 'card':
      return showCard(visit)
    case 'task':
      return showTaskAtHome(visit)
    case 'plan':
      return showPlanAtHome(visit)
    case 'pledges':
      return showPledgesAtHome(visit)
    case 'tone':
      return showToneAtHome(visit)
    case 'more':
      return (await showMoreOf(visit, told)) ?? showHome(visit)
    default:
      return (await showToldAt(visit, told)) ?? showHome(visit)
  }
}

/** What a page of it sends; nothing is taken where nobody has agreed to be served. */
export async function takeContact(from: Visit, form: Form): Promise<Response> {
  const { house, context } = from
  const visit = await enter(from)
  if (visit === null) return sendEnded(house, context)
  if (visit.ground.isUnserved) return sendUnserved(visit)
  switch (form['step']) {
    case 'log':
      return takeLog(visit, form)
    case 'more':
      return takeMore(visit, form)
    case 'day':
      return takeDay(visit, form)
    case 'undo':
      return takeUndo(visit, form)
    case 'task':
      return takeTask(visit, form)
    case 'agree':
    case 'witness':
      return takePlan(visit, form['step'], form)
    case 'settle':
    case 'promise':
      return takePledge(visit, form)
    default:
      return showHome(visit)
  }
}

const notes = ['takenBack', 'notTaken', 'taskTold', 'arrived', 'silenceKnown'] as const
const shownDays = 7
const mostShown = 5

/** CON-22: what was told last, silences too; what came by the telephone leads to its receipt, where it can be mended or taken back. */
function listTold(visit: ContactVisit): readonly ToldLine[] {
  const { house, ground, language, context } = visit
  const words = wordsOf(visit)
  const from = addDays(house.today(), -shownDays)
  const entries = ground.entries.map((entry) => ({
    ...{ id: entry.id, on: entry.on, words: sayEntry(words, ground, entry, language) },
  }))
  const silences = ground.silences.map(({ id, from: since, until }) => ({
    ...{ id, on: until },
    words: words('family:contactHome.toldSilence', {
      ...{ from: sayDay(language, since), until: sayDay(language, until) },
    }),
  }))
  return [...entries, ...silences]
    .filter(({ on }) => on >= from)
    .toSorted((left, right) => right.on.localeCompare(left.on))
    .slice(0, mostShown)
    .map(({ id, words: line }) => ({
      words: line,
      href: isToldByLink(id) ? addressIn(context, { told: id }) : null,
    }))
}

async function showHome(visit: ContactVisit): Promise<Response> {
  const { house, link, ground, context } = visit
  const words = wordsOf(visit)
  const task = await findOpenTask(house, link)
  const card = findCardOfWeek(ground, house.today())
  const note = notes.find((one) => one === context.req.query('note'))
  const way = (page: string, key: string, picture: Parameters<typeof readDrawing>[0]) => ({
    ...{ href: addressIn(context, { page }), words: words(`family:contactHome.${key}`), picture },
  })
  const tone = addressIn(context, { page: 'tone' })
  const toTone = { href: tone, words: words('tone:title'), picture: 'ear' as const }
  const toPlan = way(
    'plan',
    isPlanWaiting(ground, link.personId) ? 'planWaits' : 'toPlan',
    // Whoever goes by the drawings must not find the same on two doors.
    card?.picture === 'family-plan' ? 'calendar-two' : 'family-plan',
  )
  const shared = {
    title: titleOf(visit),
    note: note === undefined ? '' : words(`family:contactNote.${note}`),
    told: listTold(visit),
  }
  if (ground.teller === 'caregiver') {
    const ways = [
      way('log', 'toLog', 'phone-call'),
      ...(card === null ? [] : [way('card', 'toCard', card.picture)]),
      ...(task === null ? [] : [way('task', 'toTask', 'one-thing-first')]),
      toPlan,
      toTone,
    ]
    const home = showCaregiverHome(words, readDrawing, { ...shared, ways })
    return sendPage(visit, html`${home}${await showDoors(visit)}`)
  }
  const home = showParentHome(words, readDrawing, {
    ...shared,
    log: askNext(visit, 'began', {}),
    card: card === null ? null : await readCard(visit, card),
    task:
      task === null ? null : { words: task.task.words, href: addressIn(context, { page: 'task' }) },
    ways: [toPlan, way('pledges', 'toPledges', 'pinky-promise'), toTone],
  })
  return sendPage(visit, html`${home}${await showDoors(visit)}`)
}

/** CON-12: what everybody hears themselves with, and the way back to one's own page; a caregiver's is read aloud first. */
function showToneAtHome(visit: ContactVisit): Response | Promise<Response> {
  const { context, scripted, ground } = visit
  const words = wordsOf(visit)
  const who = ground.teller
  const record = scripted ? addressIn(context, { page: 'tone', record: '1' }) : null
  const body =
    record !== null && context.req.query('record') === '1'
      ? showToneRecorder(words, addressIn(context, { page: 'tone' }), who)
      : showTone(words, record, who)
  const back = words('family:contactHome.back')
  const whole = html`${body}<p><a href="${addressIn(context, {})}">${back}</a></p>`
  if (who === 'adult') return send(visit, words('tone:title'), whole, false)
  return send(visit, words('tone:title'), html`<div data-first="1">${whole}</div>`, scripted)
}

async function showCard(visit: ContactVisit): Promise<Response> {
  const { house, ground, context } = visit
  const card = findCardOfWeek(ground, house.today())
  if (card === null) return showHome(visit)
  const page = {
    card: await readCard(visit, card),
    home: addressIn(context, {}),
  }
  return sendPage(visit, showCardPage(wordsOf(visit), readDrawing, page))
}

async function readCard(visit: ContactVisit, { picture, words }: Card): Promise<WeekCardShown> {
  const its = words[visit.language]
  const aloud = cardWords(its)
  return { picture, words: its, spoken: (await openSpoken(visit, [aloud]))(aloud) }
}

async function showTaskAtHome(
  visit: ContactVisit,
  asked: Partial<TaskPage> = {},
): Promise<Response> {
  const at = await findOpenTask(visit.house, visit.link)
  return at === null ? showHome(visit) : showTaskOf(visit, at, asked)
}

function showTaskOf(visit: ContactVisit, at: TaskAtHome, asked: Partial<TaskPage>): Answer {
  const { words, givenOn, meeting } = at.task
  const page = {
    ...{ name: at.seat.displayName, task: words, givenOn, states: taskStates, gaps: false },
    meetingId: meeting.id,
    ...asked,
  }
  return sendPage(visit, showTask(wordsOf(visit), page))
}

/** Of the task that stood on the page, also when another was given meanwhile, or the worker has noted something of it: both stand. */
async function takeTask(visit: ContactVisit, form: Form): Promise<Response> {
  const { house, link, context } = visit
  const at = await findTaskOf(house, link, form['meeting'] ?? '')
  const [state, words] = [form['t_state'] ?? '', form['t_words'] ?? '']
  const answers = readTold(form)
  const toHome = (note: (typeof notes)[number]) =>
    context.redirect(addressIn(context, { note }), 303)
  if (at === null) return toHome('notTaken')
  if (answers === null)
    return showTaskOf(visit, at, { gaps: true, kept: { state, words, note: '' } })
  // Sent twice it stands.
  if (await isToldSo(house, link, at, answers)) return toHome('taskTold')
  const refused = await writeForFamily(house, link, [
    draftReturn(at, { answers, on: house.today() }),
  ])
  if (refused === null) return toHome('taskTold')
  const note = wordsOf(visit)('family:contactNote.notTaken')
  return showTaskOf(visit, at, { kept: { state, words, note } })
}
