// The page of one meeting: when and how to come, and for who cannot come the lesson, one step per screen.
import { html } from 'hono/html'
import { showListen, type Spoken } from './listen.ts'
import { showNote, type Html, type Words } from './page.ts'

interface Way {
  readonly href: string
  readonly words: string
}

export interface SessionHome {
  readonly title: string
  /** What has just arrived, was not taken, or waits; empty for nothing. */
  readonly notes: readonly string[]
  readonly cheer: string
  readonly isCalledOff: boolean
  readonly when: string
  /** How the hour lies to the holder's own shifts; empty where nobody knows. */
  readonly shift: string
  readonly where: readonly string[]
  /** Asked ahead of the day only; the words of what was said. */
  readonly asks: { readonly intents: readonly string[]; readonly said: string } | null
  readonly lesson: { readonly done: readonly string[]; readonly next: Way | null } | null
}

export function showSessionHome(words: Words, page: SessionHome): Html {
  const { title, notes, cheer, isCalledOff, when, shift, where, asks, lesson } = page
  const head = html`<h1>${title}</h1>${notes.map((note) => showNote(note, false))}${cheer === '' ? '' : html`<h2>${words('family:session.cheer')}</h2><p style="white-space:pre-line">${cheer}</p>`}`
  if (isCalledOff) return html`${head}<p>${words('family:session.calledOff')}</p>`
  return html`${head}<p><b>${when}</b>${shift === '' ? '' : html`<br>${shift}`}</p>${where.map((line) => html`<p>${line}</p>`)}${asks === null ? '' : showIntents(words, asks)}${lesson === null ? html`<p>${words('family:session.noLesson')}</p>` : showLesson(words, lesson)}<p class="s">${words('family:session.whoReads')}</p>`
}

/** One tap each. It is no promise: whoever said one thing may come to another. */
function showIntents(
  words: Words,
  { intents, said }: { readonly intents: readonly string[]; readonly said: string },
): Html {
  return html`<form method="post"><input type="hidden" name="step" value="intent"><fieldset><legend>${words('family:session.asks')}</legend>${said === '' ? '' : html`<p><b>${said}</b></p>`}${intents.map((one) => html`<button class="q" name="intent" value="${one}">${words(`family:session.intent.${one}`)}</button>`)}</fieldset></form>`
}

function showLesson(
  words: Words,
  { done, next }: { readonly done: readonly string[]; readonly next: Way | null },
): Html {
  return html`<h2>${words('family:session.lesson')}</h2>${done.length === 0 ? html`<p>${words('family:session.lessonHint')}</p>` : html`<ul>${done.map((line) => html`<li>✓ ${line}</li>`)}</ul>`}${next === null ? '' : html`<p><a class="k" href="${next.href}"><span>${next.words}</span></a></p>`}`
}

export interface LessonStep {
  readonly step: 'listened' | 'recalled' | 'tried' | 'happened'
  /** The lesson, its question or its task, in the words of the plan. */
  readonly text: string
  /** The lesson as a worker has read it aloud. */
  readonly spoken: readonly Spoken[]
  readonly gaps: boolean
  /** Of the two steps that ask for words: those that stand already, and what seals the half-written on the phone. */
  readonly said: string
  readonly draftKey: string
  /** What was said on the step before has arrived. */
  readonly arrived: boolean
  /** Back to the lesson, from the question that asks what was heard. */
  readonly again: Way | null
  readonly skip: Way
  readonly home: string
}

const shortest = 60

/** A lesson is one long line; on a small screen it is read in pieces of whole sentences, what somebody says in one. */
function cutLine(line: string): readonly string[] {
  const pieces: string[] = []
  for (const sentence of line.split(/(?<=[。！？][”」]?)(?![”」])|(?<=[.!?]["”]?)\s+/)) {
    const last = pieces.at(-1)
    const isWhole = last?.split('“').length === last?.split('”').length
    if (last === undefined || (isWhole && last.length >= shortest)) pieces.push(sentence)
    else
      pieces[pieces.length - 1] = /[.!?]["”]?$/.test(last) ? `${last} ${sentence}` : last + sentence
  }
  return pieces.filter((piece) => piece.trim() !== '')
}

/** One step, one button. The lesson is read or read aloud; nothing plays by itself. */
export function showLessonStep(words: Words, page: LessonStep): Html {
  const { step, text, spoken, gaps, said, draftKey, arrived, again, skip, home } = page
  const say = (key: string) => words(`family:session.${step}.${key}`)
  const field = step === 'recalled' ? 'q_recall' : step === 'happened' ? 'q_happened' : null
  const lines = text.split('\n').flatMap(cutLine)
  const asked =
    field === null
      ? html`<form method="post"><input type="hidden" name="step" value="${step}"><button>${say('send')}</button></form>`
      : html`<form method="post" id="f" data-key="${draftKey}" data-restored="${words('family:questionnaire.restored')}" data-wait="${words('family:questionnaire.waiting')}"><input type="hidden" name="step" value="${step}"><p><label for="w">${say('label')}</label></p><p><textarea id="w" name="${field}" rows="3" maxlength="400">${said}</textarea></p><button name="send" value="1">${say('send')}</button></form>`
  return html`<h1>${say('title')}</h1><p>${say('hint')}</p>${showListen(words, spoken)}${lines.map((line) => html`<p>${line}</p>`)}${gaps ? showNote(words('family:session.gaps'), true) : ''}${asked}${again === null ? '' : html`<p><a href="${again.href}">${again.words}</a></p>`}<p><a href="${skip.href}">${skip.words}</a></p><p><a href="${home}">${words('family:session.home')}</a></p>${arrived ? html`<p data-done="1" hidden></p>` : ''}`
}
