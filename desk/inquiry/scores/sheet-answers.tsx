import { Text } from '@mantine/core'
import { findNotAsked } from '../../../core/inquiry/asked-items.ts'
import type { AnswerSheet } from '../../../core/inquiry/answer-sheet.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { currentLanguage, Section, text } from '../../kit/index.ts'
import { showAnswer } from '../collect/list-choices.ts'
import styles from '../inquiry.module.css'
import { type HomeNames, itemText } from '../words.ts'

/** Every item with what was answered; passed over and not reached are told apart. */
export function SheetAnswers({
  instrument,
  sheet,
  names,
}: {
  readonly instrument: Instrument
  readonly sheet: AnswerSheet
  readonly names: HomeNames
}) {
  const language = currentLanguage()
  const notAsked = findNotAsked(instrument, sheet.answers)
  return (
    <Section title={text('inquiry:sheet.answers')}>
      <ol className={styles.items}>
        {instrument.items.map((item) => {
          const answer = sheet.answers[item.id] ?? null
          return (
            <li key={item.id}>
              <span className={styles.number}>{item.number}</span>
              <span className={styles.grow}>{itemText(item, language, names)}</span>
              {answer === null ? (
                <Text c="gray.7">
                  {text(
                    notAsked.has(item.id)
                      ? 'inquiry:sheet.notAsked'
                      : sheet.skipped.includes(item.id)
                        ? 'inquiry:sheet.skipped'
                        : 'inquiry:sheet.open',
                  )}
                </Text>
              ) : (
                <Text ta="end">
                  {showAnswer(instrument, item, answer, language)}
                  {notAsked.has(item.id) && ` · ${text('inquiry:sheet.notAskedAnswer')}`}
                </Text>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
