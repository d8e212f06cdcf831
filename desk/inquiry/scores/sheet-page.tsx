import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import {
  ConflictMark,
  DoingNote,
  EmptyState,
  Facts,
  Form,
  formatDay,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { useAct, useMay, useReadLog, useRecord } from '../../sync/index.ts'
import { useInstrument } from '../instruments/use-instruments.ts'
import { aboutText, callText, nameText } from '../waves/line-text.ts'
import {
  answerPath,
  type InstrumentRecord,
  type SheetRecord,
  usePeople,
} from '../waves/use-wave.ts'
import { titleOf } from '../words.ts'
import { SheetAnswers } from './sheet-answers.tsx'
import { SheetScores } from './sheet-scores.tsx'

/** One sheet: what was answered, and every score with how it was made. */
export function SheetPage() {
  const { sheetId } = useParams()
  const sheet = useRecord(answerSheet, sheetId)
  const its = useInstrument(sheet?.instrumentId)
  useReadLog('family', sheet?.familyId, 'answers')
  const itsWave = useRecord(wave, sheet?.waveId)
  if (sheet === null || its === null)
    return (
      <Page
        title={text('inquiry:sheet.title')}
        back={{ to: '/inquiry', label: text('inquiry:waves.title') }}
      >
        <EmptyState title={text('inquiry:collect.missing')} />
      </Page>
    )
  return (
    <Page
      title={titleOf(its)}
      back={{
        to: `/inquiry/waves/${sheet.waveId}`,
        label: itsWave?.title ?? text('inquiry:waves.title'),
      }}
      marks={
        <>
          <UnsentMark record={sheet} />
          <ConflictMark kind={answerSheet} record={sheet} />
        </>
      }
    >
      <SheetFacts sheet={sheet} />
      <SheetScores instrument={its} sheet={sheet} />
      <Answers instrument={its} sheet={sheet} />
      <SheetActions sheet={sheet} />
    </Page>
  )
}

function Answers({
  instrument: its,
  sheet,
}: {
  readonly instrument: InstrumentRecord
  readonly sheet: SheetRecord
}) {
  const people = usePeople()
  const call = callText(people, sheet.pairId)
  const names = {
    child: nameText(people, sheet.childId),
    ...(call === null ? {} : { parent: call }),
  }
  return <SheetAnswers instrument={its} sheet={sheet} names={names} />
}

function SheetFacts({ sheet }: { readonly sheet: SheetRecord }) {
  const people = usePeople()
  return (
    <Section title={text('inquiry:sheet.title')}>
      <Facts
        rows={[
          { label: text('inquiry:line.respondent'), value: nameText(people, sheet.respondentId) },
          { label: text('inquiry:line.about'), value: aboutText(people, sheet) },
          { label: text('inquiry:line.state'), value: text(`inquiry:sheetState.${sheet.state}`) },
          { label: text('inquiry:sheet.mode'), value: text(`inquiry:sheetMode.${sheet.mode}`) },
          {
            label: text('inquiry:sheet.answeredOn'),
            value: formatDay(sheet.answeredOn ?? sheet.submittedOn),
          },
          ...(sheet.setAsideReason === ''
            ? []
            : [{ label: text('inquiry:sheet.reason'), value: sheet.setAsideReason }]),
        ]}
      />
    </Section>
  )
}

function SheetActions({ sheet }: { readonly sheet: SheetRecord }) {
  const act = useAct()
  const doing = useDoing()
  const mayAct = useMay('answerSheet', 'setAside', `family:${sheet.familyId}`, sheet.id)
  const [reason, setReason] = useState('')
  if (!mayAct) return null
  const setAside = () =>
    void doing.run(() =>
      act({
        kind: answerSheet,
        recordId: sheet.id,
        verb: 'setAside',
        input: { reason },
        fields: {},
      }),
    )
  return (
    <Section title={text('inquiry:sheet.correct')} hint={text('inquiry:sheet.correctHint')}>
      {sheet.state !== 'submitted' && (
        <Group>
          <Button component={Link} to={answerPath(sheet)}>
            {text('inquiry:sheet.goOn')}
          </Button>
        </Group>
      )}
      {sheet.state !== 'setAside' && sheet.state !== 'declined' && (
        <Form onSubmit={setAside}>
          <TextInput
            label={text('inquiry:sheet.reason')}
            required
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group>
            <Button type="submit" variant="default" loading={doing.busy}>
              {text('inquiry:sheet.setAside')}
            </Button>
            <Text size="sm" c="gray.7">
              {text('inquiry:sheet.setAsideHint')}
            </Text>
          </Group>
        </Form>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}
