import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { useParams } from 'react-router'
import { classesAboutChildren } from '../../../core/access/accountability/data-class.ts'
import {
  harmLevels,
  type Incident,
  incident,
  incidentSteps,
  stepsOwed,
} from '../../../core/access/accountability/incident.ts'
import { staff } from '../../../core/access/staff.ts'
import {
  announce,
  DateField,
  DoingNote,
  EmptyState,
  Form,
  formatTime,
  Icon,
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
  useKeptWords,
  useRecord,
  useRecordForm,
  useToday,
} from '../../sync/index.ts'
import styles from './accountability.module.css'
import { ClassChoice } from './class-choice.tsx'
import { IncidentFamilies } from './incident-families.tsx'
import { IncidentWeighed } from './incident-weighed.tsx'
import { WayToDevices } from './way-to-devices.tsx'

const backToList = () => ({
  to: '/accountability/incidents',
  label: text('accountability:incident.listTitle'),
})

/** The course of one incident: stop it, weigh it, tell the authority and the families, learn. */
export function IncidentPage() {
  const { id } = useParams()
  const its = useRecord(incident, id)
  if (its === null)
    return (
      <Page title={text('accountability:incident.listTitle')} back={backToList()}>
        <EmptyState title={text('accountability:missing')} />
      </Page>
    )
  return <Course its={its} />
}

type Its = { readonly its: LocalRecord<Incident> }
type FormProps = { readonly form: RecordForm<Incident> }

function Course({ its }: Its) {
  const noticed = useRecord(staff, its.noticedById)
  return (
    <Page title={text(`accountability:sort.${its.sort}`)} back={backToList()}>
      <Text>
        {text('accountability:incident.noticedBy', {
          time: formatTime(its.noticedAt),
          name: noticed?.name ?? '',
        })}
      </Text>
      <Owed its={its} />
      <Steps its={its} />
      {its.state === 'open' ? <Weighing its={its} /> : <IncidentWeighed its={its} />}
      <IncidentFamilies its={its} />
      <Ending its={its} />
    </Page>
  )
}

