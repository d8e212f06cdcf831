import { Group, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { refuseAnswer, type Answer } from '../../../core/inquiry/check-answers.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { limitsOf } from '../../../core/inquiry/read-limits.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { DateField, refusalText, Section, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import { type HomeNames, itemText } from '../words.ts'
import styles from './collect.module.css'
import { SheetEnd } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

export interface PaperEntryProps {
  readonly instrument: Instrument
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  readonly onDone: () => void
}

/** Typing in a pile of paper: one digit goes to the next item by itself, Enter or arrows walk, empty is a gap. */
export function PaperEntry(props: PaperEntryProps) {
  const { instrument, sheet } = props
  const today = useToday()
  const table = useRef<HTMLTableElement>(null)
  const focusOn = (index: number) => {
    const field = table.current?.querySelectorAll('input')[index]
    field?.focus()
    field?.select()
  }
  return (
    <Section title={text('inquiry:sheetMode.paper')} hint={text('inquiry:collect.paperHint')}>
      <Group>
        <DateField
          label={text('inquiry:sheet.answeredOn')}
          max={today}
          value={sheet.record?.answeredOn ?? null}
          onChange={(answeredOn) => sheet.note({ answeredOn })}
        />
      </Group>
      <table className={styles.paper} ref={table}>
        <caption className={styles.hidden}>{text('inquiry:sheetMode.paper')}</caption>
        <tbody>
          {instrument.items.map((item, index) => (
            <PaperRow
              key={item.id}
              {...props}
              item={item}
              onNext={() => focusOn(index + 1)}
              onBack={() => focusOn(index - 1)}
            />
          ))}
        </tbody>
      </table>
      <SheetEnd instrument={instrument} sheet={sheet} onDone={props.onDone} />
    </Section>
  )
}

interface PaperRowProps extends PaperEntryProps {
  readonly item: Item
  readonly onNext: () => void
  readonly onBack: () => void
}

function PaperRow({ instrument, sheet, language, names, item, onNext, onBack }: PaperRowProps) {
  const kept = sheet.answers[item.id] ?? null
  const [typed, setTyped] = useState(kept === null ? '' : String(kept))
  const [wrong, setWrong] = useState<string | null>(null)
  const limits = limitsOf(instrument, item.id)
  const take = (words: string): boolean => {
    const answer = readTyped(words, limits !== null)
    const refused = refuseAnswer(instrument, item, answer)
    setWrong(refused === null ? null : refusalText(refused))
    if (refused === null && answer !== kept) sheet.answer(item.id, answer)
    return refused === null
  }
  const oneDigit =
    limits !== null && Number.isInteger(limits.min) && limits.min >= 0 && limits.max <= 9
  return (
    <tr>
      <th scope="row">
        <Text component="span" c="gray.7">
          {item.number}{' '}
        </Text>
        <label htmlFor={`paper-${item.id}`}>{itemText(item, language, names)}</label>
        {wrong !== null && (
          <Text size="sm" c="kite.8" role="alert">
            {wrong}
          </Text>
        )}
      </th>
      <td>
        <input
          id={`paper-${item.id}`}
          className={styles.cell}
          style={limits === null ? { width: '12rem' } : undefined}
          inputMode={limits === null ? 'text' : 'decimal'}
          autoComplete="off"
          aria-invalid={wrong !== null}
          value={typed}
          onChange={(event) => {
            const words = event.currentTarget.value
            setTyped(words)
            if (oneDigit && words.length === 1 && take(words)) onNext()
          }}
          onBlur={() => void take(typed)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'ArrowDown') onNext()
            else if (event.key === 'ArrowUp') onBack()
            else return
            event.preventDefault()
          }}
        />
      </td>
    </tr>
  )
}

function readTyped(words: string, isNumber: boolean): Answer {
  const plain = words.normalize('NFKC').trim()
  if (plain === '') return null
  return isNumber && /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain
}
