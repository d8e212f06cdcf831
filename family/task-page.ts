import { html } from 'hono/html'
import { showNote, type Html, type Words } from './page.ts'

export interface TaskPage {
  readonly name: string
  readonly task: string
  readonly givenOn: string
  readonly states: readonly string[]
  readonly gaps: boolean
}

/** Three taps at most: how it went, a sentence if there is one, send. No right answer, nothing about anybody else. */
export function showTask(words: Words, page: TaskPage): Html {
  return html`<h1>${words('family:task.title', { name: page.name })}</h1><p>${words('family:task.given', { day: page.givenOn })}</p><p style="white-space:pre-line">${page.task}</p>${page.gaps ? showNote(words('family:task.gaps'), true) : ''}<form method="post" id="f"><input type="hidden" name="step" value="task"><fieldset><legend>${words('family:task.how')}</legend>${page.states.map(
    (state) =>
      html`<label class="o"><input type="radio" name="t_state" value="${state}" required>${words(`family:task.${state}`)}</label>`,
  )}</fieldset><p><label for="w">${words('family:task.words')}</label></p><p><textarea id="w" name="t_words" rows="3" maxlength="400"></textarea></p><button name="send" value="1">${words('family:task.send')}</button><p class="s">${words('family:task.whoReads')}</p></form>`
}
