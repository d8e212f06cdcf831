import { isSectionShown } from '../../../core/inquiry/asked-items.ts'
import type { Answers } from '../../../core/inquiry/check-answers.ts'
import { holdsCondition } from '../../../core/inquiry/holds-condition.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import {
  fillNames,
  fillUnnamed,
  readWords,
  type WordLanguage,
} from '../../../core/inquiry/words.ts'
import type { HomeNames } from '../words.ts'
import styles from './collect.module.css'

export type AskedInstrument = Pick<Instrument, 'items' | 'sections' | 'responseSets'>

/** What is read before a question: the heading of its part, where the part begins, and words that ask nothing. */
export function ItemLead({
  instrument,
  item,
  before,
  answers,
  language,
  names,
}: {
  readonly instrument: AskedInstrument
  readonly item: Item
  /** The question asked before it. */
  readonly before: Item | undefined
  readonly answers: Answers
  readonly language: WordLanguage
  readonly names: HomeNames
}) {
  const say = (words: Item['notes'][number]['text']) =>
    fillUnnamed(fillNames(readWords(words, language), names), language)
  const section =
    item.section === null || item.section === before?.section
      ? undefined
      : instrument.sections.find(({ id }) => id === item.section)
  const isShown = isSectionShown(instrument.sections, item.section, answers)
  const title = section === undefined || !isShown ? '' : say(section.title)
  const notes = item.notes.filter(
    ({ showIf }) => showIf === null || holdsCondition(showIf, answers),
  )
  if (title === '' && notes.length === 0) return null
  return (
    <div className={styles.lead}>
      {title !== '' && <p className={styles.part}>{title}</p>}
      {notes.map(({ id, text }) => (
        <p key={id}>{say(text)}</p>
      ))}
    </div>
  )
}