/** What is done and what is still owed, in order. */
function Owed({ its }: Its) {
  const owed = stepsOwed(its)
  return (
    <Section title={text('accountability:incident.course')}>
      <ol className={styles.list}>
        {incidentSteps.map((step) => (
          <li key={step}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <Icon name={owed.includes(step) ? 'warning' : 'check'} />
              <span>
                {text(`accountability:step.${step}`)}
                {owed.includes(step) && ` · ${text('accountability:incident.stillOwed')}`}
              </span>
            </Group>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Each step is kept under the moment it was written; nothing is rewritten afterwards. */
function Steps({ its }: Its) {
  const act = useAct()
  const doing = useDoing()
  const kept = useKeptWords(`incident:${its.id}:step`)
  const words = kept.words
  const add = async () => {
    const steps = { ...its.steps, [new Date().toISOString()]: words.trim() }
    const change = { kind: incident, recordId: its.id, verb: 'edit', input: {}, fields: { steps } }
    if (words.trim() === '' || (await doing.run(() => act(change))) === null) return
    await kept.clear()
  }
  const said = Object.entries(its.steps).toSorted(([left], [right]) => left.localeCompare(right))
  return (
    <Section
      title={text('accountability:step.contain')}
      hint={text(`accountability:first.${its.sort}`)}
    >
      {its.state === 'open' && <WayToDevices sort={its.sort} />}
      <ul className={styles.list}>
        {said.map(([at, what]) => (
          <li key={at}>
            {formatTime(at)} {what}
          </li>
        ))}
      </ul>
      {its.state === 'open' && (
        <Form
          onSubmit={() => void add().catch(reportError)}
          label={text('accountability:incident.addStep')}
        >
          <Textarea
            label={text('accountability:incident.stepLabel')}
            autosize
            maxLength={1000}
            value={words}
            onChange={({ currentTarget }) => kept.write(currentTarget.value)}
          />
          <DoingNote doing={doing} />
          <Button type="submit" variant="default" loading={doing.busy} className={styles.own}>
            {text('accountability:incident.addStep')}
          </Button>
        </Form>
      )}
    </Section>
  )
}

function Weighing({ its }: Its) {
  const form = useRecordForm(incident, its, its.id, {})
  if (form === null) return null
  const save = async () => {
    if (await form.save(its.id)) announce({ words: text('accountability:saved') })
  }
  return (
    <Form
      onSubmit={() => void save().catch(reportError)}
      label={text('accountability:step.assess')}
    >
      <RestoredNote restored={form.restored} discard={form.discard} />
      <WhatHappened form={form} />
      <Harm form={form} />
      <Authority form={form} />
      <Lessons form={form} />
      <DoingNote doing={form.doing} />
      <StickyActions>
        <Button type="submit" loading={form.doing.busy}>
          {text('accountability:save')}
        </Button>
      </StickyActions>
    </Form>
  )
}

function WhatHappened({ form: { fields, set } }: FormProps) {
  const today = useToday()
  return (
    <Section title={text('accountability:incident.what')}>
      <Textarea
        label={text('accountability:incident.factsLabel')}
        description={text('accountability:incident.factsHint')}
        autosize
        minRows={2}
        maxLength={4000}
        value={fields.facts}
        onChange={({ currentTarget }) => set({ facts: currentTarget.value })}
      />
      <div className={styles.fields}>
        <DateField
          label={text('accountability:incident.from')}
          value={fields.from}
          max={today}
          onChange={(from) => set({ from })}
        />
        <DateField
          label={text('accountability:incident.until')}
          value={fields.until}
          max={today}
          onChange={(until) => set({ until })}
        />
      </div>
      <ClassChoice
        classes={classesAboutChildren}
        chosen={fields.dataClasses}
        onChange={(dataClasses) => set({ dataClasses })}
      />
    </Section>
  )
}

function Harm({ form: { fields, set } }: FormProps) {
  return (
    <Section
      title={text('accountability:step.assess')}
      hint={text('accountability:incident.harmHint')}
    >
      <SegmentedChoice
        label={text('accountability:incident.harm')}
        options={harmLevels.map((value) => ({
          value,
          label: text(`accountability:harm.${value}`),
        }))}
        value={fields.harm}
        onChange={(harm) => set({ harm })}
      />
      <Textarea
        label={text('accountability:incident.harmWords')}
        autosize
        maxLength={4000}
        value={fields.harmWords}
        onChange={({ currentTarget }) => set({ harmWords: currentTarget.value })}
      />
    </Section>
  )
}

function Authority({ form: { fields, set } }: FormProps) {
  const today = useToday()
  return (
    <Section
      title={text('accountability:step.tellAuthority')}
      hint={text('accountability:incident.authorityHint')}
    >
      <div className={styles.fields}>
        <TextInput
          label={text('accountability:incident.authority')}
          maxLength={300}
          value={fields.authority}
          onChange={({ currentTarget }) => set({ authority: currentTarget.value })}
        />
        <TextInput
          label={text('accountability:incident.authorityPerson')}
          maxLength={300}
          value={fields.authorityPerson}
          onChange={({ currentTarget }) => set({ authorityPerson: currentTarget.value })}
        />
        <DateField
          label={text('accountability:incident.authorityToldOn')}
          value={fields.authorityToldAt?.slice(0, 10) ?? null}
          max={today}
          onChange={(day) => set({ authorityToldAt: day === null ? null : `${day}T04:00:00.000Z` })}
        />
        <TextInput
          label={text('accountability:incident.receiptNo')}
          maxLength={300}
          value={fields.receiptNo}
          onChange={({ currentTarget }) => set({ receiptNo: currentTarget.value })}
        />
      </div>
      <Textarea
        label={text('accountability:incident.notTold')}
        autosize
        maxLength={4000}
        value={fields.authorityNotTold}
        onChange={({ currentTarget }) => set({ authorityNotTold: currentTarget.value })}
      />
    </Section>
  )
}

function Lessons({ form: { fields, set } }: FormProps) {
  return (
    <Section title={text('accountability:step.learn')}>
      <Textarea
        label={text('accountability:incident.lessons')}
        autosize
        minRows={2}
        maxLength={4000}
        value={fields.lessons}
        onChange={({ currentTarget }) => set({ lessons: currentTarget.value })}
      />
    </Section>
  )
}

function Ending({ its }: Its) {
  const act = useAct()
  const doing = useDoing()
  const verb = its.state === 'open' ? 'close' : 'reopen'
  const ready = its.state === 'closed' || stepsOwed(its).length === 0
  const say = () =>
    doing.run(() => act({ kind: incident, recordId: its.id, verb, input: {}, fields: {} }))
  return (
    <Section title={text('accountability:incident.ending')}>
      <Text>
        {text(ready ? `accountability:incident.${verb}Hint` : 'accountability:incident.notReady')}
      </Text>
      <DoingNote doing={doing} />
      {ready && (
        <Button
          variant={verb === 'close' ? 'filled' : 'default'}
          className={styles.own}
          loading={doing.busy}
          onClick={() => void say().catch(reportError)}
        >
          {text(`accountability:incident.${verb}`)}
        </Button>
      )}
    </Section>
  )
}
