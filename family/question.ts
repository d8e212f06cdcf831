// One question of a questionnaire, as boxes that need no script.
import { html, raw } from 'hono/html'
import type { Answer } from '../core/inquiry/check-answers.ts'
import { drawChoicePicture, pictureBox } from '../core/inquiry/choice-picture.ts'
import { listChosen } from '../core/inquiry/chosen.ts'
import type { Item, ResponseSet, Scale } from '../core/inquiry/scale.ts'
import type { PictureId } from '../core/kit/pictures.ts'
import { readWords, type WordLanguage } from '../core/inquiry/words.ts'
import { showListen, type Spoken } from './listen.ts'
import type { Html, Words } from './page.ts'

export interface Asking {
  readonly words: Words
  readonly scale: Pick<Scale, 'responseSets'>
  readonly language: WordLanguage
  /** Puts the names people use at home into a text. */
  readonly say: (text: string) => string
  readonly today: string
  /** What a worker has read aloud of a question. */
  readonly spoken: (item: Item) => readonly Spoken[]
}

/** The lines of one of our drawings. */
export type Drawing = (id: PictureId) => string

/** `isAsked`: false where the answers so far pass it by; it waits hidden, and the phone's script may show it. */
export function showQuestion(asking: Asking, item: Item, kept: Answer, isAsked: boolean): Html {
  const { words, language, say } = asking
  const text =
    item.text === null
      ? words('family:questionnaire.item', { number: item.number })
      : say(readWords(item.text, language))
  const hint = item.readAloud === null ? '' : say(readWords(item.readAloud, language))
  return html`<fieldset data-item="${item.id}"${isAsked ? '' : raw(' hidden')}><legend>${item.number}. ${text}</legend>${showListen(words, asking.spoken(item))}${hint === '' ? '' : html`<p class="s">${hint}</p>`}${showField(asking, item, kept, text)}</fieldset>`
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
      ? set.options.map(({ value, label, picture }) => {
          const words = readWords(label, shown.language)
          return { value, words: words === '' ? String(value) : words, picture }
        })
      : numbersFrom(set)
  const chosen = listChosen(shown.kept)
  return options.map(
    ({ value, words, picture }, index) =>
      html`<label class="o"><input type="${shown.isSeveral ? 'checkbox' : 'radio'}" name="q_${itemId}" value="${value}"${chosen.includes(String(value)) ? raw(' checked') : ''}>${showPicture(set.pictures, picture, index, options.length)}${words}</label>`,
  )
}

/** Each picture is drawn once on the page; an option only points at it, for the line is thin. */
export function showPictures(sets: readonly ResponseSet[], draw: Drawing): Html | '' {
  const drawn = new Map(
    sets.flatMap((set) => {
      const count = countOf(set)
      return Array.from({ length: count }, (_none, index) => {
        const own = set.options[index]?.picture ?? null
        const id = pictureId(set.pictures, own, index, count)
        return [
          id,
          own === null
            ? showSymbol(id, drawChoicePicture(set.pictures, index, count))
            : showOwn(id, draw(own)),
        ] as const
      })
    }),
  )
  drawn.delete('')
  if (drawn.size === 0) return ''
  return html`<svg width="0" height="0" class="d" aria-hidden="true">${[...drawn.values()]}</svg>`
}

function showSymbol(id: string, paths: ReturnType<typeof drawChoicePicture>): Html {
  return html`<symbol id="${id}" viewBox="0 0 ${pictureBox.width} ${pictureBox.height}">${paths.map((path) => html`<path d="${path.d}" fill="${path.fill}" stroke="${path.stroke}" stroke-width="${path.width}"/>`)}</symbol>`
}

/** Our drawings leave their colour and width to the frame around them. */
function showOwn(id: string, lines: string): Html {
  return html`<symbol id="${id}" viewBox="0 0 96 96" fill="none" stroke="#111" stroke-width="3.6" stroke-linejoin="round">${raw(lines)}</symbol>`
}

function countOf({ options, min, max }: Pick<ResponseSet, 'options' | 'min' | 'max'>): number {
  return options.length > 0 ? options.length : max - min + 1
}

/** Empty where nothing is drawn. */
function pictureId(
  kind: ResponseSet['pictures'],
  own: PictureId | null,
  index: number,
  count: number,
): string {
  if (own !== null) return own
  return kind === 'none' ? '' : `${kind}${count}-${index}`
}

function showPicture(...[kind, own, index, count]: Parameters<typeof pictureId>): Html | '' {
  const id = pictureId(kind, own, index, count)
  return id === ''
    ? ''
    : html`<svg class="g${own === null ? '' : ' b'}"><use xlink:href="#${id}"/></svg>`
}

function numbersFrom(
  set: ResponseSet,
): readonly { readonly value: number; readonly words: string; readonly picture: null }[] {
  return Array.from({ length: set.max - set.min + 1 }, (_none, index) => ({
    value: set.min + index,
    words: String(set.min + index),
    picture: null,
  }))
}
