import { Text } from '@mantine/core'
import { useRef, useState, type KeyboardEvent } from 'react'
import { findNotAsked } from '../../../core/inquiry/asked-items.ts'
import { refuseAnswer, type Answer, type Answers } from '../../../core/inquiry/check-answers.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { isOneDigit, readTyped } from '../../../core/inquiry/paper/read-typed.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { refusalText, text } from '../../kit/index.ts'
import { showAnswer } from '../collect/list-choices.ts'
import styles from '../collect/collect.module.css'
import { type HomeNames, itemText } from '../words.ts'

export interface PaperGridProps {
  readonly instrument: Pick<Instrument, 'items' | 'sections' | 'responseSets'>
  readonly answers: Answers
  readonly language: WordLanguage
  readonly names: HomeNames
  readonly onAnswer: (itemId: string, answer: Answer) => void
  /** After the last question. */
  readonly onEnd?: () => void
}

/** A sheet of paper by the keyboard: a number key answers and goes on, Enter goes on, Backspace in an empty field goes back. */
export function PaperGrid(props: PaperGridProps) {
  const { instrument, answers, onEnd } = props
  const table = useRef<HTMLTableElement>(null)
  const fields = () => [...(table.current?.querySelectorAll('input') ?? [])]
  const notAsked = findNotAsked(instrument, answers)
  const focusOn = (index: number) => {
    const field = fields()[index]
    field?.focus()
    field?.select()
  }
  /** Passes over what this very answer leaves unasked. */
  const goFrom = (index: number, by: 1 | -1, now: Answers) => {
    const passed = findNotAsked(instrument, now)
    let at = index + by
    while (passed.has(instrument.items[at]?.id ?? '')) at += by
    if (at < instrument.items.length) focusOn(at)
    else onEnd?.()
  }
  return (
    <table className={styles.paper} ref={table}>
      <caption className={styles.hidden}>{text('inquiry:sheetMode.paper')}</caption>
      <tbody>
        {instrument.items.map((item, index) => (
          <PaperRow
            key={item.id}
            {...props}
            item={item}
            isPassed={notAsked.has(item.id)}
            onStep={(by, answer) => goFrom(index, by, { ...answers, [item.id]: answer })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface PaperRowProps extends PaperGridProps {
  readonly item: Item
  readonly isPassed: boolean
  readonly onStep: (by: 1 | -1, answer: Answer) => void
}

function PaperRow(props: PaperRowProps) {
  const { instrument, answers, language, names, item, isPassed, onAnswer, onStep } = props
  const kept = answers[item.id] ?? null
  const [typed, setTyped] = useState(kept === null ? '' : String(kept))
  const [wrong, setWrong] = useState<string | null>(null)
  const take = (words: string): Answer | undefined => {
    const answer = readTyped(instrument, item, words)
    const refused = refuseAnswer(instrument, item, answer)
    setWrong(refused === null ? null : refusalText(refused))
    if (refused !== null) {
      // What was typed before it is not what stands on the paper: it must not be counted in its place.
      if (kept !== null) onAnswer(item.id, null)
      return undefined
    }
    if (answer !== kept) onAnswer(item.id, answer)
    return answer
  }
  const step = (by: 1 | -1, words: string): boolean => {
    const answer = take(words)
    const goes = answer !== undefined || by === -1
    if (goes) onStep(by, answer ?? null)
    return goes
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' || event.key === 'ArrowDown') step(1, typed)
    else if (event.key === 'ArrowUp') step(-1, typed)
    else if (event.key === 'Backspace' && typed === '') step(-1, typed)
    else return
    event.preventDefault()
  }
  const { kind } = item.response
  const isWide = kind === 'text' || kind === 'date' || kind === 'multi'
  return (
    <tr data-passed={isPassed}>
      <th scope="row">
        <Text component="span" c="gray.7">
          {item.number}{' '}
        </Text>
        <label htmlFor={`paper-${item.id}`}>{itemText(item, language, names)}</label>
        {isPassed && (
          <Text size="sm" c="gray.7">
            {text('inquiry:paper.notAsked')}
          </Text>
        )}
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
          style={isWide ? { width: kind === 'text' ? '12rem' : '8rem' } : undefined}
          inputMode={kind === 'text' ? 'text' : 'decimal'}
          autoComplete="off"
          aria-invalid={wrong !== null}
          value={typed}
          // The next key takes the place of what stands there, instead of standing beside it.
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const words = event.currentTarget.value
            setTyped(words)
            if (kind === 'multi' || !isOneDigit(instrument, item) || words.length !== 1) return
            // A key that is no answer stands there to be seen, and the next key takes its place.
            if (!step(1, words)) event.currentTarget.select()
          }}
          // What stands in the field now: a key may have come and gone on before this row was drawn again.
          onBlur={(event) => void take(event.currentTarget.value)}
          onKeyDown={pressed}
        />
      </td>
      <td className={styles.said}>
        {kept === null || kind === 'text' ? '' : showAnswer(instrument, item, kept, language)}
      </td>
    </tr>
  )
}
