import { Text } from '@mantine/core'
import type { AnswerSheet } from '../../../core/inquiry/answer-sheet.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { currentLanguage, Section, text } from '../../kit/index.ts'
import { listChoices } from '../collect/list-choices.ts'
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
  return (
    <Section title={text('inquiry:sheet.answers')}>
      <ol className={styles.items}>
        {instrument.items.map((item) => {
          const answer = sheet.answers[item.id] ?? null
          const label = listChoices(instrument, item, language)?.choices.find(
            ({ value }) => value === answer,
          )?.label
          const shown =
            label === undefined || label === String(answer) ? answer : `${answer} · ${label}`
          return (
            <li key={item.id}>
              <span className={styles.number}>{item.number}</span>
              <span className={styles.grow}>{itemText(item, language, names)}</span>
              {answer === null ? (
                <Text c="gray.7">
                  {text(
                    sheet.skipped.includes(item.id)
                      ? 'inquiry:sheet.skipped'
                      : 'inquiry:sheet.open',
                  )}
                </Text>
              ) : (
                <Text ta="end">{shown}</Text>
              )}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
