// The receipt of what was told by a contact link: its day, what may be added, and a way to take it back.
import type { ContactEntry } from '../../core/contact/contact-entry.ts'
import {
  showMore,
  showTold,
  type DayChoice,
  type FaceQuestion,
} from '../../family/contact-receipt-page.ts'
import {
  contactIdOf,
  isToldByLink,
  type Form,
  listDaysBack,
  readAsk,
  silenceIdOf,
  takeToldBack,
  writeDay,
  writeMore,
} from './family-contact-told.ts'
import { type Answer, type ContactVisit, sendPage, wordsOf } from './family-contact-visit.ts'
import { listTopicChoices, sayEntry } from './family-contact-words.ts'
import { addressIn } from './family-send.ts'
import { readDrawing } from './read-drawing.ts'
import { sayDay } from './say-day.ts'

/** Found under the mark of its telling or, from the list at home, under its own number. */
function findEntry({ link, ground }: ContactVisit, mark: string) {
  const id = contactIdOf(link, mark)
  return ground.entries.find(
    (entry) => entry.id === id || (entry.id === mark && isToldByLink(mark)),
  )
}

function findSilence({ link, ground }: ContactVisit, mark: string) {
  const id = silenceIdOf(link, mark)
  return ground.silences.find(
    (silence) => silence.id === id || (silence.id === mark && isToldByLink(mark)),
  )
}

/** Null where nothing was told under this mark. */
export function showToldAt(visit: ContactVisit, ask: string): Answer | null {
  const { ground, language, context } = visit
  const words = wordsOf(visit)
  const entry = findEntry(visit, ask)
  const silence = findSilence(visit, ask)
  if (entry === undefined && silence === undefined) return null
  const isParent = ground.teller === 'adult'
  const page = (name: string) => addressIn(context, { page: name, told: ask })
  const summary =
    entry === undefined
      ? words('family:contactLog.silence')
      : sayEntry(words, ground, entry, language)
  const links = [
    ...(entry?.reached === true
      ? [{ href: page('more'), words: words('family:contactMore.open') }]
      : []),
    ...(isParent && entry !== undefined
      ? [{ href: page('pledges'), words: words('family:contactPledge.open') }]
      : []),
    { href: addressIn(context, {}), words: words('family:contactHome.back') },
  ]
  const day = sayDay(language, entry?.on ?? silence?.until ?? '')
  const number = (entry ?? silence)?.id.slice(-6) ?? ''
  const here = addressIn(context, { told: ask })
  const days = entry === undefined ? null : { on: entry.on, choices: listDayChoices(visit) }
  return sendPage(visit, showTold(words, { ask, day, number, summary, days, links, here }))
}

function listDayChoices(visit: ContactVisit): readonly DayChoice[] {
  const { house, language } = visit
  const words = wordsOf(visit)
  return listDaysBack(house.today()).map((value, at) => {
    const day = sayDay(language, value)
    return { value, words: at < 3 ? `${words(`family:contactMore.days.${at}`)} · ${day}` : day }
  })
}

const faces = [4, 3, 2, 1] as const

/** CON-17, CON-20: the tone in the words of everybody, asked only of who spoke; a mood in words of its own, asked of everybody. */
function listFaceQuestions(visit: ContactVisit, entry: ContactEntry): readonly FaceQuestion[] {
  const words = wordsOf(visit)
  const { adultTone, moodBefore, moodAfter } = entry
  const named = (key: string) => faces.map((value) => ({ value, words: words(`${key}.${value}`) }))
  const mood = (name: string, key: 'before' | 'after', chosen: number | null) => ({
    ...{ name, chosen, faces: named('contact:face') },
    question: words(`family:contactMore.${key}.${visit.ground.teller}`),
  })
  const tone = {
    ...{ name: 'm_tone', chosen: adultTone, faces: named('family:contactMore.face') },
    question: words('family:contactMore.tone'),
  }
  return [
    ...(visit.ground.teller === 'adult' ? [tone] : []),
    mood('m_before', 'before', moodBefore),
    mood('m_after', 'after', moodAfter),
  ]
}

export function showMoreOf(visit: ContactVisit, ask: string): Answer | null {
  const words = wordsOf(visit)
  const entry = findEntry(visit, ask)
  if (entry?.reached !== true) return null
  const body = showMore(words, readDrawing, {
    ask,
    topics: listTopicChoices(words),
    chosen: entry.topics,
    questions: listFaceQuestions(visit, entry),
    back: addressIn(visit.context, { told: ask }),
  })
  return sendPage(visit, body)
}

export async function takeMore(visit: ContactVisit, form: Form): Promise<Response> {
  const { house, link, context, ground } = visit
  const ask = readAsk(form) ?? ''
  const entry = findEntry(visit, ask)
  const refused =
    entry?.reached === true
      ? await writeMore(house, link, { entry, teller: ground.teller }, form)
      : null
  const next = refused === null ? { told: ask } : { note: 'notTaken' }
  return context.redirect(addressIn(context, next), 303)
}

export async function takeDay(visit: ContactVisit, form: Form): Promise<Response> {
  const { house, link, context } = visit
  const ask = readAsk(form) ?? ''
  const entry = findEntry(visit, ask)
  const refused = entry === undefined ? null : await writeDay(house, link, entry, form)
  const next = refused === null ? { told: ask } : { note: 'notTaken' }
  return context.redirect(addressIn(context, next), 303)
}

/** Sent again, it finds nothing there any more: that too is taken back. */
export async function takeUndo(visit: ContactVisit, form: Form): Promise<Response> {
  const { house, link, context } = visit
  const ask = readAsk(form) ?? ''
  const entry = findEntry(visit, ask)
  const silence = findSilence(visit, ask)
  const refused = await takeToldBack(house, link, { contactId: entry?.id, silenceId: silence?.id })
  const note = refused === null ? 'takenBack' : 'notTaken'
  return context.redirect(addressIn(context, { note }), 303)
}
