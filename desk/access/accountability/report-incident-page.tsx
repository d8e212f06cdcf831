import { Alert, Button, NativeSelect, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type Incident,
  incident,
  incidentSorts,
} from '../../../core/access/accountability/incident.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { announce, DoingNote, Form, Page, StickyActions, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useActor, useKeptWords, useMay } from '../../sync/index.ts'
import { WayToDevices } from './way-to-devices.tsx'

/** Anybody who lost a phone or sent a file to the wrong person says so here in half a minute, offline too. */
export function ReportIncidentPage() {
  const act = useAct()
  const { staffId } = useActor()
  const mayFollow = useMay('incident', 'read', 'agency')
  const doing = useDoing()
  const navigate = useNavigate()
  const [sort, setSort] = useState<Incident['sort']>('lostDevice')
  const kept = useKeptWords(`report-incident`)
  const facts = kept.words
  const save = async () => {
    const recordId = newId()
    const noticedAt = new Date().toISOString()
    const fields = incident.read(
      fieldsAsJson({ sort, noticedAt, noticedById: staffId, facts, staffId }),
    )
    if ((await doing.run(() => act(draftRecord(incident, recordId, fields)))) === null) return
    await kept.clear()
    announce({ words: text('accountability:incident.reported') })
    await navigate(mayFollow ? `/accountability/incidents/${recordId}` : '/more')
  }
  return (
    <Page
      title={text('accountability:incident.report')}
      back={{ to: '/more', label: text('access:nav.more') }}
    >
      <Text>{text('accountability:incident.reportExplain')}</Text>
      <Form
        onSubmit={() => void save().catch(reportError)}
        label={text('accountability:incident.report')}
      >
        <NativeSelect
          label={text('accountability:incident.sortLabel')}
          value={sort}
          data={incidentSorts.map((value) => ({
            value,
            label: text(`accountability:sort.${value}`),
          }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = incidentSorts.find((one) => one === value)
            if (chosen !== undefined) setSort(chosen)
          }}
        />
        <Alert color="gray" variant="light">
          {text(`accountability:first.${sort}`)}
          <WayToDevices sort={sort} />
        </Alert>
        <Textarea
          label={text('accountability:incident.factsLabel')}
          description={text('accountability:incident.factsHint')}
          autosize
          minRows={3}
          maxLength={4000}
          value={facts}
          onChange={({ currentTarget }) => kept.write(currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy}>
            {text('accountability:incident.send')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}
