import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { findBrokenRules } from '../../../core/inquiry/find-broken-rules.ts'
import { paperEntry } from '../../../core/inquiry/paper/paper-entry.ts'
import { showSheetCode } from '../../../core/inquiry/paper/sheet-code.ts'
import { readSheetProgress } from '../../../core/inquiry/sheet-progress.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import {
  announce,
  currentLanguage,
  RefusalNote,
  Section,
  text,
  TroubleNote,
} from '../../kit/index.ts'
import { useActor } from '../../sync/index.ts'
import type { InstrumentRecord, WaveRecord } from '../waves/use-wave.ts'
import { PaperGrid } from './paper-grid.tsx'
import { useOwnEntry } from './use-paper.ts'
import { useTyping } from './use-typing.ts'

interface TypingSheetProps {
  readonly wave: WaveRecord
  readonly instrument: InstrumentRecord
  readonly code: string
  readonly group: string
  readonly answeredOn: string | null
  readonly onFinished: () => void
  readonly onLater: () => void
}

/** One sheet of paper under the fingers. Each answer is on this device's disk as soon as it is typed. */
export function TypingSheet(props: TypingSheetProps) {
  const { instrument, code, onFinished, onLater } = props
  const entry = useOwnEntry(props.wave.id, instrument.id, code)
  const { staffId } = useActor()
  const typing = useTyping(paperEntry, entry.id, {
    waveId: props.wave.id,
    instrumentId: instrument.id,
    sheetCode: code,
    typistId: staffId,
    groupLabel: props.group.trim(),
    answeredOn: props.answeredOn,
  })
  const answers = { ...entry.answers, ...typing.mine }
  const place = useRef<HTMLDivElement>(null)
  const finishButton = useRef<HTMLButtonElement>(null)
  const isDone = entry.state === 'done'
  useEffect(() => {
    place.current?.querySelector('input')?.focus()
  }, [])
  const progress = readSheetProgress(instrument, { answers, skipped: [] })
  const broken = findBrokenRules(instrument, answers)
  const finish = async () => {
    if (await typing.act('finish')) {
      announce({ words: text('inquiry:paper.finished', { code: showSheetCode(code) }) })
      onFinished()
    }
  }
  return (
    <Section
      title={text('inquiry:paper.sheet', { code: showSheetCode(code) })}
      hint={text('inquiry:paper.keys')}
    >
      {isDone ? (
        <Group>
          <Text>{text('inquiry:paper.alreadyDone')}</Text>
          <Button variant="default" onClick={() => void typing.act('reopen')}>
            {text('inquiry:paper.reopen')}
          </Button>
        </Group>
      ) : (
        <div ref={place}>
          <PaperGrid
            instrument={instrument}
            answers={answers}
            language={currentLanguage()}
            names={{}}
            onAnswer={typing.answer}
            onEnd={() => finishButton.current?.focus()}
          />
        </div>
      )}
      {broken.map(({ item, message }) => (
        <Text key={item.id} role="alert" c="kite.8">
          {text('inquiry:paper.broken', {
            number: item.number,
            words: readWords(message, currentLanguage()),
          })}
        </Text>
      ))}
      {typing.refusal !== null && <RefusalNote refusal={typing.refusal} />}
      {typing.trouble !== null && <TroubleNote trouble={typing.trouble} />}
      <Text fw={600} role="status">
        {text('inquiry:collect.answered', {
          answered: progress.answered,
          all: progress.itemCount,
        })}
        {progress.open.length > 0 &&
          ` · ${text('inquiry:collect.open', { numbers: progress.open.map(({ number }) => number).join(', ') })}`}
      </Text>
      <Group>
        {!isDone && (
          <Button ref={finishButton} onClick={() => void finish()}>
            {text('inquiry:paper.finish')}
          </Button>
        )}
        <Button variant="default" onClick={onLater}>
          {text('inquiry:paper.otherSheet')}
        </Button>
      </Group>
    </Section>
  )
}
