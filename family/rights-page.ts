import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

export interface RightsPage {
  /** Made anew for each page, so that a form sent twice asks once. */
  readonly ask: string
  /** Whose data may be asked about: the child, and whoever holds the link. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly rights: readonly string[]
  readonly draftKey: string
  /** What was typed, where it could not be taken. */
  readonly kept: Readonly<Record<string, string>>
  readonly note: 'none' | 'gaps' | 'notTaken' | 'enough'
}

/** The same page for every family: what is asked, about whom, own words; nothing of what is held. */
export function showRights(words: Words, page: RightsPage): Html {
  const { kept } = page
  const chosen = (name: string, value: string) => (kept[name] === value ? html` checked` : '')
  const box = (name: string, value: string, label: string) =>
    html`<label class="o"><input type="radio" name="${name}" value="${value}" required${chosen(name, value)}>${label}</label>`
  return html`<h1>${words('family:rights.title')}</h1><p>${words('family:rights.intro')}</p>${showRightsNote(words, page)}<form method="post" id="f" data-key="${page.draftKey}" data-wait="${words('family:rights.waiting')}" data-restored="${words('family:rights.restored')}"><input type="hidden" name="step" value="rights"><input type="hidden" name="ask" value="${page.ask}"><fieldset><legend>${words('family:rights.what')}</legend>${page.rights.map((right) => box('q_right', right, words(`family:rights.${right}`)))}</fieldset><fieldset><legend>${words('family:rights.about')}</legend>${page.people.map(({ id, name }) => box('q_about', id, name))}</fieldset>${showOwnWords(words, kept)}</form>`
}

function showRightsNote(words: Words, { note }: RightsPage): Html | '' {
  return note === 'none' ? '' : showNote(words(`family:rights.${note}`), true)
}

function showOwnWords(words: Words, kept: RightsPage['kept']): Html {
  return html`<p><label for="w">${words('family:rights.words')}</label></p><p><textarea id="w" name="q_words" rows="4" maxlength="2000">${kept['q_words'] ?? ''}</textarea></p><button name="send" value="1">${words('family:rights.send')}</button><p class="s">${words('family:rights.next')}</p>`
}

export const rightsSteps = ['q_right', 'q_about', 'words'] as const
export type RightsStep = (typeof rightsSteps)[number]

/** To whoever hears rather than reads: one question a page, each answer one button; what was said goes along. */
export function showRightsStep(words: Words, page: RightsPage, step: RightsStep): Html {
  const { ask, kept, rights, people } = page
  const said = [
    ['step', 'rights'],
    ['ask', ask],
    ...(['q_right', 'q_about'] as const)
      .filter((name) => rightsSteps.indexOf(name) < rightsSteps.indexOf(step))
      .map((name) => [name, kept[name] ?? '']),
  ]
  const asked =
    step === 'words'
      ? null
      : step === 'q_right'
        ? {
            question: words('family:rights.what'),
            choices: rights.map((right) => [right, words(`family:rights.${right}`)] as const),
          }
        : {
            question: words('family:rights.about'),
            choices: people.map(({ id, name }) => [id, name] as const),
          }
  const fields =
    asked === null
      ? showOwnWords(words, kept)
      : html`<fieldset><legend>${asked.question}</legend>${asked.choices.map(([value, label]) => html`<button class="q" name="${step}" value="${value}">${label}</button>`)}</fieldset>`
  const intro = step === 'q_right' ? html`<p>${words('family:rights.intro')}</p>` : ''
  return html`<div data-first="1"><h1>${words('family:rights.title')}</h1>${intro}${showRightsNote(words, page)}<form method="post">${said.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${fields}</form></div>`
}

/** That it has arrived, when at the latest it is answered, and whom to ask. */
export function showRightsReceipt(
  words: Words,
  receipt: { readonly day: string; readonly number: string; readonly due: string },
): Html {
  return html`<div data-first="1"><h1>${words('family:thanks.title')}</h1>${showNote(words('family:thanks.arrived', { day: receipt.day, number: receipt.number }), false)}<p>${words('family:rights.due', { day: receipt.due })}</p><p data-done="1" class="s">${words('family:thanks.clean')}</p></div>`
}

/** At the end of a page whose work is done: one more thing that may be asked. */
export function showRightsDoor(words: Words, address: string): Html {
  return html`<p class="s"><a href="${address}">${words('family:rights.door')}</a></p>`
}
