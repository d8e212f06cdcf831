import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

export interface ConsentPage {
  readonly childName: string
  readonly agencyName: string
  readonly dataGuardian: string
  readonly purposes: readonly {
    readonly purpose: string
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
  readonly gaps: boolean
}

/** One decision per purpose, each with a way to say no and no loss of basic help for it (P01, P06). */
export function showConsent(words: Words, page: ConsentPage): Html {
  return html`<h1>${words('family:consent.title', { child: page.childName })}</h1><p>${words('family:consent.intro', { agency: page.agencyName, guardian: page.dataGuardian })}</p>${page.gaps ? showNote(words('family:consent.gaps'), true) : ''}<form method="post" id="f"><input type="hidden" name="step" value="consent">${page.purposes.map(
    ({ purpose, title, paragraphs }) =>
      html`<fieldset><legend>${title}</legend>${paragraphs.map((text) => html`<p>${text}</p>`)}<label class="o"><input type="radio" name="c_${purpose}" value="given" required>${words('family:consent.yes')}</label><label class="o"><input type="radio" name="c_${purpose}" value="refused">${words('family:consent.no')}</label></fieldset>`,
  )}<button name="send" value="1">${words('family:consent.send')}</button><p class="s">${words('family:consent.withdraw')}</p></form>`
}
