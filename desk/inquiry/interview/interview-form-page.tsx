import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { Guide } from '../../../core/inquiry/interview/guide.ts'
import {
  interview,
  type InterviewRole,
  interviewRoles,
  interviewWays,
} from '../../../core/inquiry/interview/interview.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  DateField,
  DoingNote,
  EmptyState,
  Form,
  Page,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import { newId, useAct, useActor, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { draftInterview, emptyForm, formOf, type InterviewForm } from './interview-form.ts'
import { guidesForRole, guideText, useOwnGuides } from './use-guides.ts'
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

function FormPage({
  its,
  familyId,
}: {
  readonly its: InterviewRecord | null
  readonly familyId: string
}) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const [form, setForm] = useState<InterviewForm>(() =>
    its === null ? emptyForm(familyId) : formOf(its),
  )
  const set = (part: Partial<InterviewForm>) => setForm((before) => ({ ...before, ...part }))
  const guides = guidesForRole(useOwnGuides(), form.role)
  const chosen = guides.find(({ code }) => code === form.guideCode)
  const guideCode = form.guideCode === '' ? '' : ((chosen ?? guides[0])?.code ?? '')
  const save = async () => {
    const recordId = its?.id ?? newId()
    const made = await doing.run(() =>
      act({
        kind: interview,
        recordId,
        verb: its === null ? 'create' : 'edit',
        input: {},
        fields: fieldsAsJson(draftInterview({ ...form, guideCode }, its === null ? staffId : null)),
      }),
    )
    if (made !== null) await navigate(`/inquiry/interviews/${recordId}`)
  }
  const back = its === null ? '/inquiry/interviews' : `/inquiry/interviews/${its.id}`
  return (
    <Page
      title={text(its === null ? 'interview:list.new' : 'interview:form.change')}
      back={{ to: back, label: text('kit:back') }}
    >
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
