// Telling of a contact in three taps: one question a page, each answer one button, all of it without script.
import { html, raw } from 'hono/html'
import type { PictureId } from '../core/kit/pictures.ts'
import { showDrawing, showLevel } from './drawings.ts'
import { showNote, type Html, type Words } from './page.ts'
import type { Drawing } from './question.ts'

export interface Choice {
  readonly value: string
  readonly words: string
  /** One of our drawings, or so many bars of four. */
  readonly picture: PictureId | 1 | 2 | 3 | 4 | null
}

export interface LogStep {
  readonly name: string
  readonly question: string
  readonly choices: readonly Choice[]
  /** Values after which nothing more is asked. */
  readonly last: readonly string[]
}

export interface LogQuestion extends LogStep {
  /** What was said on the pages before, and the mark under which it is kept: sent twice, it is one entry. */
  readonly said: Readonly<Record<string, string>>
  readonly draftKey: string
  /** The questions after this one, for a telephone that loses its line in between. */
  readonly rest: readonly LogStep[]
}

/** One question; a tap on an answer sends it. Without a line the phone asks the rest by itself and keeps what was told, sealed, where it has script. */
export function showLogQuestion(words: Words, draw: Drawing, asked: LogQuestion): Html {
  const { said, draftKey, rest } = asked
  const say = (key: string) => words(`family:contactLog.${key}`, { n: '{n}' })
  return html`<form method="post" id="f" data-tap="1" data-direct="1" data-key="${draftKey}" data-wait="${say('waiting')}" data-more="${say('waitingMore')}" data-drop="${say('dropLast')}"><input type="hidden" name="step" value="log">${Object.entries(said).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}${showAnswers(draw, asked)}${rest.length === 0 ? '' : html`<template>${rest.map((one) => showAnswers(draw, one))}</template>`}</form>`
}

function showAnswers(draw: Drawing, { name, question, choices, last }: LogStep): Html {
  return html`<fieldset><legend>${question}</legend>${choices.map(
    ({ value, words: label, picture }) =>
      html`<button class="q k" name="${name}" value="${value}"${last.includes(value) ? raw(' data-last') : ''}>${showChoicePicture(draw, picture)}<span>${label}</span></button>`,
  )}</fieldset>`
}

export function showChoicePicture(draw: Drawing, picture: Choice['picture']): Html | '' {
  if (picture === null) return ''
  return typeof picture === 'number' ? showLevel('bars', picture) : showDrawing(draw, picture)
}

export function showLogStep(
  words: Words,
  draw: Drawing,
  page: LogQuestion & { readonly title: string; readonly home: string },
): Html {
  return html`<h1>${page.title}</h1>${showLogQuestion(words, draw, page)}<p class="s">${words('family:contactLog.whoReads')}</p><p><a href="${page.home}">${words('family:contactHome.back')}</a></p>`
}

export interface TwinPage {
  readonly title: string
  /** The same was told, or a contact in the days of which it is said that there was none. */
  readonly why: 'twin' | 'against'
  /** What stands there already, in words. */
  readonly summary: string
  readonly said: Readonly<Record<string, string>>
  readonly home: string
}

/** The same was told today: whether it is the same contact told twice, or another one, is for whoever tells it to say. */
export function showTwin(words: Words, page: TwinPage): Html {
  const { title, why, summary, said, home } = page
  const [asks, same, another] =
    why === 'twin' ? ['twin', 'same', 'another'] : ['against', 'againstSame', 'againstAnother']
  return html`<h1>${title}</h1>${showNote(words(`family:contactLog.${asks}`), false)}<p><b>${summary}</b></p><p><a class="k" data-same="1" href="${home}">${words(`family:contactLog.${same}`)}</a></p><form method="post"><input type="hidden" name="step" value="log">${Object.entries(said).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`)}<button class="q" name="another" value="1">${words(`family:contactLog.${another}`)}</button></form>`
}
