import { Badge, Button, Group, Text, Textarea } from '@mantine/core'
import { useParams } from 'react-router'
import {
  classOfKind,
  describeProcessing,
} from '../../../core/access/accountability/classify-kinds.ts'
import {
  assessedRisks,
  assessmentQuestions,
  type ImpactAssessment,
  impactAssessment,
  keptUntil,
  openPoints,
  type ProcessingLine,
} from '../../../core/access/accountability/impact-assessment.ts'
import { staff } from '../../../core/access/staff.ts'
import { allKinds } from '../../../core/kinds.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  announce,
  ConfirmButton,
  DoingNote,
  EmptyState,
  formatDay,
  Form,
  Page,
  RestoredNote,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  type RecordForm,
  useAct,
  useRecord,
  useRecordForm,
} from '../../sync/index.ts'
import styles from './accountability.module.css'
import { ProcessingTable } from './processing-table.tsx'
import { RiskFields, RiskWords } from './risk-fields.tsx'

const backToList = () => ({
  to: '/accountability/assessments',
  label: text('accountability:assessment.listTitle'),
})
const decisions = ['proceed', 'proceedWithMeasures', 'stop'] as const

/** What is processed comes from the declarations of the records; what it may do to children is for a person to judge. */
export function AssessmentPage() {
  const { id } = useParams()
  const its = useRecord(impactAssessment, id)
  if (its === null)
    return (
      <Page title={text('accountability:assessment.listTitle')} back={backToList()}>
        <EmptyState title={text('accountability:missing')} />
      </Page>
    )
  return its.state === 'concluded' ? <Concluded its={its} /> : <Writing its={its} />
}

function currentProcessing(): readonly ProcessingLine[] {
  return describeProcessing(allKinds.filter(({ name }) => classOfKind(name) !== null))
}

function Writing({ its }: { readonly its: LocalRecord<ImpactAssessment> }) {
  const form = useRecordForm(impactAssessment, its, its.id, {})
  if (form === null) return null
  const save = async () => {
    if (await form.save(its.id)) announce({ words: text('accountability:saved') })
  }
  const missing = openPoints(form.fields).length
  return (
    <Page title={form.fields.title} back={backToList()}>
      <Text>{text('accountability:assessment.explain')}</Text>
      <RestoredNote restored={form.restored} discard={form.discard} />
      <Section
        title={text('accountability:processing.title')}
        hint={text('accountability:processing.hint')}
      >
        <ProcessingTable lines={currentProcessing()} />
      </Section>
      <Form onSubmit={() => void save().catch(reportError)} label={form.fields.title}>
        <Questions form={form} />
        <Section
          title={text('accountability:assessment.risks')}
          hint={text('accountability:assessment.risksHint')}
        >
          {assessedRisks.map((risk) => (
            <RiskFields
              key={risk}
              risk={risk}
              rating={form.fields.risks[risk]}
              onChange={(rating) => form.set({ risks: { ...form.fields.risks, [risk]: rating } })}
            />
          ))}
        </Section>
        <Decision form={form} />
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('accountability:save')}
          </Button>
        </StickyActions>
      </Form>
      <Conclude id={its.id} missing={missing} />
    </Page>
  )
}

type FormProps = { readonly form: RecordForm<ImpactAssessment> }

function Questions({ form: { fields, set } }: FormProps) {
  return (
    <Section title={text('accountability:assessment.questions')}>
      {assessmentQuestions.map((question) => (
        <Textarea
          key={question}
          label={text(`accountability:question.${question}`)}
          description={text(`accountability:question.${question}Hint`)}
          autosize
          minRows={2}
          maxLength={4000}
          value={fields.answers[question] ?? ''}
          onChange={({ currentTarget }) =>
            set({ answers: { ...fields.answers, [question]: currentTarget.value } })
          }
        />
      ))}
    </Section>
  )
}

function Decision({ form: { fields, set } }: FormProps) {
  return (
    <Section title={text('accountability:assessment.decision')}>
      <SegmentedChoice
        label={text('accountability:assessment.decision')}
        labelHidden
        options={decisions.map((value) => ({
          value,
          label: text(`accountability:decision.${value}`),
        }))}
        value={fields.decision}
        onChange={(decision) => set({ decision })}
      />
      <Textarea
        label={text('accountability:assessment.conclusion')}
        autosize
        minRows={2}
        maxLength={4000}
        value={fields.conclusion}
        onChange={({ currentTarget }) => set({ conclusion: currentTarget.value })}
      />
    </Section>
  )
}

function Conclude({ id, missing }: { readonly id: string; readonly missing: number }) {
  const act = useAct()
  const doing = useDoing()
  const conclude = async () => {
    const input = fieldsAsJson({ processing: currentProcessing() })
    const change = { kind: impactAssessment, recordId: id, verb: 'conclude', input, fields: {} }
    if ((await doing.run(() => act(change))) !== null)
      announce({ words: text('accountability:assessment.concluded') })
  }
  return (
    <Section title={text('accountability:assessment.conclude')}>
      <Text>
        {missing > 0
          ? text('accountability:assessment.missing', { count: missing })
          : text('accountability:assessment.ready')}
      </Text>
      {missing === 0 && (
        <Group>
          <ConfirmButton
            question={text('accountability:assessment.concludeQuestion')}
            confirmLabel={text('accountability:assessment.conclude')}
            onConfirm={() => void conclude().catch(reportError)}
          >
            {text('accountability:assessment.conclude')}
          </ConfirmButton>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}

/** As it was concluded: for reading, printing and the file. */
function Concluded({ its }: { readonly its: LocalRecord<ImpactAssessment> }) {
  const who = useRecord(staff, its.concludedById ?? undefined)
  return (
    <Page
      title={its.title}
      back={backToList()}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          {text('accountability:year.print')}
        </Button>
      }
    >
      <Group gap="xs">
        <Badge color="gray.8" variant="outline" tt="none">
          {text(`accountability:reason.${its.reason}`)}
        </Badge>
        <Text>
          {text('accountability:assessment.concludedBy', {
            day: formatDay(its.concludedOn),
            name: who?.name ?? '',
            kept: formatDay(keptUntil(its)),
          })}
        </Text>
      </Group>
      <Section title={text('accountability:assessment.decision')}>
        <Text fw={600}>
          {its.decision === null ? '–' : text(`accountability:decision.${its.decision}`)}
        </Text>
        <p className={styles.words}>{its.conclusion}</p>
      </Section>
      {assessmentQuestions.map((question) => (
        <Section key={question} title={text(`accountability:question.${question}`)}>
          <p className={styles.words}>{its.answers[question] ?? ''}</p>
        </Section>
      ))}
      <Section title={text('accountability:assessment.risks')}>
        {assessedRisks.map((risk) => (
          <RiskWords key={risk} risk={risk} rating={its.risks[risk]} />
        ))}
      </Section>
      <Section title={text('accountability:processing.title')}>
        <ProcessingTable lines={its.processing} />
      </Section>
    </Page>
  )
}
