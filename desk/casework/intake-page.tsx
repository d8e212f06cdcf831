import { Alert, Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { caseFile } from '../../core/casework/case-file.ts'
import {
  type CaseFile,
  caseFileId,
  caseSources,
  eligibilities,
  isSameSubject,
  urgencies,
} from '../../core/casework/case-shape.ts'
import { proposalsAbout, reasonsOf } from '../../core/evaluation/casework/propose-cases.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import {
  DateField,
  DoingNote,
  EmptyState,
  Form,
  Page,
  RestoredNote,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
} from '../kit/index.ts'
import {
  type LocalRecord,
  type RecordForm,
  useActor,
  useRecord,
  useRecordForm,
  useRecords,
  useToday,
} from '../sync/index.ts'
import styles from './casework.module.css'
import { EarlierNote } from './proposals/earlier-note.tsx'
import { ReasonWords } from './proposals/reason-words.tsx'
import { useCaseProposals } from './proposals/use-case-proposals.ts'
import { useSubjectNames } from './use-case.ts'

/** Form-F15: a new case of a family, or the intake of one that goes on. */
export function IntakePage() {
  const { familyId = '', caseId } = useParams()
  const [search] = useSearchParams()
  const its = useRecord(caseFile, caseId)
  if (caseId !== undefined && its === null)
    return (
      <Page
        title={text('casework:intake.title')}
        back={{ to: '/casework', label: text('casework:title') }}
      >
        <EmptyState
          title={text('casework:file.missing')}
          hint={text('casework:file.missingHint')}
        />
      </Page>
    )
  const subject = search.get('for') ?? ''
  return (
    <IntakeForm
      key={caseId ?? `${familyId}:${subject}`}
      its={its}
      familyId={its?.familyId ?? familyId}
      subject={subject}
      isProposed={search.has('trigger')}
    />
  )
}

