import { Anchor, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { paperEntry } from '../../../core/inquiry/paper/paper-entry.ts'
import {
  mostSheets,
  numberOfSheet,
  readSheetCode,
  sheetCodeOf,
  showSheetCode,
} from '../../../core/inquiry/paper/sheet-code.ts'
import { DateField, EmptyState, Facts, Form, Page, Section, text } from '../../kit/index.ts'
import { useActor, useRecords, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { titleOf } from '../words.ts'
import { TypingSheet } from './typing-sheet.tsx'
import { usePaperSurvey, type PaperSurvey } from './use-paper.ts'

/** Typing in a survey on paper: the number of a sheet, its answers, the next sheet. */
export function TypingPage() {
  const { waveId } = useParams()
  const survey = usePaperSurvey(waveId)
  const back = { to: `/inquiry/waves/${waveId ?? ''}`, label: survey?.wave.title ?? '' }
  const title = text('inquiry:paper.typing')
  return (
    <Page title={title} back={back}>
      {survey === null || survey.instruments.length === 0 ? (
        <EmptyState title={text('inquiry:paper.noSurvey')} />
      ) : (
        <Typing survey={survey} />
      )}
    </Page>
  )
}

function Typing({ survey: { wave, instruments } }: { readonly survey: PaperSurvey }) {
  const { staffId } = useActor()
  const own = useRecords(paperEntry, { waveId: wave.id, typistId: staffId })
  const [instrumentId, setInstrumentId] = useState(instruments[0]?.id ?? '')
  const [group, setGroup] = useState('')
  const [answeredOn, setAnsweredOn] = useState<string | null>(null)
  const today = useToday()
  const [code, setCode] = useState<string | null>(null)
  const [hint, setHint] = useState('')
  const instrument = instruments.find(({ id }) => id === instrumentId) ?? instruments[0]
  const finished = own.filter(({ state }) => state === 'done').length
  const close = (next: string) => {
    setHint(next)
    setCode(null)
  }
  if (instrument === undefined) return null
  return (
    <>
      <Facts
        rows={[
          { label: text('inquiry:line.instrument'), value: titleOf(instrument) },
          { label: text('inquiry:paper.typedByMe'), value: String(finished) },
        ]}
      />
      {code === null ? (
        <Section title={text('inquiry:paper.whichSheet')} hint={text('inquiry:paper.blind')}>
          <div className={styles.fields}>
            {instruments.length > 1 && (
              <NativeSelect
                label={text('inquiry:line.instrument')}
                value={instrumentId}
                data={instruments.map((one) => ({ value: one.id, label: titleOf(one) }))}
                onChange={(event) => setInstrumentId(event.currentTarget.value)}
              />
            )}
            <TextInput
              label={text('inquiry:paper.group')}
              description={text('inquiry:paper.groupHint')}
              maxLength={80}
              value={group}
              onChange={(event) => setGroup(event.currentTarget.value)}
            />
            <DateField
              label={text('inquiry:sheet.answeredOn')}
              max={today}
              value={answeredOn}
              onChange={setAnsweredOn}
            />
          </div>
          <CodeForm key={hint} hint={hint} onCode={setCode} />
          <Own
            codes={own.filter(({ state }) => state === 'typing').map(({ sheetCode }) => sheetCode)}
            onCode={setCode}
          />
        </Section>
      ) : (
        <TypingSheet
          key={code}
          wave={wave}
          instrument={instrument}
          code={code}
          group={group}
          answeredOn={answeredOn}
          onFinished={() => close(nextCode(code))}
          onLater={() => close('')}
        />
      )}
      <div>
        <Anchor component={Link} to={`/inquiry/waves/${wave.id}/compare`}>
          {text('inquiry:paper.compare')}
        </Anchor>
      </div>
    </>
  )
}

function nextCode(code: string): string {
  const number = numberOfSheet(code)
  return number === 0 || number === mostSheets ? '' : sheetCodeOf(number + 1)
}

/** By the keyboard or a scanner, which types the number and Enter. */
function CodeForm({
  hint,
  onCode,
}: {
  readonly hint: string
  readonly onCode: (code: string) => void
}) {
  const [typed, setTyped] = useState(hint === '' ? '' : showSheetCode(hint))
  const [wrong, setWrong] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const open = () => {
    const code = readSheetCode(typed)
    setWrong(code === null)
    if (code === null) field.current?.select()
    else onCode(code)
  }
  return (
    <Form onSubmit={open}>
      <Group align="flex-end">
        <TextInput
          ref={field}
          autoFocus
          label={text('inquiry:paper.code')}
          description={text('inquiry:paper.codeHint')}
          inputMode="numeric"
          autoComplete="off"
          error={wrong ? text('inquiry:paper.codeWrong') : null}
          value={typed}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{text('inquiry:paper.open')}</Button>
      </Group>
    </Form>
  )
}

/** Sheets that I began and did not finish. */
function Own({
  codes,
  onCode,
}: {
  readonly codes: readonly string[]
  readonly onCode: (code: string) => void
}) {
  if (codes.length === 0) return null
  return (
    <Group gap="xs">
      <Text>{text('inquiry:paper.unfinished')}</Text>
      {codes.map((code) => (
        <Button key={code} variant="default" size="compact-md" onClick={() => onCode(code)}>
          {showSheetCode(code)}
        </Button>
      ))}
    </Group>
  )
}
