import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { answerSheet, answerSheetIdOf } from '../../../core/inquiry/answer-sheet.ts'
import type { Answer } from '../../../core/inquiry/check-answers.ts'
import { draftAnswerSheet, type SheetPlace } from '../../../core/inquiry/draft-answer-sheet.ts'
import {
  type FamilyPaper,
  familyPaperEntry,
  familyPaperEntryIdOf,
  isOfPaper,
  readFamilyPaper,
  settleFamilyPaper,
} from '../../../core/inquiry/paper/family-paper-entry.ts'
import { readSheetProgress } from '../../../core/inquiry/sheet-progress.ts'
import type { WordLanguage } from '../../../core/inquiry/words.ts'
import {
  DateField,
  DoingNote,
  RefusalNote,
  Section,
  text,
  TroubleNote,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useActor, useMay, useRecord, useRecords, useToday } from '../../sync/index.ts'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import type { HomeNames } from '../words.ts'
import { PaperGrid } from './paper-grid.tsx'
import { Differences } from './sheet-differences.tsx'
import { useTyping } from './use-typing.ts'

export interface FamilyTypingProps {
  readonly place: SheetPlace
  readonly adultId: string | null
  readonly instrument: InstrumentRecord
  readonly language: WordLanguage
  readonly names: HomeNames
  readonly onDone: () => void
}

/** Has anybody begun to type this paper for a second look? */
export function useIsTypedTwice(place: SheetPlace): boolean {
  const entries = useRecords(familyPaperEntry, { waveId: place.waveId })
  return entries.some((one) => isOfPaper(one, place))
}

/** The paper of a known person, typed by two people who do not see each other's answers (INQ-25). */
export function FamilyTyping(props: FamilyTypingProps) {
  const { place, instrument } = props
  const { staffId } = useActor()
  const entries = useRecords(familyPaperEntry, { waveId: place.waveId })
  const paper = readFamilyPaper(instrument, entries, place, staffId)
  const title = text('inquiry:paper.twice')
  if (paper.state === 'mine')
    return (
      <Section title={title} hint={text('inquiry:paper.keys')}>
        <OwnReading {...props} />
      </Section>
    )
  return (
    <Section title={title} hint={text('inquiry:paper.blindFamily')}>
      {paper.state === 'second' ? (
        <WaitForSecond {...props} />
      ) : (
        <TakeBoth {...props} paper={paper} />
      )}
    </Section>
  )
}

function useOwnTyping({ place }: FamilyTypingProps) {
  const { staffId } = useActor()
  const id = familyPaperEntryIdOf({ ...place, typistId: staffId })
  const own = useRecord(familyPaperEntry, id)
  const [answeredOn, setAnsweredOn] = useState<string | null>(null)
  const typing = useTyping(familyPaperEntry, id, { ...place, typistId: staffId, answeredOn })
  return { own, typing, answeredOn, setAnsweredOn }
}

function OwnReading(props: FamilyTypingProps) {
  const { instrument, language, names } = props
  const today = useToday()
  const { own, typing, answeredOn, setAnsweredOn } = useOwnTyping(props)
  const answers = { ...own?.answers, ...typing.mine }
  const { answered, itemCount, open } = readSheetProgress(instrument, { answers, skipped: [] })
  return (
    <>
      <Text>{text('inquiry:paper.blindFamily')}</Text>
      {own === null && (
        <Group>
          <DateField
            label={text('inquiry:sheet.answeredOn')}
            max={today}
            value={answeredOn}
            onChange={setAnsweredOn}
          />
        </Group>
      )}
      <PaperGrid
        instrument={instrument}
        answers={answers}
        language={language}
        names={names}
        onAnswer={typing.answer}
      />
      {typing.refusal !== null && <RefusalNote refusal={typing.refusal} />}
      {typing.trouble !== null && <TroubleNote trouble={typing.trouble} />}
      <Text fw={600} role="status">
        {text('inquiry:collect.answered', { answered, all: itemCount })}
        {open.length > 0 &&
          ` · ${text('inquiry:collect.open', { numbers: open.map(({ number }) => number).join(', ') })}`}
      </Text>
      <div>
        <Button disabled={answered === 0} onClick={() => void typing.act('finish')}>
          {text('inquiry:paper.finish')}
        </Button>
      </div>
    </>
  )
}

function WaitForSecond(props: FamilyTypingProps) {
  const { typing } = useOwnTyping(props)
  return (
    <>
      <Text>{text('inquiry:paper.waitsForSecond')}</Text>
      {typing.refusal !== null && <RefusalNote refusal={typing.refusal} />}
      <div>
        <Button variant="default" onClick={() => void typing.act('reopen')}>
          {text('inquiry:paper.reopen')}
        </Button>
      </div>
    </>
  )
}

function TakeBoth({
  place,
  adultId,
  instrument,
  paper,
  onDone,
}: FamilyTypingProps & { readonly paper: FamilyPaper }) {
  const act = useAct()
  const doing = useDoing()
  const may = useMay('answerSheet', 'create', `family:${place.familyId}`)
  const recordId = answerSheetIdOf(place)
  const there = useRecord(answerSheet, recordId)
  const take = async (decided: Readonly<Record<string, Answer>>) => {
    const answers = settleFamilyPaper(paper, decided)
    if (answers === null) return
    const answeredOn = paper.readings.find((one) => one.answeredOn !== null)?.answeredOn ?? null
    const start = { mode: 'paper', language: 'zh-CN', answeredOn } as const
    const blank = draftAnswerSheet(place, adultId, start).fields
    const draft = { kind: answerSheet, recordId, input: {} }
    const written =
      there === null
        ? { ...draft, verb: 'create', fields: { ...blank, answers } }
        : { ...draft, verb: 'edit', fields: { mode: 'paper', answeredOn, answers } }
    const taken = await doing.run(() => act([written, { ...draft, verb: 'submit', fields: {} }]))
    if (taken !== null) onDone()
  }
  return (
    <>
      <Text>
        {text(`inquiry:paper.twiceState.${paper.state === 'agree' ? 'agree' : 'differ'}`)}
      </Text>
      {paper.state === 'agree' ? (
        <div>
          <Button disabled={!may} loading={doing.busy} onClick={() => void take({})}>
            {text('inquiry:paper.takeFamily')}
          </Button>
        </div>
      ) : (
        <Differences
          differences={paper.differences}
          instrument={instrument}
          mayTake={may && !doing.busy}
          onTake={(decided) => void take(decided)}
        />
      )}
      <DoingNote doing={doing} />
    </>
  )
}
