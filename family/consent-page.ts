import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

interface Point {
  readonly purpose: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

export interface ConsentStepPage {
  readonly childName: string
  readonly agencyName: string
  readonly dataGuardian: string
  /** How long the agency keeps a file after its last service, where it has said so; shown with the point that speaks of it. */
  readonly keptYears: number | null
  readonly point: Point
  readonly number: number
  readonly count: number
  /** What the holder of the link said to it on an earlier page, when they come back to change it. */
  readonly said: string | null
}

/** One point a page; yes and no are one tap each and look the same, and so is leaving it for later (P01, P06). */
export function showConsentStep(words: Words, page: ConsentStepPage): Html {
  const { point, number, count } = page
  const intro =
    number === 1
      ? html`<p>${words(`family:consent.${count === 1 ? 'introOne' : 'intro'}`, { agency: page.agencyName, guardian: page.dataGuardian })}</p>`
      : showNote(words('family:consent.noted'), false)
  const answers = (['given', 'refused', 'later'] as const).map(
    (answer) =>
      html`<button class="q" name="c_${point.purpose}" value="${answer}"${page.said === answer ? html` aria-pressed="true"` : ''}>${words(`family:consent.answer.${answer}`)}</button>`,
  )
  return html`<h1>${words('family:consent.title', { child: page.childName })}</h1>${intro}<form method="post"><input type="hidden" name="step" value="consent"><p class="s">${words('family:consent.step', { number, count })}</p><fieldset><legend>${point.title}</legend>${point.paragraphs.map((text) => html`<p>${text}</p>`)}${page.keptYears === null ? '' : html`<p>${words('family:consent.keptYears', { count: page.keptYears })}</p>`}${answers}</fieldset></form>`
}

export interface ConsentReviewPage {
  readonly childName: string
  readonly said: readonly {
    readonly purpose: string
    readonly title: string
    readonly answer: string
  }[]
  /** Something has been decided, so there is something to send. */
  readonly sends: boolean
}

/** What was said to each point, read back before it is sent; every one can still be changed. */
export function showConsentReview(words: Words, page: ConsentReviewPage): Html {
  return html`<h1>${words('family:consent.reviewTitle', { child: page.childName })}</h1>${showNote(words(page.sends ? 'family:consent.saved' : 'family:consent.nothing'), false)}<form method="post"><input type="hidden" name="step" value="consent">${page.said.map(
    ({ purpose, title, answer }) =>
      html`<fieldset><legend>${title}</legend><p><b>${words(`family:consent.said.${answer}`)}</b></p><button class="q" name="again" value="${purpose}">${words('family:consent.change')}</button></fieldset>`,
  )}${page.sends ? html`<button name="send" value="1">${words('family:consent.send')}</button>` : ''}<p class="s">${words('family:consent.withdraw')}</p></form>`
}
