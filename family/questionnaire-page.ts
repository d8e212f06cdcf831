import { html, raw } from 'hono/html'
import {
  findNotAsked,
  hasConditions,
  isSectionShown,
  keepAskedAnswers,
} from '../core/inquiry/asked-items.ts'
import type { Answers } from '../core/inquiry/check-answers.ts'
import { holdsCondition } from '../core/inquiry/holds-condition.ts'
import type { Instrument } from '../core/inquiry/instrument.ts'
import type { Item, Scale } from '../core/inquiry/scale.ts'
import { fillNames, readWords, type WordLanguage } from '../core/inquiry/words.ts'
import { showListen, type Spoken } from './listen.ts'
import { showNote, type Html, type Words } from './page.ts'
import { showPictures, showQuestion, type Asking, type Drawing } from './question.ts'

export interface QuestionnairePage {
  readonly instrument: Instrument
  readonly language: WordLanguage
  readonly names: { readonly parent?: string; readonly child?: string }
  /** What has been kept so far. */
  readonly answers: Answers
  /** Seals the phone's own draft; changes with the link. */
  readonly draftKey: string
  /** `more`: what was answered opened questions that were not on the page yet. */
  readonly note: 'none' | 'kept' | 'gaps' | 'more'
  readonly gaps: readonly string[]
  /** Answers that do not fit what was said before, in the questionnaire's own words. */
  readonly broken: readonly { readonly number: number; readonly words: string }[]
  readonly today: string
  readonly draw: Drawing
  /** What a worker has read aloud: of the opening, and of a question. */
  readonly opening: readonly Spoken[]
  readonly spoken: (item: Item) => readonly Spoken[]
}

const itemsPerPart = 8

interface Showing {
  readonly page: QuestionnairePage
  readonly asking: Asking
  readonly notAsked: ReadonlySet<string>
}

/** All questions on one page, cut into parts; every part can be handed in alone, so that a lost line costs eight answers at most. */
export function showQuestionnaire(words: Words, page: QuestionnairePage): Html {
  const { instrument, language, today, answers } = page
  const say = (text: string): string => fillNames(text, page.names)
  const asking: Asking = { words, scale: instrument, language, say, today, spoken: page.spoken }
  const notAsked = findNotAsked(instrument, answers)
  const showing: Showing = { page, asking, notAsked }
  const parts = partsOf(instrument.items)
  return html`<h1>${say(readWords(instrument.title, language))}</h1><p>${say(readWords(instrument.instructions, language))}</p>${showListen(words, page.opening)}${showNotes(words, page)}${showPictures(instrument.responseSets, page.draw)}<form method="post" id="f" data-key="${page.draftKey}" data-wait="${words('family:questionnaire.waiting')}" data-restored="${words('family:questionnaire.restored')}"${hasLogic(instrument) ? html` data-logic="${logicOf(instrument)}"` : ''}><input type="hidden" name="step" value="answers">${hasLogic(instrument) ? html`<input type="hidden" name="passed" value="${[...notAsked].join(' ')}">` : ''}${parts.map(
    (items, index) =>
      html`<section id="p${index + 1}">${items.map((item) => showItem(showing, item))}${index < parts.length - 1 ? html`<button class="q" name="part" value="${index + 2}">${words('family:questionnaire.keepPart')}</button>` : ''}</section>`,
  )}${showClosing(showing)}<button name="send" value="1">${words('family:questionnaire.send')}</button><p class="s">${words('family:questionnaire.whoReads')}</p></form>`
}

function showNotes(words: Words, page: QuestionnairePage): Html {
  return html`${page.note === 'kept' ? showNote(words('family:questionnaire.kept'), false) : ''}${page.note === 'more' ? showNote(words('family:questionnaire.more'), false) : ''}${page.note === 'gaps' && page.gaps.length > 0 ? showNote(words('family:questionnaire.gaps', { numbers: page.gaps.join(', ') }), true) : ''}${page.broken.map(
    ({ number, words: own }) =>
      showNote(
        own === ''
          ? words('family:questionnaire.broken', { number })
          : words('family:questionnaire.brokenWords', { number, words: own }),
        true,
      ),
  )}`
}

function hasLogic(instrument: Instrument): boolean {
  const notes = [...instrument.items.flatMap((item) => item.notes), ...instrument.closing]
  return hasConditions(instrument) || notes.some(({ showIf }) => showIf !== null)
}

/** What the phone's script needs to show and hide questions at once; without it the page does so when a part is sent. */
function logicOf({ items, sections, closing }: Instrument): string {
  return JSON.stringify({
    items: items.map(({ id, section, showIf }) => ({ id, section, showIf })),
    sections: sections.map(({ id, within, showIf }) => ({ id, within, showIf })),
    notes: [...items.flatMap(({ notes }) => notes), ...closing].flatMap(({ id, showIf }) =>
      showIf === null ? [] : [{ id, showIf }],
    ),
  })
}

function partsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = []
  for (const [index, item] of items.entries()) {
    const at = Math.floor(index / itemsPerPart)
    parts[at] = [...(parts[at] ?? []), item]
  }
  return parts
}

function showItem({ page, asking, notAsked }: Showing, item: Item): Html {
  const { instrument, answers, language } = page
  const before = instrument.items[instrument.items.indexOf(item) - 1]
  const section = instrument.sections.find(({ id }) => id === item.section)
  const title =
    section === undefined || before?.section === section.id
      ? ''
      : asking.say(readWords(section.title, language))
  const isOpen = isSectionShown(instrument.sections, item.section, answers)
  return html`${title === '' ? '' : html`<h2 data-section="${item.section ?? ''}"${isOpen ? '' : raw(' hidden')}>${title}</h2>`}${showWordsBetween(page, asking, item.notes)}${showQuestion(asking, item, answers[item.id] ?? null, !notAsked.has(item.id))}`
}

function showWordsBetween(page: QuestionnairePage, asking: Asking, notes: Scale['closing']): Html {
  return html`${notes.map(({ id, text, showIf }) => {
    const words = asking.say(readWords(text, page.language))
    if (showIf === null) return html`<p>${words}</p>`
    const isHidden = !holdsCondition(showIf, keepAskedAnswers(page.instrument, page.answers))
    return html`<p data-note-of="${id}"${isHidden ? raw(' hidden') : ''}>${words}</p>`
  })}`
}

function showClosing({ page, asking }: Showing): Html {
  return showWordsBetween(page, asking, page.instrument.closing)
}
