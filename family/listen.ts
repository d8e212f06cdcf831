// A worker's voice beside the words: loaded only on a tap. Here the browser's own player stands; the phone's script puts one
// large button in its place.
import { html } from 'hono/html'
import type { Html, Words } from './page.ts'

export interface Spoken {
  readonly href: string
  /** As people call it at home; empty for the common language. */
  readonly dialect: string
}

export function showListen(words: Words, spoken: readonly Spoken[]): Html | '' {
  if (spoken.length === 0) return ''
  return html`${spoken.map(({ href, dialect }) => {
    const label = words(`family:listen.${dialect === '' ? 'play' : 'playIn'}`, { dialect })
    return html`<p data-listen="${href}"><span class="s">${label}</span><br><audio controls preload="none" src="${href}"></audio></p>`
  })}`
}
