import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { listAskedItems } from '../../../core/inquiry/asked-items.ts'
import { toggleChosen } from '../../../core/inquiry/chosen.ts'
import { findBrokenRules } from '../../../core/inquiry/find-broken-rules.ts'
import type { Item } from '../../../core/inquiry/scale.ts'
import { itemWords } from '../../../core/inquiry/spoken/words-to-speak.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { fillNames, readWords } from '../../../core/inquiry/words.ts'
import { Icon, text, VoiceButton } from '../../kit/index.ts'
import { SpokenPlay } from '../../sync/index.ts'
import { type HomeNames, itemText } from '../words.ts'
import { AnswerItem } from './answer-item.tsx'
import styles from './collect.module.css'
import { type AskedInstrument, ItemLead } from './item-lead.tsx'
import { listChoices } from './list-choices.ts'
import type { OpenSheet } from './use-sheet.ts'

export interface ItemWalkProps {
  readonly instrument: AskedInstrument
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  /** A worker presses the number of an answer; a child points. */
  readonly withKeys: boolean
  /** The number of an answer beside it, also where no key is listened to. */
  readonly showKeys?: boolean
  /** After the last item. */
  readonly end: (back: () => void) => ReactNode
  /** The question to begin with: the first that is open, unless told. */
  readonly startAt?: string
}

/** One item per screen, large: back, pass over, next. */
export function ItemWalk(props: ItemWalkProps) {
  const { instrument, sheet, language, names, end } = props
  const items = listAskedItems(instrument, sheet.answers)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      items.findIndex(({ id }) => id === props.startAt),
    ),
  )
  const heading = useRef<HTMLHeadingElement>(null)
  const item = items[at]
  const go = (to: number) => setAt(Math.max(0, Math.min(items.length, to)))
  const broken = findBrokenRules(instrument, sheet.answers).find((one) => one.item.id === item?.id)
  // What a finger has just chosen decides what is asked next, so the step is taken with the answer in place.
  const goOn = useRef<() => void>(() => undefined)
  goOn.current = () => {
    if (broken === undefined) go(at + 1)
  }
  useKeys(props, item, { on: () => setTimeout(() => goOn.current(), 0), back: () => go(at - 1) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new item takes the focus
  useEffect(() => heading.current?.focus({ preventScroll: true }), [at])
  if (item === undefined) return <>{end(() => go(items.length - 1))}</>
  const words = itemText(item, language, names)
  const value = sheet.answers[item.id] ?? null
  return (
    <div className={styles.stage} lang={language}>
      <Track at={at} count={items.length} />
      <ItemLead {...props} item={item} before={items[at - 1]} answers={sheet.answers} />
      <h2 ref={heading} tabIndex={-1} className={styles.question} style={{ outline: 'none' }}>
        {words}
      </h2>
      <AloudHint {...props} item={item} />
      <AnswerItem
        key={item.id}
        instrument={instrument}
        item={item}
        label={words}
        language={language}
        value={value}
        showKeys={props.showKeys ?? props.withKeys}
        onAnswer={(given) => sheet.answer(item.id, given)}
        onPicked={() => goOn.current()}
      />
      {broken !== undefined && <RuleBroken words={readWords(broken.message, language)} />}
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
          disabled={value === null || broken !== undefined}
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
  item,
}: ItemWalkProps & { readonly item: Item }) {
  const hint = item.readAloud === null ? '' : fillNames(readWords(item.readAloud, language), names)
  const choices = listChoices(instrument, item, language)?.choices ?? []
  const spoken = [itemText(item, language, names), hint, ...choices.map(({ label }) => label)]
  return (
    <>
      {hint !== '' && <p className={styles.aloud}>{hint}</p>}
      {item.text !== null && (
        <SpokenPlay
          words={itemWords(instrument, item, language)}
          otherwise={<VoiceButton language={language} words={spoken} handedOver={!withKeys} />}
        />
      )}
    </>
  )
}

/** Why an answer does not fit what was said before, in the questionnaire's own words where it has some. */
export function RuleBroken({ words }: { readonly words: string }) {
  return (
    <p role="alert" className={styles.broken}>
      {words === '' ? text('inquiry:collect.ruleBroken') : words}
    </p>
  )
}

/** Number keys choose, arrows walk; typing into a field stays typing. */
function useKeys(
  { instrument, sheet, language, withKeys }: ItemWalkProps,
  item: Item | undefined,
  step: { readonly on: () => void; readonly back: () => void },
) {
  useEffect(() => {
    if (!withKeys) return undefined
    const pressed = (event: KeyboardEvent) => {
      const { target } = event
      const typing =
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && !/^(radio|checkbox)$/.test(target.type))
      if (typing || item === undefined || event.ctrlKey || event.altKey || event.metaKey) return
      const choices = listChoices(instrument, item, language)?.choices ?? []
      const chosen = choices.find(({ value }) => String(value) === event.key)
      if (chosen !== undefined) {
        const isSeveral = item.response.kind === 'multi'
        const before = sheet.answers[item.id] ?? null
        sheet.answer(item.id, isSeveral ? toggleChosen(before, chosen.value) : chosen.value)
        if (!isSeveral) step.on()
      } else if (event.key === 'PageDown') step.on()
      else if (event.key === 'PageUp' || event.key === 'Backspace') step.back()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}
