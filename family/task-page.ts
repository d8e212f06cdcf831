import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

export interface TaskPage {
  readonly name: string
  readonly task: string
  readonly givenOn: string
  readonly states: readonly string[]
  readonly gaps: boolean
  /** The meeting at which it was given: what is said of this task is written to no other. */
  readonly meetingId?: string
  /** What was said already and could not be taken. */
  readonly kept?: { readonly state: string; readonly words: string; readonly note: string }
}

/** Three taps at most: how it went, a sentence if there is one, send. No right answer, nothing about anybody else. */
export function showTask(words: Words, page: TaskPage): Html {
  const { meetingId, kept } = page
  const chosen = (state: string) => (kept?.state === state ? html` checked` : '')
  return html`<h1>${words('family:task.title', { name: page.name })}</h1><p>${words('family:task.given', { day: page.givenOn })}</p><p style="white-space:pre-line">${page.task}</p>${page.gaps ? showNote(words('family:task.gaps'), true) : ''}${kept === undefined || kept.note === '' ? '' : showNote(kept.note, true)}<form method="post" id="f"><input type="hidden" name="step" value="task">${meetingId === undefined ? '' : html`<input type="hidden" name="meeting" value="${meetingId}">`}<fieldset><legend>${words('family:task.how')}</legend>${page.states.map(
    (state) =>
      html`<label class="o"><input type="radio" name="t_state" value="${state}" required${chosen(state)}>${words(`family:task.${state}`)}</label>`,
  )}</fieldset><p><label for="w">${words('family:task.words')}</label></p><p><textarea id="w" name="t_words" rows="3" maxlength="400">${kept?.words ?? ''}</textarea></p><button name="send" value="1">${words('family:task.send')}</button><p class="s">${words('family:task.whoReads')}</p></form>`
}
