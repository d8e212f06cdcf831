import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReport } from '../../core/safety/concern-report.ts'
import { draftRecord } from '../../core/sync/draft-record.ts'
import { agencyClock, DoingNote, Section, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, newId, useAct, useRecords } from '../sync/index.ts'
import { ReportCard } from './report-card.tsx'

/** To whom it was reported, with receipt, and what they answered (form-F27). Waits for nobody. */
export function ReportSection({ its }: { readonly its: LocalRecord<Concern> }) {
  const act = useAct()
  const doing = useDoing()
  const reports = useRecords(concernReport, { concernId: its.id }).toSorted((left, right) =>
    left.reportedAt.localeCompare(right.reportedAt),
  )
  const [earlier, setEarlier] = useState('')
  const add = () => {
    const at = earlier === '' ? new Date().toISOString() : agencyClock().instantAt(earlier)
    setEarlier('')
    const report = { concernId: its.id, to: 'police' as const, reportedAt: at }
    void doing.run(() =>
      act([
        draftRecord(concernReport, newId(), report),
        { kind: concern, recordId: its.id, verb: 'markReported', input: { at }, fields: {} },
      ]),
    )
  }
  return (
    <Section title={text('safety:report.title')} hint={text('safety:report.hint')}>
      {reports.length === 0 && <Text>{text('safety:report.none')}</Text>}
      {reports.map((report, index) => (
        <ReportCard key={report.id} its={its} report={report} no={index + 1} />
      ))}
      {its.state !== 'closed' && (
        <Group align="flex-end">
          <TextInput
            type="datetime-local"
            label={text('safety:report.when')}
            description={text('safety:report.whenHint')}
            max={agencyClock().minuteAt(new Date().toISOString())}
            value={earlier}
            onChange={({ currentTarget: { value } }) => setEarlier(value)}
          />
          <Button variant={reports.length === 0 ? 'filled' : 'default'} onClick={add}>
            {text(reports.length === 0 ? 'safety:report.add' : 'safety:report.addAnother')}
          </Button>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}
