// The pages of a meeting's link: when and how to come, an intention in one tap, and the lesson for who cannot come. It can be used again.
import { html } from 'hono/html'
import { availability } from '../../core/families/availability.ts'
import { reachOn } from '../../core/families/availability-on.ts'
import {
  asyncStages,
  type AsyncStep,
  comingIntents,
  hasCaughtUp,
  listenOf,
} from '../../core/groupwork/between/async-step.ts'
import { placeFor } from '../../core/groupwork/meeting.ts'
import type { Listen } from '../../core/groupwork/plan-shape.ts'
import { showUnserved } from '../../family/contact-home-page.ts'
import type { Html } from '../../family/page.ts'
import { type LessonStep, showLessonStep, showSessionHome } from '../../family/session-page.ts'
import { findSeatAt, refuseSeatUnconsented, type SeatAt } from './family-seat.ts'
import { addressIn, send, sendEnded, type Visit } from './family-send.ts'
import {
  readToldSoFar,
  selfToldOf,
  stepOf,
  takeTold,
  type ToldSoFar,
} from './family-session-told.ts'
import { openSpoken } from './family-spoken.ts'
import { draftKeyOf } from './family-visit.ts'
import { showDoors } from './family-withdraw.ts'
import { lookAt } from './record-store.ts'

type Form = Readonly<Record<string, string>>
type Step = LessonStep['step']
const steps = ['listened', 'recalled', 'tried', 'happened'] as const

interface SessionVisit extends Visit {
  readonly at: SeatAt
}

/** GRP-62: it ends with the group and with the seat. */
export async function enterSession(visit: Visit): Promise<SessionVisit | 'ended' | 'unserved'> {
  const { house, link } = visit
  return lookAt(house, link.agencyId, async (look) => {
    const at = await findSeatAt(look, { ...link, meetingId: link.targetId ?? '' })
    if (at === null || at.isOver || at.seat.strand === 'child') return 'ended'
    const missing = await refuseSeatUnconsented(look, at, house.today())
    return missing === null ? { ...visit, at } : 'unserved'
  })
}

export async function showSession(from: Visit): Promise<Response> {
  const visit = await enterSession(from)
  if (typeof visit === 'string') return turnAway(from, visit)
  const step = steps.find((one) => one === visit.context.req.query('page'))
  return step === undefined ? showHome(visit) : showStep(visit, step, false)
}

/** What a page of it sends; nothing is taken where nobody agrees to the group any more. */
export async function takeSession(from: Visit, form: Form): Promise<Response> {
  const visit = await enterSession(from)
  if (typeof visit === 'string') return turnAway(from, visit)
  const { house, link, context, language, at } = visit
  const told = selfToldOf(form)
  if (told === null || at.meeting.state === 'notHeld') return showHome(visit)
  if ('words' in told && told.words.trim() === '') return showStep(visit, told.step, true)
  const taken = await takeTold(house, link, at, told, language)
  const note = taken === 'kept' ? 'kept' : told.step
  const next = told.step === 'intent' ? undefined : steps[steps.indexOf(told.step) + 1]
  return context.redirect(
    addressIn(context, next === undefined ? { note } : { page: next, note }),
    303,
  )
}

async function turnAway(visit: Visit, why: 'ended' | 'unserved'): Promise<Response> {
  if (why === 'ended') return sendEnded(visit.house, visit.context)
  const words = visit.house.words(visit.language)
  const title = words('family:session.pageTitle')
  return send(
    visit,
    title,
    html`${showUnserved(words, title)}${await showDoors(visit)}`,
    visit.scripted,
  )
}

/** To a caregiver, who may not read, everything is offered to be read aloud first. */
function sendPage(visit: SessionVisit, body: Html): Response | Promise<Response> {
  const isAloudFirst = visit.at.seat.strand === 'guardian'
  const whole = isAloudFirst ? html`<div data-first="1">${body}</div>` : body
  const title = visit.house.words(visit.language)('family:session.pageTitle')
  return send(visit, title, whole, visit.scripted)
}

const notes = ['kept', 'happened', 'intent'] as const

async function showHome(visit: SessionVisit): Promise<Response> {
  const { house, link, context, language, at } = visit
  const words = house.words(language)
  const soFar = await readToldSoFar(house, link, at)
  const step = stepOf(at, soFar)
  const { meeting, seat } = at
  const when = placeFor(meeting, seat.strand)
  const isAhead = meeting.state === 'planned' && when.on >= house.today()
  const listen = listenOf(meeting, seat.strand)
  const isOffered = listen !== null && (!isAhead || step.intent !== 'comes')
  const note = notes.find((one) => one === context.req.query('note'))
  const isDone = hasCaughtUp(step)
  const body = showSessionHome(words, {
    title: words(`family:session.title.${isAhead ? 'ahead' : 'past'}`, {
      ...{ name: seat.displayName, theme: meeting.theme },
    }),
    notes: [
      ...(isDone ? [words('family:session.caughtUp')] : []),
      ...listNotes(visit, soFar, note),
    ],
    cheer: step.cheer,
    isCalledOff: meeting.state === 'notHeld',
    when: words('family:session.when', { day: sayDay(when.on, language), at: when.at }).trim(),
    shift: isAhead ? await sayShift(visit, when) : '',
    where: [
      ...(when.place === '' ? [] : [words('family:session.place', { place: when.place })]),
      ...(meeting.onlineTool === ''
        ? []
        : [words('family:session.tool', { tool: meeting.onlineTool })]),
      ...(when.place === '' && meeting.onlineTool === '' ? [words('family:session.askWhere')] : []),
    ],
    asks:
      isAhead && !isDone
        ? {
            intents: comingIntents,
            said: step.intent === null ? '' : words(`family:session.said.${step.intent}`),
          }
        : null,
    lesson: isOffered
      ? { done: listDone(visit, step), next: nextOf(visit, step) }
      : listen === null
        ? null
        : { done: [words('family:session.lessonLater')], next: null },
  })
  return sendPage(visit, html`${body}${await showDoors(visit)}`)
}

