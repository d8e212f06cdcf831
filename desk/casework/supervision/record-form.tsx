import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { supervisionQuestion } from '../../../core/casework/supervision/supervision-question.ts'
import {
  supervisionRecord,
  type SupervisionRecord,
} from '../../../core/casework/supervision/supervision-record.ts'
import {
  DoingNote,
  EmptyState,
  Form,
  Page,
  RestoredNote,
  StickyActions,
  text,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  newId,
  useAct,
  useActor,
  useRecord,
  useRecordForm,
  useToday,
} from '../../sync/index.ts'
import { useOpenQuestions, writerOf } from './question-list.tsx'
import { AboutFields, TakeUp } from './about-fields.tsx'
import { PartyFields } from './party-fields.tsx'
import { ActionFields, HowFields, WordFields } from './record-fields.tsx'
import styles from './supervision.module.css'
import { useColleagues } from './use-supervision.ts'

/** Writing down a supervision (form-F26), or changing what was written. */
export function RecordFormPage() {
  const { recordId } = useParams()
  const record = useRecord(supervisionRecord, recordId)
  if (recordId !== undefined && record === null)
    return (
      <Page
        title={text('supervision:record.missing')}
        back={{ to: '/casework/supervision', label: text('supervision:title') }}
      >
        <EmptyState
          title={text('supervision:record.missing')}
          hint={text('supervision:record.missingHint')}
        />
      </Page>
    )
  return <RecordForm key={recordId ?? 'new'} record={record} />
}

function RecordForm({ record }: { readonly record: LocalRecord<SupervisionRecord> | null }) {
  const act = useAct()
  const today = useToday()
  const navigate = useNavigate()
  const { staffId, roles } = useActor()
  const { supervisors } = useColleagues()
  const [fresh] = useState(newId)
  const [takenUp, setTakenUp] = useState<readonly string[]>([])
  const questions = useOpenQuestions()
  const leads = roles.includes('supervisor')
  const other = supervisors.find(({ id }) => id !== staffId)
  const form = useRecordForm(supervisionRecord, record, 'supervision', {
    on: today,
    parties: {
      [staffId]: leads ? 'supervisor' : 'supervisee',
      ...(leads || other === undefined ? {} : { [other.id]: 'supervisor' as const }),
    },
  })
  if (form === null) return null
  const { fields } = form
  const id = record?.id ?? fresh
  const save = async () => {
    const kept = Object.fromEntries(
      Object.entries(fields.actions).filter(([, { what }]) => what.trim() !== ''),
    )
    if (!(await form.save(id, { actions: kept }))) return
    if (takenUp.length > 0)
      await act(
        takenUp.map((recordId) => ({
          ...{ kind: supervisionQuestion, recordId, verb: 'edit', input: {} },
          fields: { takenUpIn: id },
        })),
      )
    await navigate(`/casework/supervision/records/${id}`)
  }
  const offered = questions.filter(
    (one) => fields.parties[writerOf(one) ?? ''] === 'supervisee' && !takenUp.includes(one.id),
  )
  return (
    <Page
      title={text(`supervision:record.${record === null ? 'new' : 'edit'}`)}
      back={{ to: '/casework/supervision', label: text('supervision:title') }}
    >
      <Form
        onSubmit={() => void save().catch(reportError)}
        label={text('supervision:record.title')}
      >
        <p className={styles.fine}>{text('supervision:record.private')}</p>
        <RestoredNote restored={form.restored} discard={form.discard} />
        {record === null && <PartyFields form={form} />}
        <HowFields form={form} />
        <AboutFields form={form} />
        <TakeUp
          questions={offered}
          takeUp={({ id: questionId, words, about }) => {
            setTakenUp([...takenUp, questionId])
            form.set({
              question: [fields.question, words].filter((part) => part !== '').join('\n'),
              ...(about === null
                ? {}
                : {
                    about: { ...fields.about, [`${about.kind}-${about.id}`.slice(0, 40)]: about },
                  }),
            })
          }}
        />
        <WordFields form={form} />
        <ActionFields form={form} />
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('supervision:record.save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}
