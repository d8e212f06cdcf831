import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

/** A link that does not work looks the same whether it ended, was taken back or never was: nobody is told they were shut out. */
export function showEnded(words: Words): Html {
  return html`<h1>${words('family:ended.title')}</h1><p>${words('family:ended.text')}</p>`
}

/** Shown to whoever holds the link: too many wrong answers. What was kept is not lost, and the worker is told. */
export function showLocked(words: Words): Html {
  return html`<h1>${words('family:locked.title')}</h1><p>${words('family:locked.text')}</p>`
}

export interface CheckPage {
  readonly asks: 'birthYear' | 'code'
  readonly failed: boolean
  /** How many tries are left before the link locks. */
  readonly left: number
}

/** The one light check before anything personal; read aloud first, as nothing says yet whether its reader can read. */
export function showCheck(words: Words, page: CheckPage): Html {
  const label = words(`family:check.${page.asks}`)
  return html`<div data-first="1"><h1>${words('family:check.title')}</h1><p>${words('family:check.why')}</p>${page.failed ? showNote(words('family:check.failed', { count: page.left }), true) : ''}<form method="post" data-direct="1"><input type="hidden" name="step" value="check"><p><label for="c">${label}</label></p><p><input id="c" name="check" type="text" inputmode="numeric" autocomplete="off" maxlength="12" required></p><button>${words('family:check.go')}</button></form></div>`
}

export function showThanks(
  words: Words,
  receipt: { readonly day: string; readonly number: string },
): Html {
  return html`<h1>${words('family:thanks.title')}</h1>${showNote(words('family:thanks.arrived', { day: receipt.day, number: receipt.number }), false)}<p>${words('family:thanks.text')}</p><p data-done="1" class="s">${words('family:thanks.clean')}</p>`
}

/** Not yet, or no more: said kindly, with whom to turn to, and nothing about anybody. */
export function showWindow(
  words: Words,
  window: 'notYet' | 'over' | 'closed',
  opensOn: string,
): Html {
  return html`<h1>${words(`family:window.${window}.title`)}</h1><p>${words(`family:window.${window}.text`, { day: opensOn })}</p>`
}
