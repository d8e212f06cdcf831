import { NumberInput, Textarea } from '@mantine/core'
import { useId } from 'react'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { Answer } from '../../../core/inquiry/check-answers.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { limitsOf } from '../../../core/inquiry/read-limits.ts'
import { listChosen, toggleChosen } from '../../../core/inquiry/chosen.ts'
import { widestNumber } from '../../../core/inquiry/item.ts'
import { DateField, text } from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import styles from './collect.module.css'
import { listChoices } from './list-choices.ts'
import { OptionPicture } from './option-picture.tsx'

export interface AnswerItemProps {
  readonly instrument: Pick<Instrument, 'items' | 'responseSets'>
  readonly item: Item
  readonly label: string
  readonly language: WordLanguage
  readonly value: Answer
  readonly onAnswer: (value: Answer) => void
  /** A finger or mouse has chosen; not told of arrow keys, which pass over options on their way. */
  readonly onPicked?: () => void
  readonly showKeys?: boolean
}

/** One item to be answered: large boxes, a number, or words. */
export function AnswerItem(props: AnswerItemProps) {
  const { instrument, item, label, language, value, onAnswer } = props
  const name = useId()
  const choices = listChoices(instrument, item, language)
  if (choices === null) return <WrittenAnswer {...props} />
  const isSeveral = item.response.kind === 'multi'
  const chosen = listChosen(value)
  const short =
    choices.pictures === 'none' &&
    choices.choices.every((one) => one.label.length <= 2 && one.picture === null)
  return (
    <fieldset className={short ? `${styles.options} ${styles.short}` : styles.options}>
      <legend className={styles.hidden}>{label}</legend>
      {isSeveral && <p className={styles.several}>{text('inquiry:collect.several')}</p>}
      {choices.choices.map((choice, index) => (
        <label
          key={choice.value}
          className={styles.option}
          onPointerUp={() => {
            if (!isSeveral) setTimeout(() => props.onPicked?.(), 220)
          }}
        >
          <input
            type={isSeveral ? 'checkbox' : 'radio'}
            name={name}
            checked={chosen.includes(String(choice.value))}
            onChange={() => onAnswer(isSeveral ? toggleChosen(value, choice.value) : choice.value)}
          />
          <span className={styles.face}>
            <OptionPicture
              picture={choice.picture}
              kind={choices.pictures}
              index={index}
              count={choices.choices.length}
            />
            <span>{choice.label}</span>
            {props.showKeys === true && !short && (
              <span className={styles.key} aria-hidden="true">
                {choice.value}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function WrittenAnswer({ instrument, item, label, value, onAnswer }: AnswerItemProps) {
  const { response } = item
  const today = useToday()
  if (response.kind === 'date')
    return (
      <DateField
        label={label}
        {...(response.from === null ? {} : { min: response.from })}
        {...daysUntil(response.notAfterToday ? today : response.to)}
        value={typeof value === 'string' ? value : null}
        onChange={onAnswer}
      />
    )
  const limits = limitsOf(instrument, item.id)
  if (limits === null)
    return (
      <Textarea
        aria-label={label}
        autosize
        minRows={2}
        maxLength={response.kind === 'text' ? response.maxLength : undefined}
        defaultValue={typeof value === 'string' ? value : ''}
        onBlur={(event) => {
          const words = event.currentTarget.value.trim()
          onAnswer(words === '' ? null : words)
        }}
      />
    )
  const whole = response.kind !== 'number' || response.whole
  return (
    <NumberInput
      aria-label={label}
      description={
        limits.max < widestNumber && limits.min > -widestNumber
          ? text('inquiry:instrument.limits', { min: limits.min, max: limits.max })
          : ''
      }
      size="lg"
      hideControls
      allowDecimal={!whole}
      suffix={response.kind === 'number' && response.unit !== '' ? ` ${response.unit}` : ''}
      defaultValue={typeof value === 'number' ? value : ''}
      onBlur={(event) => {
        const number = Number.parseFloat(event.currentTarget.value)
        onAnswer(Number.isFinite(number) ? number : null)
      }}
    />
  )
}

function daysUntil(last: string | null): { readonly max?: string } {
  return last === null ? {} : { max: last }
}
