import { Button } from '@mantine/core'
import { useState } from 'react'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import {
  type ChildSays,
  type ChildStep,
  nextChildStep,
  stepBack,
} from '../../../core/contact/child-tells.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { currentLanguage, DoingNote, text, useDoing, VoiceButton } from '../../kit/index.ts'
import { HandedOver, newId, QuietButton, useAct } from '../../sync/index.ts'
import type { KnownPair } from '../use-pair-contact.ts'
import styles from './child.module.css'
import { ChildMore } from './child-more.tsx'
import { listAnswers } from './list-answers.tsx'

interface ChildScreenProps {
  readonly familyId: string
  readonly on: string
  readonly pairs: readonly KnownPair[]
  readonly nameOf: (id: string | null) => string
  readonly onLeave: () => void
}

/** One decision per screen, by picture; saved with the third tap, on this device, and can be taken back at once. */
export function ChildScreen(props: ChildScreenProps) {
  const { familyId, on, pairs, nameOf, onLeave } = props
  const act = useAct()
  const doing = useDoing()
  const begin = (): ChildSays | null =>
    pairs.length === 1 && pairs[0] !== undefined ? { adultId: pairs[0].adultId } : null
  const [says, setSays] = useState(begin)
  const [saved, setSaved] = useState<string | null>(null)
  const [more, setMore] = useState<'open' | 'said' | null>(null)
  const language = currentLanguage()
  const step = nextChildStep(says)
  const answer = async (next: ChildSays) => {
    const pair = pairs.find(({ adultId }) => adultId === next.adultId)
    if (nextChildStep(next) !== 'done' || pair === undefined) return setSays(next)
    const { adultId: _, ...told } = next
    const fields = { familyId, pairId: pair.id, on, toldBy: 'child' as const, ...told }
    const id = newId()
    if ((await doing.run(() => act(draftRecord(contactEntry, id, fields)))) === null) return
    setSaved(id)
    setSays(next)
  }
  const again = async (wrong: string | null) => {
    if (wrong !== null)
      await doing.run(() =>
        act({ kind: contactEntry, recordId: wrong, verb: 'remove', input: {}, fields: {} }),
      )
    setSaved(null)
    setMore(null)
    setSays(begin())
  }
  const back = says === null || step === 'done' ? null : stepBack(says)
  const mayGoBack = says !== null && step !== 'done' && (back !== null || pairs.length > 1)
  return (
    <HandedOver
      language={language}
      onLeave={onLeave}
      ways={
        mayGoBack && (
          <QuietButton onClick={() => setSays(back)}>{text('contact:child.back')}</QuietButton>
        )
      }
    >
      {step === 'done' && saved !== null && more === 'open' ? (
        <ChildMore recordId={saved} onDone={() => setMore('said')} />
      ) : step === 'done' ? (
        <Thanks
          onAdd={says?.reached === true && more === null ? () => setMore('open') : null}
          onWrong={() => void again(saved).catch(reportError)}
          onMore={() => void again(null).catch(reportError)}
        />
      ) : (
        <Question
          key={step}
          step={step}
          says={says}
          pairs={pairs}
          nameOf={nameOf}
          onAnswer={(next) => void answer(next).catch(reportError)}
        />
      )}
      <DoingNote doing={doing} />
    </HandedOver>
  )
}

function Question({
  step,
  says,
  pairs,
  nameOf,
  onAnswer,
}: Pick<ChildScreenProps, 'pairs' | 'nameOf'> & {
  readonly step: Exclude<ChildStep, 'done'>
  readonly says: ChildSays | null
  readonly onAnswer: (next: ChildSays) => void
}) {
  const { question, answers } = listAnswers(step, says, pairs, nameOf)
  return (
    <div className={styles.stage}>
      <h1 className={styles.question}>{question}</h1>
      <VoiceButton
        language={currentLanguage()}
        words={[question, ...answers.map(({ words }) => words)]}
        handedOver
      />
      <div className={styles.answers}>
        {answers.map(({ key, picture, words, says: next }) => (
          <button key={key} type="button" className={styles.answer} onClick={() => onAnswer(next)}>
            {picture}
            <span>{words}</span>
          </button>
        ))}
      </div>
    </div>
  )
}

function Thanks({
  onAdd,
  onWrong,
  onMore,
}: {
  /** Null where there is nothing to add, or it was added. */
  readonly onAdd: (() => void) | null
  readonly onWrong: () => void
  readonly onMore: () => void
}) {
  return (
    <div className={styles.stage}>
      <h1 className={styles.question}>{text('contact:child.saved')}</h1>
      <p>{text('contact:child.giveBack')}</p>
      <div className={styles.ways}>
        {onAdd !== null && (
          <Button size="lg" variant="default" onClick={onAdd}>
            {text('contact:child.moreOpen')}
          </Button>
        )}
        <Button size="lg" variant="default" onClick={onMore}>
          {text('contact:child.more')}
        </Button>
        <Button size="lg" variant="default" onClick={onWrong}>
          {text('contact:child.wrong')}
        </Button>
      </div>
    </div>
  )
}
