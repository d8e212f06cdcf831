import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  assessmentReasons,
  type ImpactAssessment,
  impactAssessment,
  keptUntil,
} from '../../../core/access/accountability/impact-assessment.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import {
  type Column,
  DataTable,
  DoingNote,
  EmptyState,
  Form,
  formatDay,
  Page,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId, useAct, useRecords, useToday } from '../../sync/index.ts'
import styles from './accountability.module.css'

type Listed = ImpactAssessment & { readonly id: string }

/** Impact assessments: the one being written, and those that were concluded and are kept. */
export function AssessmentsPage() {
  const all = useRecords(impactAssessment).toSorted((left, right) =>
    right.begunOn.localeCompare(left.begunOn),
  )
  const columns: readonly Column<Listed>[] = [
    { name: 'title', label: text('accountability:assessment.name'), show: ({ title }) => title },
    {
      name: 'reason',
      label: text('accountability:assessment.reasonLabel'),
      show: ({ reason }) => text(`accountability:reason.${reason}`),
    },
    {
      name: 'state',
      label: text('accountability:assessment.state'),
      show: ({ concludedOn }) =>
        concludedOn === null
          ? text('accountability:assessment.drafted')
          : text('accountability:assessment.concludedOn', { day: formatDay(concludedOn) }),
    },
    {
      name: 'kept',
      label: text('accountability:assessment.keptUntil'),
      show: (one) => formatDay(keptUntil(one)),
    },
  ]
  return (
    <Page
      title={text('accountability:assessment.listTitle')}
      back={{ to: '/accountability', label: text('accountability:title') }}
    >
      <BeginForm isFirst={all.length === 0} />
      <Section title={text('accountability:assessment.list')}>
        <DataTable
          caption={text('accountability:assessment.list')}
          columns={columns}
          rows={all}
          keyOf={({ id }) => id}
          linkOf={({ id }) => `/accountability/assessments/${id}`}
          empty={
            <EmptyState
              title={text('accountability:assessment.none')}
              hint={text('accountability:assessment.noneHint')}
            />
          }
        />
      </Section>
    </Page>
  )
}

function BeginForm({ isFirst }: { readonly isFirst: boolean }) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const [reason, setReason] = useState<ImpactAssessment['reason']>(isFirst ? 'first' : 'yearly')
  const [title, setTitle] = useState('')
  const begin = async () => {
    const recordId = newId()
    const named =
      title.trim() || text('accountability:assessment.named', { year: today.slice(0, 4) })
    const fields = impactAssessment.read(fieldsAsJson({ title: named, reason, begunOn: today }))
    const made = await doing.run(() => act(draftRecord(impactAssessment, recordId, fields)))
    if (made !== null) await navigate(`/accountability/assessments/${recordId}`)
  }
  return (
    <Section
      title={text('accountability:assessment.begin')}
      hint={text('accountability:assessment.beginHint')}
    >
      <Form
        onSubmit={() => void begin().catch(reportError)}
        label={text('accountability:assessment.begin')}
      >
        <div className={styles.fields}>
          <NativeSelect
            label={text('accountability:assessment.reasonLabel')}
            value={reason}
            data={assessmentReasons.map((value) => ({
              value,
              label: text(`accountability:reason.${value}`),
            }))}
            onChange={({ currentTarget: { value } }) => {
              const chosen = assessmentReasons.find((one) => one === value)
              if (chosen !== undefined) setReason(chosen)
            }}
          />
          <TextInput
            label={text('accountability:assessment.name')}
            placeholder={text('accountability:assessment.named', { year: today.slice(0, 4) })}
            maxLength={120}
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
        </div>
        <DoingNote doing={doing} />
        <Button type="submit" loading={doing.busy} className={styles.own}>
          {text('accountability:assessment.start')}
        </Button>
      </Form>
    </Section>
  )
}
