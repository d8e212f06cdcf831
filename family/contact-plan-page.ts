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

export function showPlan(words: Words, draw: Drawing, page: PlanPage): Html {
  const { title, lines, helper, ahead, state, asks, note, home } = page
  const label = ({ part }: PlanLine) =>
    part === 'caregiverPart' && helper !== ''
      ? words('contact:plan.partOf', { name: helper })
      : words(`contact:fields.${part}`)
  return html`<h1>${title}</h1>${note === null ? '' : showNote(note.words, note.wrong)}${lines.length === 0 ? html`<p>${words('family:contactPlan.none')}</p>` : ''}${lines.map(
    (line) =>
      html`<section class="l">${line.pictures.slice(0, 1).map((one) => showDrawing(draw, one))}<div><h2>${label(line)}</h2>${line.words.map((one) => html`<p>${one}</p>`)}</div></section>`,
  )}${ahead.length === 0 ? '' : html`<h2>${words('family:contactPlan.ahead')}</h2><ul>${ahead.map((line) => html`<li>${line}</li>`)}</ul>`}${state.map((line) => html`<p class="s">${line}</p>`)}${asks === null ? '' : html`<form method="post"><input type="hidden" name="step" value="${asks.step}"><input type="hidden" name="plan" value="${asks.planId}"><input type="hidden" name="wording" value="${asks.wording}"><button>${words(`family:contactPlan.${asks.step}`)}</button></form><p class="s">${words(`family:contactPlan.${asks.step}Hint`)}</p>`}<p><a href="${home}">${words('family:contactHome.back')}</a></p>`
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