function listNotes(
  { house, language }: Visit,
  { kept }: ToldSoFar,
  note: (typeof notes)[number] | undefined,
): readonly string[] {
  const words = house.words(language)
  if (Object.keys(kept).length > 0) return [words('family:keptForWorker.text')]
  return note === undefined || note === 'kept' ? [] : [words(`family:session.note.${note}`)]
}

/** What of the lesson is behind them; caught up it is only after the worker's call (GRP-34). */
function listDone({ house, language }: Visit, step: AsyncStep): readonly string[] {
  const words = house.words(language)
  const done = asyncStages.filter((stage) => stage !== 'sentOn' && step[stage] !== null)
  const waits = step.listenedOn !== null && step.triedOn !== null && step.talkedOn === null
  return [
    ...done.map((stage) => words(`family:session.done.${stage}`)),
    ...(waits ? [words('family:session.callComes')] : []),
  ]
}

function isDone(step: AsyncStep, one: Step): boolean {
  switch (one) {
    case 'listened':
      return step.listenedOn !== null
    case 'recalled':
      return step.recalledOn !== null
    case 'tried':
      return step.triedOn !== null
    case 'happened':
      return step.triedWords !== ''
  }
}

function nextOf({ house, context, language }: Visit, step: AsyncStep) {
  const words = house.words(language)
  const next = steps.find((one) => !isDone(step, one)) ?? 'listened'
  const isAgain = isDone(step, next)
  return {
    href: addressIn(context, { page: next }),
    words: words(`family:session.go.${isAgain ? 'again' : next}`),
  }
}

function textOf(listen: Listen, step: Step): string {
  switch (step) {
    case 'listened':
      return listen.script
    case 'recalled':
      return listen.recall
    case 'tried':
    case 'happened':
      return listen.task
  }
}

async function showStep(visit: SessionVisit, step: Step, gaps: boolean): Promise<Response> {
  const { house, link, context, language, at } = visit
  const listen = listenOf(at.meeting, at.seat.strand)
  if (listen === null || at.meeting.state === 'notHeld') return showHome(visit)
  const words = house.words(language)
  const told = stepOf(at, await readToldSoFar(house, link, at))
  const next = step === 'tried' ? undefined : steps[steps.indexOf(step) + 1]
  const spoken =
    step === 'listened' ? (await openSpoken(visit, [listen.script]))(listen.script) : []
  return sendPage(
    visit,
    showLessonStep(words, {
      step,
      text: textOf(listen, step),
      spoken,
      gaps,
      said: step === 'recalled' ? told.recallWords : step === 'happened' ? told.triedWords : '',
      draftKey: draftKeyOf(house, link),
      arrived: context.req.query('note') !== undefined,
      again:
        step === 'recalled'
          ? {
              href: addressIn(context, { page: 'listened' }),
              words: words('family:session.go.again'),
            }
          : null,
      skip: {
        href: addressIn(context, next === undefined ? {} : { page: next }),
        words: words(`family:session.${step}.skip`),
      },
      home: addressIn(context, {}),
    }),
  )
}

function sayDay(day: string, language: 'zh-CN' | 'en'): string {
  return new Intl.DateTimeFormat(language, {
    ...{ month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' },
  }).format(new Date(`${day}T00:00:00Z`))
}

/** How the hour lies to what the holder told of their shifts; nothing where nobody knows. */
async function sayShift(
  { house, link, language }: Visit,
  when: { readonly on: string; readonly at: string },
): Promise<string> {
  const words = house.words(language)
  const [known = null] = await lookAt(house, link.agencyId, (look) =>
    look.many(availability, { personId: link.personId }),
  )
  if (known === null) return ''
  const { state, why, together } = reachOn(known, null, when.on, when.at)
  if (together?.way === 'comesHome') return words('family:session.shift.together')
  if (state === 'unknown') return ''
  if (state !== 'cannot') return words(`family:session.shift.${state}`)
  const isWork = why === 'shift' || why === 'work'
  return words(
    `family:session.shift.${isWork && known.shift === 'night' ? 'night' : isWork ? 'work' : 'cannot'}`,
  )
}
