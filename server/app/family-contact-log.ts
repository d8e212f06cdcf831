// The log of a contact link: three taps, and what is asked before the last of them is written down.
import {
  type FamilySays,
  type FamilyStep,
  nextFamilyStep,
} from '../../core/contact/family-tells.ts'
import type { ContactEntry } from '../../core/contact/contact-entry.ts'
import { addDays, type Day } from '../../core/kit/dates.ts'
import {
  type LogQuestion,
  type LogStep,
  showLogStep,
  showTwin,
} from '../../family/contact-log-page.ts'
import { newId } from '../access/accounts.ts'
import { readContactGround } from './family-contact-ground.ts'
import { keepTold } from './family-contact-kept.ts'
import { showToldAt } from './family-contact-receipt.ts'
import {
  contactIdOf,
  daysOfSilence,
  type Form,
  readAsk,
  readDay,
  readSays,
  silenceIdOf,
  writeTold,
} from './family-contact-told.ts'
import {
  type Answer,
  type ContactVisit,
  sendPage,
  titleOf,
  wordsOf,
} from './family-contact-visit.ts'
import { askStep, sayEntry } from './family-contact-words.ts'
import { addressIn, showKept } from './family-send.ts'
import { draftKeyOf } from './family-visit.ts'
import { readDrawing } from './read-drawing.ts'

type Step = Exclude<FamilyStep, 'done'>
const steps: readonly Step[] = ['began', 'how', 'minutes']

/** What was said on the pages before stands in the page itself: nothing of it is kept anywhere before the last tap. */
export function askNext(visit: ContactVisit, step: Step, form: Form): LogQuestion {
  const { house, link } = visit
  const said = Object.fromEntries(
    ['l_began', 'l_how'].flatMap((name) => {
      const value = form[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return {
    ...stepWithEnds(visit, step, said),
    rest: steps
      .slice(steps.indexOf(step) + 1)
      .map((later) => stepWithEnds(visit, later, { l_began: 'adult', ...said })),
    said: step === 'began' ? { ask: newId() } : { ask: readAsk(form) ?? newId(), ...said },
    draftKey: draftKeyOf(house, link),
  }
}

function stepWithEnds(visit: ContactVisit, step: Step, said: Form): LogStep {
  const asked = askStep(wordsOf(visit), visit.ground, step)
  const isLast = (value: string): boolean => {
    const says = readSays({ ...said, [asked.name]: value })
    return says === 'none' || step === 'minutes' || nextFamilyStep(says) === 'done'
  }
  return { ...asked, last: asked.choices.flatMap(({ value }) => (isLast(value) ? [value] : [])) }
}

export function sendStep(visit: ContactVisit, step: Step, form: Form): Answer {
  const page = {
    ...askNext(visit, step, form),
    title: titleOf(visit),
    home: addressIn(visit.context, {}),
  }
  return sendPage(visit, showLogStep(wordsOf(visit), readDrawing, page))
}

export async function takeLog(visit: ContactVisit, form: Form): Promise<Response> {
  const { house, link, context, ground, language } = visit
  const ask = readAsk(form)
  const says = readSays(form)
  const step = says === 'none' ? 'done' : nextFamilyStep(says)
  if (ask === null || step !== 'done')
    return sendStep(visit, step === 'done' ? 'began' : step, form)
  const on = readDay(house.today(), form)
  const isSure = form['another'] !== undefined
  const twin = says === 'none' || isSure ? undefined : findTwin(visit, { ask, says, on })
  if (twin !== undefined) return sendTwin(visit, form, twin, 'twin')
  if (
    says === 'none' &&
    ground.silences.some(({ id, until }) => until === on && id !== silenceIdOf(link, ask))
  )
    return context.redirect(addressIn(context, { note: 'silenceKnown' }), 303)
  const against = says === 'none' && !isSure ? findReached(visit, on) : undefined
  if (against !== undefined) return sendTwin(visit, form, against, 'against')
  const reason = await writeTold(house, link, ground, { ask, says, on })
  if (reason === null) return sendReceipt(visit, form, ask)
  await keepTold(house, link, form, { language, reason })
  return showKept(visit)
}

/** Over a thin line the receipt comes at once, to whoever's telephone gives it its own address; else by way of that address. */
async function sendReceipt(visit: ContactVisit, form: Form, ask: string): Promise<Response> {
  const { house, link, context } = visit
  const own = addressIn(context, { told: ask })
  const ground = form['direct'] === undefined ? null : await readContactGround(house, link)
  const receipt = ground === null ? null : showToldAt({ ...visit, ground }, ask)
  if (receipt === null) return context.redirect(own, 303)
  context.header('content-location', own)
  return receipt
}

/** CON-15: told of that day already in the very same words, from another page: a reply may have been lost on the way. */
function findTwin(
  { link, ground }: ContactVisit,
  { ask, says, on }: { readonly ask: string; readonly says: FamilySays; readonly on: Day },
) {
  const { startedBy, reached, channel, minutes = null } = says
  const alike = ground.entries.filter(
    (one) =>
      one.on === on &&
      one.startedBy === startedBy &&
      one.reached === reached &&
      (reached === false || (one.channel === channel && one.minutes === minutes)),
  )
  const isThere = alike.some(({ id }) => id === contactIdOf(link, ask))
  return isThere ? undefined : alike[0]
}

/** CON-18: they told of a contact in the very days of which they now say that there was none. */
function findReached({ ground }: ContactVisit, until: Day) {
  const from = addDays(until, 1 - daysOfSilence)
  return ground.entries
    .filter(({ on, reached }) => reached && on >= from && on <= until)
    .toSorted((left, right) => right.on.localeCompare(left.on))[0]
}

function sendTwin(
  visit: ContactVisit,
  form: Form,
  twin: ContactEntry,
  why: 'twin' | 'against',
): Answer {
  const { ground, language, context } = visit
  const words = wordsOf(visit)
  const said = ['ask', 'l_began', 'l_how', 'l_minutes', 'l_on'].flatMap((name) => {
    const value = form[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const page = {
    title: titleOf(visit),
    why,
    summary: sayEntry(words, ground, twin, language),
    said: Object.fromEntries(said),
    home: addressIn(context, {}),
  }
  return sendPage(visit, showTwin(words, page))
}
