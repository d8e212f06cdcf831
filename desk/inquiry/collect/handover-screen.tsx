import { Button } from '@mantine/core'
import { useState } from 'react'
import { keepAskedAnswers, listAskedItems } from '../../../core/inquiry/asked-items.ts'
import { holdsCondition } from '../../../core/inquiry/holds-condition.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import { fillNames, readWords } from '../../../core/inquiry/words.ts'
import { text, VoiceButton } from '../../kit/index.ts'
import { HandedOver, QuietButton } from '../../sync/index.ts'
import type { HomeNames } from '../words.ts'
import { AssentPage, StopPage } from './assent-page.tsx'
import styles from './collect.module.css'
import { Friendly } from './friendly.tsx'
import { ItemWalk } from './item-walk.tsx'
import { SheetTrouble } from './sheet-end.tsx'
import type { OpenSheet } from './use-sheet.ts'

export interface HandoverScreenProps {
  readonly instrument: Instrument
  readonly sheet: OpenSheet
  readonly language: WordLanguage
  readonly names: HomeNames
  /** A child is asked before the first question whether it wants to answer (INQ-16). */
  readonly asksAssent: boolean
  /** The worker has the device back. */
  readonly onLeave: () => void
}

/** The device in somebody else's hands: this questionnaire and nothing else until the PIN is entered. */
export function HandoverScreen(props: HandoverScreenProps) {
  const [step, setStep] = useState<Step>(() =>
    props.asksAssent && props.sheet.record?.assent !== 'given' ? 'assent' : 'hello',
  )
  const mayStop = props.asksAssent && step === 'items'
  return (
    <HandedOver
      language={props.language}
      onLeave={props.onLeave}
      ways={
        mayStop && (
          <QuietButton onClick={() => setStep('stop')}>{text('inquiry:assent.stop')}</QuietButton>
        )
      }
    >
      <Stage {...props} step={step} setStep={setStep} />
    </HandedOver>
  )
}

type Step = 'assent' | 'hello' | 'items' | 'stop' | 'declined' | 'thanks'

function Stage({
  step,
  setStep,
  ...props
}: HandoverScreenProps & { readonly step: Step; readonly setStep: (step: Step) => void }) {
  const { instrument, sheet, language, names } = props
  const finish = async () => {
    if (await sheet.submit()) setStep('thanks')
  }
  switch (step) {
    case 'assent':
      return (
        <AssentPage
          sheet={sheet}
          language={language}
          names={names}
          handedOver
          onDecided={(answer) => setStep(answer === 'given' ? 'hello' : 'declined')}
        />
      )
    case 'hello':
      return <Hello {...props} onStart={() => setStep('items')} />
    case 'items':
      return (
        <ItemWalk
          instrument={instrument}
          sheet={sheet}
          language={language}
          names={names}
          withKeys={false}
          {...firstOpen(props)}
          end={(back) => <LastPage {...props} onBack={back} onFinish={() => void finish()} />}
        />
      )
    case 'stop':
      return (
        <StopPage
          sheet={sheet}
          onStopped={() => setStep('declined')}
          onBack={() => setStep('items')}
        />
      )
    case 'declined':
      return (
        <Friendly title={text('inquiry:assent.fine')} words={text('inquiry:assent.fineWords')} />
      )
    case 'thanks':
      return (
        <Friendly
          title={text('inquiry:handover.thanks')}
          words={text('inquiry:handover.giveBack')}
        />
      )
  }
}

function firstOpen({ instrument, sheet }: HandoverScreenProps): { readonly startAt?: string } {
  const open = listAskedItems(instrument, sheet.answers).find(
    ({ id }) => (sheet.answers[id] ?? null) === null && !sheet.skipped.includes(id),
  )
  return open === undefined ? {} : { startAt: open.id }
}

function Hello({
  instrument,
  language,
  names,
  onStart,
}: HandoverScreenProps & { onStart: () => void }) {
  const own = fillNames(readWords(instrument.instructions, language), names)
  const words = own === '' ? text('inquiry:handover.noWrong') : own
  return (
    <Friendly title={text('inquiry:handover.hello')} words={words}>
      <VoiceButton language={language} words={[text('inquiry:handover.hello'), words]} handedOver />
      <Button size="lg" onClick={onStart}>
        {text('inquiry:handover.start')}
      </Button>
    </Friendly>
  )
}

function LastPage({
  instrument,
  sheet,
  language,
  names,
  onBack,
  onFinish,
}: HandoverScreenProps & { readonly onBack: () => void; readonly onFinish: () => void }) {
  const kept = keepAskedAnswers(instrument, sheet.answers)
  const closing = instrument.closing.filter(
    ({ showIf }) => showIf === null || holdsCondition(showIf, kept),
  )
  return (
    <Friendly title={text('inquiry:handover.last')} words={text('inquiry:handover.lastHint')}>
      {closing.map(({ id, text: words }) => (
        <p key={id}>{fillNames(readWords(words, language), names)}</p>
      ))}
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
