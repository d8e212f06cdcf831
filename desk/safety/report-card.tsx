import {
  Button,
  Card,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { concern } from '../../core/safety/concern.ts'
import {
  authorities,
  concernReport,
  type ConcernReport,
  waitsForAnswer,
} from '../../core/safety/concern-report.ts'
import {
  agencyClock,
  ConflictMark,
  DateField,
  type Doing,
  DoingNote,
  formatDay,
  formatTime,
  SegmentedChoice,
  text,
  UnsentMark,
  useDoing,
} from '../kit/index.ts'
import { KeptText, type LocalRecord, useAct, useToday } from '../sync/index.ts'
import styles from './safety.module.css'

type Report = LocalRecord<ConcernReport>

function useEditReport(report: Report) {
  const act = useAct()
  return (fields: Partial<ConcernReport>, was?: Partial<ConcernReport>) =>
    act({
      ...{ kind: concernReport, recordId: report.id, verb: 'edit', input: {} },
      fields: fieldsAsJson(fields),
      ...(was === undefined ? {} : { base: fieldsAsJson(was) }),
    })
}

const lines = ['agency', 'person', 'phone', 'receiptNo'] as const

/** One report to one authority. */
export function ReportCard({
  its,
  report,
  no,
}: {
  readonly its: LocalRecord<Concern>
  readonly report: Report
  readonly no: number
}) {
  const edit = useEditReport(report)
  const doing = useDoing()
  const closed = its.state === 'closed'
  return (
    <Card withBorder bg="white">
      <Group justify="space-between">
        <Title order={3} size="h5">
          {text('safety:report.no', { no })}
        </Title>
        <Group gap="xs">
          <UnsentMark record={report} />
          <ConflictMark kind={concernReport} record={report} />
        </Group>
      </Group>
      <Group grow preventGrowOverflow={false} align="flex-start">
        <NativeSelect
          label={text('safety:fields.to')}
          value={report.to}
          disabled={closed}
          data={authorities.map((value) => ({ value, label: text(`safety:authority.${value}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const to = authorities.find((one) => one === value)
            if (to !== undefined) void doing.run(() => edit({ to }))
          }}
        />
        <Stack gap={0}>
          <Text size="sm" fw={500}>
            {text('safety:fields.reportedAt')}
          </Text>
          <Text>{formatTime(report.reportedAt)}</Text>
          <Text size="xs" c="gray.7">
            {text('safety:report.timeStays')}
          </Text>
        </Stack>
        {lines.map((field) => (
          <KeptText
            key={field}
            name={`concernReport:${report.id}:${field}`}
            label={text(`safety:fields.${field}`)}
            value={report[field]}
            maxLength={field === 'phone' ? 60 : 200}
            minRows={1}
            readOnly={closed}
            onSave={(words, was) => edit({ [field]: words }, { [field]: was })}
          />
        ))}
      </Group>
      <Stack gap="sm" mt="sm">
        <Told report={report} closed={closed} doing={doing} />
        <DoingNote doing={doing} />
        <AnswerPart its={its} report={report} />
      </Stack>
    </Card>
  )
}

function SupervisorTold({
  at,
  report,
  closed,
  doing,
}: {
  readonly at: string
  readonly report: Report
  readonly closed: boolean
  readonly doing: Doing
}) {
  const edit = useEditReport(report)
  return (
    <TextInput
      type="datetime-local"
      label={text('safety:fields.supervisorToldAt')}
      disabled={closed}
      defaultValue={agencyClock().minuteAt(at)}
      onBlur={({ currentTarget: { value } }) => {
        if (value === '' || value === agencyClock().minuteAt(at)) return
        void doing.run(() => edit({ supervisorToldAt: agencyClock().instantAt(value) }))
      }}
    />
  )
}

function Told({
  report,
  closed,
  doing,
}: {
  readonly report: Report
  readonly closed: boolean
  readonly doing: Doing
}) {
  const edit = useEditReport(report)
  return (
    <>
      <Group align="flex-end">
        {report.supervisorToldAt === null ? (
          <Button
            variant="default"
            disabled={closed}
            onClick={() =>
              void doing.run(() => edit({ supervisorToldAt: new Date().toISOString() }))
            }
          >
            {text('safety:report.supervisorTold')}
          </Button>
        ) : (
          <SupervisorTold
            at={report.supervisorToldAt}
            report={report}
            closed={closed}
            doing={doing}
          />
        )}
      </Group>
      <SegmentedChoice
        label={text('safety:fields.guardianTold')}
        hint={text('safety:report.guardianHint')}
        options={(['yes', 'no'] as const).map((value) => ({
          value,
          label: text(`safety:told.${value}`),
        }))}
        value={report.guardianTold}
        disabled={closed}
        onChange={(guardianTold) => void doing.run(() => edit({ guardianTold }))}
      />
      <KeptText
        name={`concernReport:${report.id}:guardianReason`}
        label={text('safety:fields.guardianReason')}
        value={report.guardianReason}
        maxLength={1000}
        minRows={1}
        readOnly={closed}
        onSave={(guardianReason, was) => edit({ guardianReason }, { guardianReason: was })}
      />
    </>
  )
}

/** Asked again and again until the answer is written down. */
function AnswerPart({
  its,
  report,
}: {
  readonly its: LocalRecord<Concern>
  readonly report: Report
}) {
  const edit = useEditReport(report)
  const act = useAct()
  const today = useToday()
  const doing = useDoing()
  const [answer, setAnswer] = useState('')
  const closed = its.state === 'closed'
  const asked = Object.entries(report.followUps).sort(([left], [right]) =>
    left.localeCompare(right),
  )
  const saveAnswer = () =>
    doing.run(() =>
      act([
        {
          ...{ kind: concernReport, recordId: report.id, verb: 'edit', input: {} },
          fields: { answer: answer.trim(), answeredOn: today },
        },
        {
          ...{ kind: concern, recordId: its.id, verb: 'followUp', fields: {} },
          input: { answer: answer.trim() },
        },
      ]),
    )
  return (
    <>
      {asked.map(([at, words]) => (
        <Text key={at} className={styles.words}>
          <span className={styles.quiet}>{formatTime(at)}</span> {words}
        </Text>
      ))}
      {report.answer !== '' && (
        <Text className={styles.words}>
          <strong>{text('safety:fields.answer')}</strong> {formatDay(report.answeredOn)} ·{' '}
          {report.answer}
        </Text>
      )}
      {report.noAnswer !== '' && (
        <Text className={styles.words}>
          <strong>{text('safety:report.noAnswer')}</strong> {report.noAnswer}
        </Text>
      )}
      {!closed && waitsForAnswer(report) && (
        <>
          <KeptText
            key={asked.length}
            name={`concernReport:${report.id}:followUp`}
            label={text('safety:report.asked')}
            hint={text('safety:report.askedHint')}
            value=""
            maxLength={2000}
            minRows={1}
            onSave={(words) =>
              edit({ followUps: { ...report.followUps, [new Date().toISOString()]: words } })
            }
          />
          <DateField
            label={text('safety:fields.nextAskOn')}
            value={report.nextAskOn}
            min={today}
            onChange={(nextAskOn) => void doing.run(() => edit({ nextAskOn }))}
          />
          <Textarea
            label={text('safety:report.answer')}
            description={text('safety:report.answerHint')}
            autosize
            maxLength={2000}
            value={answer}
            onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
          />
          <Group mt="xs">
            <Button
              variant="default"
              disabled={answer.trim() === ''}
              onClick={() => void saveAnswer().catch(reportError)}
            >
              {text('safety:report.saveAnswer')}
            </Button>
          </Group>
          <KeptText
            name={`concernReport:${report.id}:noAnswer`}
            label={text('safety:report.noAnswer')}
            hint={text('safety:report.noAnswerHint')}
            value=""
            maxLength={1000}
            minRows={1}
            onSave={(noAnswer) => edit({ noAnswer })}
          />
        </>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
