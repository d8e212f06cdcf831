import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { Guide } from '../../../core/inquiry/interview/guide.ts'
import {
  type InterviewRole,
  interviewRoles,
  interviewWays,
} from '../../../core/inquiry/interview/interview.ts'
import {
  DateField,
  DoingNote,
  EmptyState,
  Form,
  Loading,
  Page,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
} from '../../kit/index.ts'
import { useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { guideText } from './use-guides.ts'
import { useInterviewForm, type WrittenInterview } from './use-interview-form.ts'
import { type InterviewRecord, useInterview } from './use-interviews.ts'
import { WhomFields } from './whom-fields.tsx'

/** Whom to talk with, when and how; before the talk or after it. */
export function InterviewFormPage() {
  const { interviewId } = useParams()
  const its = useInterview(interviewId)
  const [asked] = useSearchParams()
  if (interviewId !== undefined && its === null)
    return (
      <Page title={text('interview:form.change')}>
        <EmptyState title={text('interview:missing')} />
      </Page>
    )
  return <FormPage key={interviewId ?? 'new'} its={its} familyId={asked.get('family') ?? ''} />
}

interface FormPageProps {
  readonly its: InterviewRecord | null
  readonly familyId: string
}

function FormPage({ its, familyId }: FormPageProps) {
  const written = useInterviewForm(its, familyId)
  return written === null ? <Loading /> : <Fields its={its} written={written} />
}

function Fields({
  its,
  written,
}: {
  readonly its: InterviewRecord | null
  readonly written: WrittenInterview
}) {
  const { form, set, guides, guideCode, doing } = written
  const today = useToday()
  const navigate = useNavigate()
  const save = async () => {
    const id = await written.save()
    if (id !== null) await navigate(`/inquiry/interviews/${id}`)
  }
  const back = its === null ? '/inquiry/interviews' : `/inquiry/interviews/${its.id}`
  return (
    <Page
      title={text(its === null ? 'interview:list.new' : 'interview:form.change')}
      back={{ to: back, label: text('kit:back') }}
    >
      {written.restored && <output>{text('sync:draftRestored')}</output>}
      <Form onSubmit={() => void save()}>
        <Section title={text('interview:form.whom')}>
          <NativeSelect
            label={text('interview:fields.role')}
            data={interviewRoles.map((role) => ({
              value: role,
              label: text(`interview:role.${role}`),
            }))}
            value={form.role}
            onChange={(event) => set({ role: roleOf(event.currentTarget.value) })}
          />
          <WhomFields form={form} set={set} isNew={its === null} />
          {its === null && (
            <GuideField
              guides={guides}
              value={guideCode}
              onChange={(code) => set({ guideCode: code })}
            />
          )}
        </Section>
        <Section title={text('interview:form.when')}>
          <div className={styles.fields}>
            <DateField
              label={text('interview:fields.heldOn')}
              description={text('interview:form.heldOnHint')}
              max={today}
              value={form.heldOn}
              onChange={(heldOn) => set({ heldOn })}
            />
            <NumberInput
              label={text('interview:fields.minutes')}
              min={1}
              max={600}
              value={form.minutes ?? ''}
              onChange={(value) => set({ minutes: typeof value === 'number' ? value : null })}
            />
            <TextInput
              label={text('interview:fields.place')}
              maxLength={120}
              value={form.place}
              onChange={(event) => set({ place: event.currentTarget.value })}
            />
          </div>
          <SegmentedChoice
            label={text('interview:fields.how')}
            options={interviewWays.map((how) => ({
              value: how,
              label: text(`interview:how.${how}`),
            }))}
            value={form.how}
            onChange={(how) => set({ how })}
          />
          <TextInput
            label={text('interview:fields.present')}
            description={text('interview:form.presentHint')}
            maxLength={400}
            value={form.present}
            onChange={(event) => set({ present: event.currentTarget.value })}
          />
          <Textarea
            label={text('interview:fields.conditions')}
            description={text('interview:form.conditionsHint')}
            autosize
            minRows={2}
            maxLength={1000}
            value={form.conditions}
            onChange={(event) => set({ conditions: event.currentTarget.value })}
          />
        </Section>
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy}>
            {text('kit:save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

function GuideField({
  guides,
  value,
  onChange,
}: {
  readonly guides: readonly Guide[]
  readonly value: string
  readonly onChange: (code: string) => void
}) {
  if (guides.length === 0) return null
  return (
    <NativeSelect
      label={text('interview:fields.guideCode')}
      data={[
        ...guides.map((one) => ({ value: one.code, label: guideText(one) })),
        { value: '', label: text('interview:guide.none') },
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function roleOf(value: string): InterviewRole {
  return interviewRoles.find((role) => role === value) ?? 'child'
}
