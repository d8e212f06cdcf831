// The first page of a contact link: for a parent the log, the card and the task at one glance; for a caregiver one picture per way.
import { html } from 'hono/html'
import type { CardWords } from '../core/contact/cards/index.ts'
import type { PictureId } from '../core/kit/pictures.ts'
import { type LogQuestion, showLogQuestion } from './contact-log-page.ts'
import { showDrawing } from './drawings.ts'
import { showListen, type Spoken } from './listen.ts'
import { showNote, type Html, type Words } from './page.ts'
import type { Drawing } from './question.ts'

export interface WeekCardShown {
  readonly picture: PictureId
  readonly words: CardWords
  /** As a worker has read it aloud. */
  readonly spoken: readonly Spoken[]
}

interface Way {
  readonly href: string
  readonly words: string
  readonly picture: PictureId
}

/** Something told lately; where it came by the telephone, the way to its receipt. */
export interface ToldLine {
  readonly words: string
  readonly href: string | null
}

export interface ParentHome {
  readonly title: string
  /** Something that was not taken, or was taken back; empty for nothing. */
  readonly note: string
  readonly log: LogQuestion
  readonly told: readonly ToldLine[]
  readonly card: WeekCardShown | null
  readonly task: { readonly words: string; readonly href: string } | null
  readonly ways: readonly Way[]
}

export function showParentHome(words: Words, draw: Drawing, page: ParentHome): Html {
  const { title, note, log, told, card, task, ways } = page
  return html`<h1>${title}</h1>${note === '' ? '' : showNote(note, false)}${showLogQuestion(words, draw, log)}<p class="s">${words('family:contactLog.whoReads')}</p>${showToldLines(words, told)}${card === null ? '' : html`<h2>${words('family:contactHome.card')}</h2>${showCardParts(words, draw, card)}`}${task === null ? '' : html`<h2>${words('family:contactHome.task')}</h2><p style="white-space:pre-line">${task.words}</p><p><a href="${task.href}">${words('family:contactHome.toTask')}</a></p>`}${showWays(draw, ways)}`
}

export interface CaregiverHome {
  readonly title: string
  readonly note: string
  readonly told: readonly ToldLine[]
  readonly ways: readonly Way[]
}

/** One decision: where to go, by picture. */
export function showCaregiverHome(words: Words, draw: Drawing, page: CaregiverHome): Html {
  const { title, note, told, ways } = page
  return html`<h1>${title}</h1>${note === '' ? '' : showNote(note, false)}${showWays(draw, ways)}${showToldLines(words, told)}`
}

function showWays(draw: Drawing, ways: readonly Way[]): Html {
  return html`${ways.map(({ href, words: label, picture }) => html`<p><a class="k" href="${href}">${showDrawing(draw, picture)}<span>${label}</span></a></p>`)}`
}

function showToldLines(words: Words, told: readonly ToldLine[]): Html | '' {
  return told.length === 0
    ? ''
    : html`<h2>${words('family:contactHome.told')}</h2><ul>${told.map(({ words: line, href }) => html`<li>${line}${href === null ? '' : html` <a href="${href}">${words('family:contactHome.mend')}</a>`}</li>`)}</ul>`
}

function showCardParts(
  words: Words,
  draw: Drawing,
  { picture, words: card, spoken }: WeekCardShown,
): Html {
  const { title, steps, say, question, pair, decide } = card
  const parts = [
    ...(question === undefined
      ? []
      : [
          ['toChild', question.toChild],
          ['toParent', question.toParent],
        ]),
    ...(pair === undefined
      ? []
      : [
          ['notSo', pair.notSo],
          ['butSo', pair.butSo],
        ]),
    ['say', say],
    ...(decide === undefined ? [] : [['decide', decide]]),
  ]
  return html`${showDrawing(draw, picture)}<p><b>${title}</b></p>${showListen(words, spoken)}<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>${parts.map(([label, line]) => html`<p><span class="s">${words(`cards:label.${label}`)}</span><br>${line}</p>`)}`
}

/** The card on a page of its own. */
export function showCardPage(
  words: Words,
  draw: Drawing,
  page: { readonly card: WeekCardShown; readonly home: string },
): Html {
  return html`<h1>${words('family:contactHome.card')}</h1>${showCardParts(words, draw, page.card)}<p><a href="${page.home}">${words('family:contactHome.back')}</a></p>`
}

/** Nobody has agreed to be served, or no longer: nothing is asked and nothing is kept, and that is all right. */
export function showUnserved(words: Words, title: string): Html {
  return html`<h1>${title}</h1>${showNote(words('family:contactHome.unserved'), false)}<p>${words('family:contactHome.unservedNext')}</p>`
}
