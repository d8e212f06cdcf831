// One question of a questionnaire, as boxes that need no script.
import { html, raw } from 'hono/html'
import type { Answer } from '../core/inquiry/check-answers.ts'
import { drawChoicePicture, pictureBox } from '../core/inquiry/choice-picture.ts'
import { listChosen } from '../core/inquiry/chosen.ts'
import type { Item, ResponseSet, Scale } from '../core/inquiry/scale.ts'
import { readWords, type WordLanguage } from '../core/inquiry/words.ts'
import type { Html, Words } from './page.ts'

export interface Asking {
  readonly words: Words
  readonly scale: Pick<Scale, 'responseSets'>
  readonly language: WordLanguage
  /** Puts the names people use at home into a text. */
  readonly say: (text: string) => string
  readonly today: string
}

/** `isAsked`: false where the answers so far pass it by; it waits hidden, and the phone's script may show it. */
export function showQuestion(asking: Asking, item: Item, kept: Answer, isAsked: boolean): Html {
  const { words, language, say } = asking
  const text =
    item.text === null
      ? words('family:questionnaire.item', { number: item.number })
      : say(readWords(item.text, language))
  const hint = item.readAloud === null ? '' : say(readWords(item.readAloud, language))
  return html`<fieldset data-item="${item.id}"${isAsked ? '' : raw(' hidden')}><legend>${item.number}. ${text}</legend>${hint === '' ? '' : html`<p class="s">${hint}</p>`}${showField(asking, item, kept, text)}</fieldset>`
}

function showField(asking: Asking, item: Item, kept: Answer, label: string): Html {
  const { words, scale, language, today } = asking
  const { response } = item
  switch (response.kind) {
    case 'choice':
    case 'multi': {
      const set = scale.responseSets.find((one) => one.id === response.set)
      const isSeveral = response.kind === 'multi'
      return html`${isSeveral ? html`<p class="s">${words('family:questionnaire.several')}</p><input type="hidden" name="q_${item.id}" value="">` : ''}${set === undefined ? '' : showOptions(set, item.id, { kept, isSeveral, language })}`
    }
    case 'number':
      return html`<input type="number" name="q_${item.id}" value="${kept ?? ''}" min="${response.min}" max="${response.max}" step="${response.whole ? 1 : 'any'}" aria-label="${label}">`
    case 'date':
      return html`<input type="date" name="q_${item.id}" value="${kept ?? ''}" min="${response.from ?? '1900-01-01'}" max="${response.notAfterToday ? today : (response.to ?? '2100-12-31')}" aria-label="${label}">`
    case 'text':
      return html`<textarea name="q_${item.id}" rows="3" maxlength="${response.maxLength}" aria-label="${label}">${kept ?? ''}</textarea>`
  }
}

function showOptions(
  set: ResponseSet,
  itemId: string,
  shown: { readonly kept: Answer; readonly isSeveral: boolean; readonly language: WordLanguage },
): Html[] {
  const options =
    set.options.length > 0
      ? set.options.map(({ value, label }) => {
          const words = readWords(label, shown.language)
          return { value, words: words === '' ? String(value) : words }
        })
      : numbersFrom(set)
  const chosen = listChosen(shown.kept)
  return options.map(
    ({ value, words }, index) =>
      html`<label class="o"><input type="${shown.isSeveral ? 'checkbox' : 'radio'}" name="q_${itemId}" value="${value}"${chosen.includes(String(value)) ? raw(' checked') : ''}>${showPicture(set, index, options.length)}${words}</label>`,
  )
}

/** Each picture is drawn once on the page; an option only points at it, for the line is thin. */
export function showPictures(sets: readonly ResponseSet[]): Html | '' {
  const drawn = new Map(
    sets.flatMap(({ pictures, ...set }) => {
      const count = countOf(set)
      return pictures === 'none'
        ? []
        : Array.from({ length: count }, (_none, index) => {
            const id = pictureId(pictures, index, count)
            return [id, showSymbol(id, drawChoicePicture(pictures, index, count))] as const
          })
    }),
  )
  if (drawn.size === 0) return ''
  return html`<svg width="0" height="0" class="d" aria-hidden="true">${[...drawn.values()]}</svg>`
}

function showSymbol(id: string, paths: ReturnType<typeof drawChoicePicture>): Html {
  return html`<symbol id="${id}" viewBox="0 0 ${pictureBox.width} ${pictureBox.height}">${paths.map((path) => html`<path d="${path.d}" fill="${path.fill}" stroke="${path.stroke}" stroke-width="${path.width}"/>`)}</symbol>`
}

function countOf({ options, min, max }: Pick<ResponseSet, 'options' | 'min' | 'max'>): number {
  return options.length > 0 ? options.length : max - min + 1
}

function pictureId(kind: ResponseSet['pictures'], index: number, count: number): string {
  return `${kind}${count}-${index}`
}

function showPicture({ pictures }: ResponseSet, index: number, count: number): Html | '' {
  if (pictures === 'none') return ''
  return html`<svg class="g"><use xlink:href="#${pictureId(pictures, index, count)}"/></svg>`
}

function numbersFrom(
  set: ResponseSet,
): readonly { readonly value: number; readonly words: string }[] {
  return Array.from({ length: set.max - set.min + 1 }, (_none, index) => ({
    value: set.min + index,
    words: String(set.min + index),
  }))
}
