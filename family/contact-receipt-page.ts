// What arrived, said back: its day to be set right, what may be added, and a way to take it back.
import { html, raw } from 'hono/html'
import { type Choice, showChoicePicture } from './contact-log-page.ts'
import { showLevel } from './drawings.ts'
import { showNote, type Html, type Words } from './page.ts'
import type { Drawing } from './question.ts'

export interface DayChoice {
  readonly value: string
  readonly words: string
}

export interface ToldPage {
  readonly day: string
  readonly number: string
  /** What has arrived, in words. */
  readonly summary: string
  readonly ask: string
  /** The day that stands there and those it can have been; null where days are not asked. */
  readonly days: { readonly on: string; readonly choices: readonly DayChoice[] } | null
  readonly links: readonly { readonly href: string; readonly words: string }[]
  /** The receipt's own address. */
  readonly here: string
}

/** That it has arrived, what it says, on which day it was, and a way to take it back at once. */
export function showTold(words: Words, page: ToldPage): Html {
  const { day, number, summary, ask, days, links, here } = page
  return html`<h1>${words('family:thanks.title')}</h1>${showNote(words('family:thanks.arrived', { day, number }), false)}<p><b>${summary}</b></p>${days === null ? '' : showDays(words, ask, days)}${links.map(({ href, words: label }) => html`<p><a class="k" href="${href}">${label}</a></p>`)}<form method="post"><input type="hidden" name="step" value="undo"><input type="hidden" name="ask" value="${ask}"><button class="q">${words('family:contactLog.undo')}</button></form><p data-done="1" data-here="${here}" class="s">${words('family:thanks.clean')}</p>`
}

/** Days that are offered at once; the rest of the week is one tap further. */
const nearDays = 3

function showDays(words: Words, ask: string, days: NonNullable<ToldPage['days']>): Html {
  const { on, choices } = days
  const offer = (offered: readonly DayChoice[]) =>
    offered.map(
      ({ value, words: label }) =>
        html`<button class="q" name="m_on" value="${value}" aria-pressed="${String(value === on)}">${value === on ? '✓ ' : ''}${label}</button>`,
    )
  const far = choices.slice(nearDays)
  const isFar = far.some(({ value }) => value === on)
  return html`<form method="post"><input type="hidden" name="step" value="day"><input type="hidden" name="ask" value="${ask}"><fieldset><legend>${words('family:contactMore.day')}</legend>${offer(choices.slice(0, nearDays))}<details${isFar ? raw(' open') : ''}><summary>${words('family:contactMore.daysBefore')}</summary>${offer(far)}</details></fieldset></form>`
}

export interface FaceQuestion {
  readonly name: string
  readonly question: string
  readonly chosen: number | null
  readonly faces: readonly { readonly value: number; readonly words: string }[]
}

export interface MorePage {
  readonly ask: string
  readonly topics: readonly Choice[]
  readonly chosen: readonly string[]
  readonly questions: readonly FaceQuestion[]
  readonly back: string
}

/** What may be said and need not be: which parts of life came up, how one sounded, and how one felt before and after. */
export function showMore(words: Words, draw: Drawing, page: MorePage): Html {
  const { ask, topics, chosen, questions, back } = page
  const checked = (is: boolean) => (is ? raw(' checked') : '')
  return html`<h1>${words('family:contactMore.title')}</h1><p>${words('family:contactMore.hint')}</p><form method="post"><input type="hidden" name="step" value="more"><input type="hidden" name="ask" value="${ask}"><fieldset><legend>${words('family:contactMore.topics')}</legend>${topics.map(
    ({ value, words: label, picture }) =>
      html`<label class="o"><input type="checkbox" name="q_topics" value="${value}"${checked(chosen.includes(value))}>${showChoicePicture(draw, picture)}${label}</label>`,
  )}</fieldset>${questions.map(
    (one) =>
      html`<fieldset><legend>${one.question}</legend>${one.faces.map(
        ({ value, words: label }) =>
          html`<label class="o"><input type="radio" name="${one.name}" value="${value}"${checked(value === one.chosen)}>${showLevel('faces', value)}${label}</label>`,
      )}</fieldset>`,
  )}<button>${words('family:contactMore.send')}</button></form><p><a href="${back}">${words('family:contactMore.skip')}</a></p>`
}
