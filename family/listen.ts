// A worker's voice beside the words: loaded only on a tap. Without script the browser's own player stands there.
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
    const name = dialect === '' ? '' : html`<p class="s">${dialect}</p>`
    return html`<button type="button" class="q say" data-listen="${href}" hidden>${label}</button><noscript>${name}<audio controls preload="none" src="${href}"></audio></noscript>`
  })}`
}
