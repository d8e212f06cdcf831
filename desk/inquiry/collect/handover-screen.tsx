import { Button, PasswordInput, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { fillNames, readWords } from '../../../core/inquiry/words.ts'
import { DoingNote, Form, text, useDoing } from '../../kit/index.ts'
import type { HomeNames } from '../words.ts'
import styles from './collect.module.css'
import { ItemWalk } from './item-walk.tsx'
import { useLockedPlace, useOwnPin } from './lock-screen.ts'
import { SheetTrouble } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

export interface HandoverScreenProps {
  readonly instrument: Instrument
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  /** The worker has the device back. */
  readonly onLeave: () => void
}

/** The device in somebody else's hands: this questionnaire and nothing else until the PIN is entered. */
export function HandoverScreen(props: HandoverScreenProps) {
  const place = useLockedPlace()
  const [leaving, setLeaving] = useState(false)
  const [step, setStep] = useState<'hello' | 'items' | 'thanks'>('hello')
  if (place === null) return null
  const finish = async () => {
    if (await props.sheet.submit()) setStep('thanks')
  }
  return createPortal(
    <main className={styles.handover} lang={props.language}>
      <div>
        {leaving ? (
          <Leave onBack={() => setLeaving(false)} onLeave={props.onLeave} />
        ) : step === 'hello' ? (
          <Hello {...props} onStart={() => setStep('items')} />
        ) : step === 'thanks' ? (
          <Friendly
            title={text('inquiry:handover.thanks')}
            words={text('inquiry:handover.giveBack')}
          />
        ) : (
          <ItemWalk
            instrument={props.instrument}
            sheet={props.sheet}
            language={props.language}
            names={props.names}
            withKeys={false}
            start={firstOpen(props)}
            end={(back) => <LastPage {...props} onBack={back} onFinish={() => void finish()} />}
          />
        )}
      </div>
      {!leaving && (
        <button type="button" className={styles.leave} onClick={() => setLeaving(true)}>
          {text('inquiry:handover.leave')}
        </button>
      )}
    </main>,
    place,
  )
}

function firstOpen({ instrument, sheet }: HandoverScreenProps): number {
  const at = instrument.items.findIndex(
    ({ id }) => (sheet.answers[id] ?? null) === null && !sheet.skipped.includes(id),
  )
  return Math.max(0, at)
}

function Hello({
  instrument,
  language,
  names,
  onStart,
}: HandoverScreenProps & { onStart: () => void }) {
  const words = fillNames(readWords(instrument.instructions, language), names)
  return (
    <Friendly
      title={text('inquiry:handover.hello')}
      words={words === '' ? text('inquiry:handover.noWrong') : words}
    >
      <Button size="lg" onClick={onStart}>
        {text('inquiry:handover.start')}
      </Button>
    </Friendly>
  )
}

function LastPage({
  sheet,
  onBack,
  onFinish,
}: HandoverScreenProps & { readonly onBack: () => void; readonly onFinish: () => void }) {
  return (
    <Friendly title={text('inquiry:handover.last')} words={text('inquiry:handover.lastHint')}>
      <SheetTrouble sheet={sheet} />
      <div className={styles.walk}>
        <Button variant="default" size="lg" onClick={onBack}>
          {text('inquiry:collect.previous')}
        </Button>
        <Button size="lg" onClick={onFinish}>
          {text('inquiry:handover.finish')}
        </Button>
      </div>
    </Friendly>
  )
}

function Friendly({
  title,
  words,
  children,
}: {
  readonly title: string
  readonly words: string
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.friendly}>
      <svg aria-hidden="true" className={styles.sky} viewBox="0 0 420 120">
        <path d="M330 12 372 44 330 86 300 44z" fill="#a9332a" />
        <path d="M330 12v74M300 44h72" stroke="#fdf0ee" strokeWidth={2} fill="none" />
        <path
          d="M330 86C310 112 262 78 214 96S96 120 20 104"
          stroke="#857868"
          strokeWidth={2}
          fill="none"
        />
      </svg>
      <h1 className={styles.question}>{title}</h1>
      <Text size="lg">{words}</Text>
      {children}
    </div>
  )
}

function Leave({ onBack, onLeave }: { readonly onBack: () => void; readonly onLeave: () => void }) {
  const doing = useDoing()
  const checkPin = useOwnPin()
  const [pin, setPin] = useState('')
  const submit = async () => {
    if (
      (await doing.run(() =>
        checkPin(pin).then((found) => (found.ok ? { ok: true, value: true } : found)),
      )) === true
    )
      onLeave()
    else setPin('')
  }
  return (
    <div className={styles.stage}>
      <h1 className={styles.question}>{text('inquiry:handover.pinTitle')}</h1>
      <Form onSubmit={() => void submit()}>
        <PasswordInput
          label={text('access:pin.label')}
          required
          autoComplete="off"
          autoFocus
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <div className={styles.walk}>
          <Button variant="default" onClick={onBack}>
            {text('inquiry:handover.goOn')}
          </Button>
          <Button type="submit" loading={doing.busy}>
            {text('inquiry:handover.takeBack')}
          </Button>
        </div>
      </Form>
    </div>
  )
}