function IntakeForm({
  its,
  familyId,
  subject,
  isProposed,
}: {
  readonly its: LocalRecord<CaseFile> | null
  readonly familyId: string
  readonly subject: string
  readonly isProposed: boolean
}) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const cases = useRecords(caseFile, { familyId })
  const pairs = useRecords(pair, { familyId })
  const isPair = pairs.some(({ id }) => id === subject)
  const [unchosen, setUnchosen] = useState(false)
  const form = useRecordForm(caseFile, its, `${familyId}:${subject}`, {
    familyId,
    pairId: isPair ? subject : null,
    personId: isPair || subject === '' ? null : subject,
    openedOn: today,
    openedById: staffId,
    workerId: staffId,
    source: isProposed ? 'prompt' : 'other',
  })
  const proposals = useCaseProposals(familyId)
  if (form === null) return null
  const about = proposalsAbout(form.fields, proposals, pairs)
  const save = async () => {
    const { fields } = form
    setUnchosen(fields.pairId === null && fields.personId === null)
    if (fields.pairId === null && fields.personId === null) return
    const no = its?.no ?? 1 + cases.filter((one) => isSameSubject(one, fields)).length
    const recordId = its?.id ?? caseFileId({ ...fields, no })
    const reasons = its === null ? { proposedBy: reasonsOf(about, today) } : {}
    if (await form.save(recordId, { no, ...reasons })) await navigate(`/casework/${recordId}`)
  }
  return (
    <Page
      title={text(its === null ? 'casework:intake.new' : 'casework:intake.edit')}
      back={
        its === null
          ? { to: `/families/${familyId}`, label: text('goals:toFamily') }
          : { to: `/casework/${its.id}`, label: text('kit:back') }
      }
    >
      <Form onSubmit={() => void save().catch(reportError)} label={text('casework:intake.title')}>
        <RestoredNote restored={form.restored} discard={form.discard} />
        {its === null && <SubjectChoice form={form} familyId={familyId} />}
        {its === null && <EarlierNote subject={form.fields} />}
        {its === null && about.length > 0 && (
          <Section title={text('casework:intake.why')} hint={text('casework:intake.whyHint')}>
            {about.map((one) => (
              <ReasonWords key={one.key} familyId={familyId} reason={one} />
            ))}
          </Section>
        )}
        {unchosen && <Alert color="kite">{text('casework:refusals.CaseNeedsSubject')}</Alert>}
        <SourceFields form={form} />
        <NeedFields form={form} />
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('casework:intake.save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

type IntakeProps = { readonly form: RecordForm<CaseFile> }

function SubjectChoice({
  form: { fields, set },
  familyId,
}: IntakeProps & { readonly familyId: string }) {
  const pairs = useRecords(pair, { familyId })
  const people = useRecords(person, { familyId })
  const nameOf = useSubjectNames()
  const choose = (id: string) => {
    const isPair = pairs.some((one) => one.id === id)
    set({ pairId: isPair ? id : null, personId: isPair || id === '' ? null : id })
  }
  return (
    <NativeSelect
      label={text('casework:intake.whom')}
      value={fields.pairId ?? fields.personId ?? ''}
      data={[
        { value: '', label: text('casework:intake.choose') },
        ...pairs.map(({ id }) => ({ value: id, label: nameOf({ pairId: id, personId: null }) })),
        ...people.filter(({ alive }) => alive).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  )
}

function SourceFields({ form: { fields, set } }: IntakeProps) {
  const today = useToday()
  return (
    <div className={styles.fields}>
      <DateField
        label={text('casework:fields.openedOn')}
        value={fields.openedOn}
        max={today}
        onChange={(day) => set({ openedOn: day ?? today })}
        required
      />
      <NativeSelect
        label={text('casework:fields.source')}
        value={fields.source}
        data={caseSources.map((value) => ({ value, label: text(`casework:source.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const source = caseSources.find((one) => one === value)
          if (source !== undefined) set({ source })
        }}
      />
      <TextInput
        label={text('casework:fields.sourceWords')}
        maxLength={300}
        value={fields.sourceWords}
        onChange={({ currentTarget }) => set({ sourceWords: currentTarget.value })}
      />
    </div>
  )
}

const longFields = ['need', 'previousHelp', 'expectation'] as const

function NeedFields({ form: { fields, set } }: IntakeProps) {
  return (
    <>
      <Textarea
        label={text('casework:fields.problem')}
        description={text('casework:intake.problemHint')}
        autosize
        minRows={3}
        maxLength={4000}
        value={fields.problem}
        onChange={({ currentTarget }) => set({ problem: currentTarget.value })}
      />
      <Section title={text('casework:fields.urgency')} hint={text('casework:intake.riskHint')}>
        <SegmentedChoice
          label={text('casework:fields.urgency')}
          labelHidden
          options={urgencies.map((value) => ({ value, label: text(`casework:urgency.${value}`) }))}
          value={fields.urgency}
          onChange={(urgency) => set({ urgency })}
        />
        <Textarea
          label={text('casework:fields.riskWords')}
          autosize
          maxLength={4000}
          value={fields.riskWords}
          onChange={({ currentTarget }) => set({ riskWords: currentTarget.value })}
        />
      </Section>
      {longFields.map((name) => (
        <Textarea
          key={name}
          label={text(`casework:fields.${name}`)}
          autosize
          minRows={2}
          maxLength={4000}
          value={fields[name]}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      ))}
      <SegmentedChoice
        label={text('casework:fields.eligibility')}
        options={eligibilities.map((value) => ({
          value,
          label: text(`casework:eligibility.${value}`),
        }))}
        value={fields.eligibility}
        onChange={(eligibility) => set({ eligibility })}
      />
      <TextInput
        label={text('casework:fields.eligibilityWords')}
        maxLength={600}
        value={fields.eligibilityWords}
        onChange={({ currentTarget }) => set({ eligibilityWords: currentTarget.value })}
      />
    </>
  )
}
