import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { fillNames, readWords } from '../../../core/inquiry/words.ts'
import { Icon, text } from '../../kit/index.ts'
import { type HomeNames, itemText } from '../words.ts'
import { AnswerItem } from './answer-item.tsx'
import styles from './collect.module.css'
import { listChoices } from './list-choices.ts'
import type { OpenSheet } from './use-sheet.ts'
import { VoiceButton } from './voice-button.tsx'

export interface ItemWalkProps {
  readonly instrument: Pick<Instrument, 'items' | 'responseSets'>
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  /** A worker presses the number of an answer; a child points. */
  readonly withKeys: boolean
  /** After the last item. */
  readonly end: (back: () => void) => ReactNode
  readonly start?: number
}

/** One item per screen, large: back, pass over, next. */
export function ItemWalk(props: ItemWalkProps) {
  const { instrument, sheet, language, names, end } = props
  const { items } = instrument
  const [at, setAt] = useState(props.start ?? 0)
  const heading = useRef<HTMLHeadingElement>(null)
  const item = items[at]
  const go = (to: number) => setAt(Math.max(0, Math.min(items.length, to)))
  useKeys(props, at, go)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new item takes the focus
  useEffect(() => heading.current?.focus({ preventScroll: true }), [at])
  if (item === undefined) return <>{end(() => go(items.length - 1))}</>
  const words = itemText(item, language, names)
  const value = sheet.answers[item.id] ?? null
  return (
    <div className={styles.stage} lang={language}>
      <Track at={at} count={items.length} />
      <h2 ref={heading} tabIndex={-1} className={styles.question} style={{ outline: 'none' }}>
        {words}
      </h2>
      <AloudHint {...props} index={at} />
      <AnswerItem
        key={item.id}
        instrument={instrument}
        item={item}
        label={words}
        language={language}
        value={value}
        showKeys={props.withKeys}
        onAnswer={(given) => sheet.answer(item.id, given)}
        onPicked={() => go(at + 1)}
      />
      <div className={styles.walk}>
        <Button variant="default" disabled={at === 0} onClick={() => go(at - 1)}>
          {text('inquiry:collect.previous')}
        </Button>
        {value === null && (
          <Button
            variant="default"
            onClick={() => {
              sheet.skip(item.id)
              go(at + 1)
            }}
          >
            {text('inquiry:collect.skip')}
          </Button>
        )}
        <Button
          disabled={value === null}
          onClick={() => go(at + 1)}
          rightSection={<Icon name="next" />}
        >
          {text('inquiry:collect.next')}
        </Button>
      </div>
    </div>
  )
}

function Track({ at, count }: { readonly at: number; readonly count: number }) {
  return (
    <div>
      <p style={{ margin: '0 0 0.3rem' }}>{text('inquiry:collect.place', { at: at + 1, count })}</p>
      <div className={styles.track} aria-hidden="true">
        <span className={styles.done} style={{ width: `${((at + 1) / count) * 100}%` }} />
      </div>
    </div>
  )
}

function AloudHint({
  instrument,
  language,
  names,
  withKeys,
  index,
}: ItemWalkProps & { index: number }) {
  const item = instrument.items[index]
  if (item === undefined) return null
  const hint = item.readAloud === null ? '' : fillNames(readWords(item.readAloud, language), names)
  const choices = listChoices(instrument, item, language)?.choices ?? []
  const spoken = [itemText(item, language, names), hint, ...choices.map(({ label }) => label)]
  return (
    <>
      {hint !== '' && <p className={styles.aloud}>{hint}</p>}
      {item.text !== null && (
        <VoiceButton language={language} words={spoken} handedOver={!withKeys} />
      )}
    </>
  )
}

/** Number keys choose, arrows walk; typing into a field stays typing. */
function useKeys(
  { instrument, sheet, language, withKeys }: ItemWalkProps,
  at: number,
  go: (to: number) => void,
) {
  useEffect(() => {
    if (!withKeys) return undefined
    const pressed = (event: KeyboardEvent) => {
      const { target } = event
      const typing =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && target.type !== 'radio')
      const item = instrument.items[at]
      if (typing || item === undefined || event.ctrlKey || event.altKey || event.metaKey) return
      const choices = listChoices(instrument, item, language)?.choices ?? []
      const chosen = choices.find(({ value }) => String(value) === event.key)
      if (chosen !== undefined) {
        sheet.answer(item.id, chosen.value)
        go(at + 1)
      } else if (event.key === 'PageDown') go(at + 1)
      else if (event.key === 'PageUp' || event.key === 'Backspace') go(at - 1)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}
