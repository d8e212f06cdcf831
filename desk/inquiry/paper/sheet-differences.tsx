import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { refuseAnswer, type Answer } from '../../../core/inquiry/check-answers.ts'
import type { EntryDifference, PaperSheet } from '../../../core/inquiry/paper/compare-entries.ts'
import { readTyped } from '../../../core/inquiry/paper/read-typed.ts'
import { showSheetCode } from '../../../core/inquiry/paper/sheet-code.ts'
import { currentLanguage, refusalText, Section, text } from '../../kit/index.ts'
import { showAnswer } from '../collect/list-choices.ts'
import styles from '../inquiry.module.css'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import { itemText } from '../words.ts'

/** Where two readings of one sheet differ; a person looks at the paper and says what stands there. */
export function SheetDifferences({
  sheet,
  instrument,
  mayTake,
  onTake,
}: {
  readonly sheet: PaperSheet
  readonly instrument: InstrumentRecord
  readonly mayTake: boolean
  readonly onTake: (decided: Record<string, Answer>) => void
}) {
  return (
    <Section title={text('inquiry:paper.sheet', { code: showSheetCode(sheet.code) })}>
      <Differences
        differences={sheet.differences}
        instrument={instrument}
        mayTake={mayTake}
        onTake={onTake}
      />
    </Section>
  )
}

export function Differences({
  differences,
  instrument,
  mayTake,
  onTake,
}: {
  readonly differences: readonly EntryDifference[]
  readonly instrument: InstrumentRecord
  readonly mayTake: boolean
  readonly onTake: (decided: Record<string, Answer>) => void
}) {
  const [decided, setDecided] = useState<Record<string, Answer>>({})
  const open = differences.filter(({ item }) => decided[item.id] === undefined)
  return (
    <>
      {differences.map((difference) => (
        <Difference
          key={difference.item.id}
          instrument={instrument}
          difference={difference}
          decided={decided[difference.item.id]}
          onDecide={(answer) => setDecided({ ...decided, [difference.item.id]: answer })}
        />
      ))}
      <div>
        <Button disabled={!mayTake || open.length > 0} onClick={() => onTake(decided)}>
          {text('inquiry:paper.takeDecided')}
        </Button>
      </div>
    </>
  )
}

function Difference({
  instrument,
  difference: { item, readings },
  decided,
  onDecide,
}: {
  readonly instrument: InstrumentRecord
  readonly difference: EntryDifference
  readonly decided: Answer | undefined
  readonly onDecide: (answer: Answer) => void
}) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const language = currentLanguage()
  const words = (answer: Answer) =>
    answer === null ? text('inquiry:paper.blank') : showAnswer(instrument, item, answer, language)
  const takeTyped = () => {
    const answer = readTyped(instrument, item, typed)
    const refused = refuseAnswer(instrument, item, answer)
    setWrong(refused === null ? null : refusalText(refused))
    if (refused === null && answer !== null) onDecide(answer)
  }
  return (
    <fieldset className={styles.fieldset}>
      <legend>
        {item.number}. {itemText(item, language)}
      </legend>
      <Group gap="xs">
        {readings.map((answer, index) => (
          <Button
            key={`${index} ${String(answer)}`}
            variant={decided === answer ? 'filled' : 'default'}
            aria-pressed={decided === answer}
            onClick={() => onDecide(answer)}
          >
            {words(answer)}
          </Button>
        ))}
        <label>
          {text('inquiry:paper.other')}{' '}
          <input
            className={styles.small}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={takeTyped}
          />
        </label>
      </Group>
      {wrong !== null && (
        <Text role="alert" c="kite.8">
          {wrong}
        </Text>
      )}
      {decided !== undefined && (
        <Text size="sm" c="gray.7">
          {text('inquiry:paper.decided', { answer: words(decided) })}
        </Text>
      )}
    </fieldset>
  )
}
