import { html } from 'hono/html'
import type { Answers } from '../core/inquiry/check-answers.ts'
import type { Instrument } from '../core/inquiry/instrument.ts'
import type { Item, ResponseSet } from '../core/inquiry/scale.ts'
import { fillNames, readWords, type WordLanguage } from '../core/inquiry/words.ts'
import { showNote, type Html, type Words } from './page.ts'

export interface QuestionnairePage {
  readonly instrument: Instrument
  readonly language: WordLanguage
  readonly names: { readonly parent?: string; readonly child?: string }
  /** What has been kept so far. */
  readonly answers: Answers
  /** Seals the phone's own draft; changes with the link. */
  readonly draftKey: string
  readonly note: 'none' | 'kept' | 'gaps'
  readonly gaps: readonly string[]
}

const itemsPerPart = 8

/** All questions on one page, cut into parts; every part can be handed in alone, so that a lost line costs eight answers at most. */
export function showQuestionnaire(words: Words, page: QuestionnairePage): Html {
  const { instrument, language } = page
  const say = (text: string): string => fillNames(text, page.names)
  const parts = partsOf(instrument.items)
  return html`<h1>${say(readWords(instrument.title, language))}</h1><p>${say(readWords(instrument.instructions, language))}</p>${page.note === 'kept' ? showNote(words('family:questionnaire.kept'), false) : ''}${page.note === 'gaps' ? showNote(words('family:questionnaire.gaps', { numbers: page.gaps.join(', ') }), true) : ''}<form method="post" id="f" data-key="${page.draftKey}" data-wait="${words('family:questionnaire.waiting')}" data-restored="${words('family:questionnaire.restored')}"><input type="hidden" name="step" value="answers">${parts.map(
    (items, index) =>
      html`<section id="p${index + 1}">${items.map((item) => showItem(words, page, item, say))}${index < parts.length - 1 ? html`<button class="q" name="part" value="${index + 2}">${words('family:questionnaire.keepPart')}</button>` : ''}</section>`,
  )}<button name="send" value="1">${words('family:questionnaire.send')}</button><p class="s">${words('family:questionnaire.whoReads')}</p></form>`
}

function partsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  for (const [index, item] of items.entries()) {
    const at = Math.floor(index / itemsPerPart)
    parts[at] = [...(parts[at] ?? []), item]
  }
  return parts
}

function showItem(
  words: Words,
  page: QuestionnairePage,
  item: Item,
  say: (text: string) => string,
): Html {
  const { instrument, language } = page
  const text =
    item.text === null
      ? words('family:questionnaire.item', { number: item.number })
      : say(readWords(item.text, language))
  const hint = item.readAloud === null ? '' : say(readWords(item.readAloud, language))
  const kept = page.answers[item.id] ?? null
  const { response } = item
  const label = html`<legend>${item.number}. ${text}</legend>${hint === '' ? '' : html`<p class="s">${hint}</p>`}`
  switch (response.kind) {
    case 'choice': {
      const set = instrument.responseSets.find((one) => one.id === response.set)
      return html`<fieldset>${label}${set === undefined ? '' : showOptions(set, item.id, kept, language)}</fieldset>`
    }
    case 'number':
      return html`<fieldset>${label}<input type="number" name="q_${item.id}" value="${kept ?? ''}" min="${response.min}" max="${response.max}" step="${response.whole ? 1 : 'any'}" aria-label="${text}"></fieldset>`
    case 'text':
      return html`<fieldset>${label}<textarea name="q_${item.id}" rows="3" maxlength="${response.maxLength}" aria-label="${text}">${kept ?? ''}</textarea></fieldset>`
  }
}

function showOptions(
  set: ResponseSet,
  itemId: string,
  kept: number | string | null,
  language: WordLanguage,
): Html[] {
  const options =
    set.options.length > 0
      ? set.options.map(({ value, label }) => ({ value, words: readWords(label, language) }))
      : numbersFrom(set)
  return options.map((option) => {
    const { words } = option
    return option.value === kept
      ? html`<label class="o"><input type="radio" name="q_${itemId}" value="${option.value}" checked>${words}</label>`
      : html`<label class="o"><input type="radio" name="q_${itemId}" value="${option.value}">${words}</label>`
  })
}

function numbersFrom(
  set: ResponseSet,
): readonly { readonly value: number; readonly words: string }[] {
  return Array.from({ length: set.max - set.min + 1 }, (_none, index) => ({
    value: set.min + index,
    words: String(set.min + index),
  }))
}
