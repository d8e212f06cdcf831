import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

/** One thing somebody agreed to and may take back. */
export interface Agreed {
  /** What the form sends for it. */
  readonly which: string
  readonly title: string
  readonly since: string
  /** Without it no help goes on. */
  readonly endsAll: boolean
}

/** What was agreed to, one button each: taking back is as easy as agreeing was. */
export function showAgreed(
  words: Words,
  page: { readonly agreed: readonly Agreed[]; readonly failed: boolean; readonly home: string },
): Html {
  const { agreed, failed } = page
  const button = ({ which, title, since }: Agreed) =>
    html`<button class="q l" name="which" value="${which}"><span>${title}<br><span class="s">${since}</span></span></button>`
  const all = agreed.filter(({ endsAll }) => endsAll)
  const buttons = html`${agreed.filter(({ endsAll }) => !endsAll).map(button)}${all.length === 0 ? '' : html`<h2>${words('family:takeBack.endsAll')}</h2>${all.map(button)}`}`
  return html`<h1>${words('family:takeBack.title')}</h1>${failed ? showNote(words('family:takeBack.notTaken'), true) : ''}${agreed.length === 0 ? html`<p>${words('family:takeBack.nothing')}</p>` : html`<p>${words('family:takeBack.intro')}</p><form method="post"><input type="hidden" name="step" value="takeBack">${buttons}</form>`}${showBack(words, page.home)}`
}

/** What it means, said once before it is done. */
export function showSure(
  words: Words,
  page: {
    readonly which: string
    readonly title: string
    readonly then: string
    readonly home: string
  },
): Html {
  return html`<h1>${page.title}</h1><p>${words('family:takeBack.then')}${page.then}</p><p>${words('family:takeBack.stays')}</p><form method="post"><input type="hidden" name="step" value="takeBack"><input type="hidden" name="which" value="${page.which}"><button name="sure" value="1">${words('family:takeBack.sure')}</button></form><p><a href="${page.home}">${words('family:takeBack.keep')}</a></p>`
}

/** That it has stopped, since when, and how one agrees again. */
export function showTakenBack(
  words: Words,
  page: {
    readonly title: string
    readonly then: string
    readonly day: string
    readonly number: string
    readonly home: string
  },
): Html {
  const { title, then, day, number } = page
  return html`<h1>${words('family:takeBack.doneTitle')}</h1>${showNote(words('family:takeBack.done', { title, day, number }), false)}<p>${then}</p><p>${words('family:takeBack.again')}</p>${showBack(words, page.home)}`
}

/** At the end of a page whose work is done, for whoever has agreed to something. */
export function showTakeBackDoor(words: Words, address: string): Html {
  return html`<p class="s"><a href="${address}">${words('family:takeBack.door')}</a></p>`
}

function showBack(words: Words, home: string): Html {
  return html`<p><a href="${home}">${words('family:contactHome.back')}</a></p>`
}
