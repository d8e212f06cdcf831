// The family's own plan for being in touch, in its words, with a picture beside each line; agreed to on the telephone.
import { html } from 'hono/html'
import type { PlanLine } from '../core/contact/list-plan-lines.ts'
import { showDrawing } from './drawings.ts'
import { showNote, type Html, type Words } from './page.ts'
import type { Drawing } from './question.ts'

export interface PlanPage {
  readonly title: string
  readonly lines: readonly PlanLine[]
  /** The caregiver who helps; empty where the plan names none. */
  readonly helper: string
  /** The windows of the coming days, and what the parent said of those hours. */
  readonly ahead: readonly string[]
  readonly state: readonly string[]
  /** What may be said to these very words; null where there is nothing to say. */
  readonly asks: {
    readonly step: 'agree' | 'witness'
    readonly planId: string
    readonly wording: string
  } | null
  readonly note: { readonly words: string; readonly wrong: boolean } | null
  readonly home: string
}

function labelOf(words: Words, { part }: PlanLine, helper: string): string {
  return part === 'caregiverPart' && helper !== ''
    ? words('contact:plan.partOf', { name: helper })
    : words(`contact:fields.${part}`)
}

export function showPlan(words: Words, draw: Drawing, page: PlanPage): Html {
  const { title, lines, helper, note, home } = page
  return html`<h1>${title}</h1>${note === null ? '' : showNote(note.words, note.wrong)}${lines.length === 0 ? html`<p>${words('family:contactPlan.none')}</p>` : ''}${lines.map(
    (line) =>
      html`<section class="l">${line.pictures.slice(0, 1).map((one) => showDrawing(draw, one))}<div><h2>${labelOf(words, line, helper)}</h2>${line.words.map((one) => html`<p>${one}</p>`)}</div></section>`,
  )}${showPlanEnd(words, page)}<p><a href="${home}">${words('family:contactHome.back')}</a></p>`
}

/** The coming days, who has said yes, and what may be said here. */
function showPlanEnd(words: Words, { ahead, state, asks }: PlanPage): Html {
  return html`${ahead.length === 0 ? '' : html`<h2>${words('family:contactPlan.ahead')}</h2><ul>${ahead.map((line) => html`<li>${line}</li>`)}</ul>`}${state.map((line) => html`<p class="s">${line}</p>`)}${asks === null ? '' : html`<form method="post"><input type="hidden" name="step" value="${asks.step}"><input type="hidden" name="plan" value="${asks.planId}"><input type="hidden" name="wording" value="${asks.wording}"><button>${words(`family:contactPlan.${asks.step}`)}</button></form><p class="s">${words(`family:contactPlan.${asks.step}Hint`)}</p>`}`
}

export interface PlanPoint {
  /** From 1 on; one more than there are lines is the end, where something may be said. */
  readonly at: number
  readonly before: string | null
  readonly next: string | null
  /** From the first point on once more. */
  readonly again: string
}

/** To whoever hears rather than reads: one point a page, all its drawings, and one way on; what may be said comes after all of them. */
export function showPlanPoint(words: Words, draw: Drawing, page: PlanPage & PlanPoint): Html {
  const { title, lines, helper, note, home, at, before, next, again } = page
  const line = lines[at - 1]
  const ways = html`<p class="s">${before === null ? '' : html`<a href="${before}">${words('family:contactPlan.before')}</a> · `}<a href="${home}">${words('family:contactHome.back')}</a></p>`
  const noted = note === null ? '' : showNote(note.words, note.wrong)
  if (line === undefined)
    return html`<h1>${title}</h1>${noted}${showPlanEnd(words, page)}<p><a class="k" href="${again}">${words('family:contactPlan.again')}</a></p>${ways}`
  return html`${noted}<p class="s">${words('family:contactPlan.point', { at, count: lines.length })}</p><h1>${labelOf(words, line, helper)}</h1><p>${line.pictures.map((one) => showDrawing(draw, one))}</p>${line.words.map((one) => html`<p><b>${one}</b></p>`)}${next === null ? '' : html`<p><a class="k" href="${next}">${words(`family:contactPlan.${at === lines.length ? 'heardAll' : 'next'}`)}</a></p>`}${ways}`
}

export interface PledgesPage {
  readonly title: string
  readonly note: string
  /** `asks`: what became of it may be told here; a child's is told with the child. `undo`: made here today, and may have been a slip. */
  readonly open: readonly {
    readonly id: string
    readonly words: string
    readonly asks: boolean
    readonly undo: boolean
  }[]
  /** Told here today: a slip can be mended. */
  readonly told: readonly { readonly id: string; readonly words: string }[]
  readonly matters: readonly { readonly value: string; readonly words: string }[]
  /** The mark under which a new one is kept. */
  readonly ask: string
  readonly today: string
  readonly home: string
}

/** What became of a promise, and a new one: in kind only, never its words. */
export function showPledges(words: Words, page: PledgesPage): Html {
  const { title, note, open, told, matters, ask, home } = page
  return html`<h1>${title}</h1>${note === '' ? '' : showNote(note, false)}${open.map((one, index) => showOpenPledge(words, page, one, index))}${told.map(({ id, words: line }) => html`<form method="post">${pledgeFields(id)}<fieldset><legend>${line}</legend>${undoButton(words)}</fieldset></form>`)}<form method="post"><input type="hidden" name="step" value="promise"><input type="hidden" name="ask" value="${ask}"><fieldset><legend>${words('family:contactPledge.made')}</legend><p class="s">${words('family:contactPledge.hint')}</p>${matters.map(({ value, words: label }) => html`<button class="q" name="about" value="${value}">${label}</button>`)}</fieldset></form><p><a href="${home}">${words('family:contactHome.back')}</a></p>`
}

function pledgeFields(id: string): Html {
  return html`<input type="hidden" name="step" value="settle"><input type="hidden" name="pledge" value="${id}">`
}

function undoButton(words: Words): Html {
  return html`<button class="q" name="state" value="undo">${words('family:contactPledge.undo')}</button>`
}

function showOpenPledge(
  words: Words,
  { today }: PledgesPage,
  { id, words: line, asks, undo }: PledgesPage['open'][number],
  index: number,
): Html {
  if (!asks)
    return html`<fieldset><legend>${line}</legend><p class="s">${words('family:contactPledge.withChild')}</p></fieldset>`
  const say = (state: string) =>
    html`<button class="q" name="state" value="${state}">${words(`contact:pledge.state.${state}`)}</button>`
  return html`<form method="post">${pledgeFields(id)}<fieldset><legend>${line}</legend>${say('kept')}${say('broken')}<p><label for="d${index}">${words('family:contactPledge.newDay')}</label></p><input id="d${index}" type="date" name="movedTo" min="${today}">${say('moved')}${undo ? undoButton(words) : ''}</fieldset></form>`
}
