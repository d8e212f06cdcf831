import { Button, NativeSelect, NumberInput, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import {
  askers,
  type Disclosure,
  disclosure,
  disclosureGrounds,
  disclosureOutcomes,
} from '../../../core/access/accountability/disclosure.ts'
import { recordPolicy } from '../../../core/access/policy.ts'
import { staff } from '../../../core/access/staff.ts'
import { mayEver } from '../../../core/access/standing.ts'
import {
  announce,
  DateField,
  DoingNote,
  Facts,
  Form,
  formatDay,
  formatList,
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
  newId,
  type RecordForm,
  useAct,
  useActor,
  useKeptWords,
  useRecord,
  useRecordForm,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import { DisclosureFamilies, DisclosureFamilyNames } from './disclosure-families.tsx'
import styles from './accountability.module.css'

const backToList = () => ({
  to: '/accountability/requests',
  label: text('accountability:request.listTitle'),
})
type FormProps = { readonly form: RecordForm<Disclosure> }
type Its = { readonly its: LocalRecord<Disclosure> }

/** Somebody outside wants data: written down, decided by a second person, handed over with the least that answers it. */
export function DisclosurePage() {
  const { id } = useParams()
  const its = useRecord(disclosure, id)
  return its !== null && its.outcome !== null ? <Decided its={its} /> : <Asking its={its} />
}

function Asking({ its }: { readonly its: LocalRecord<Disclosure> | null }) {
  const today = useToday()
  const { staffId } = useActor()
  const navigate = useNavigate()
  const form = useRecordForm(disclosure, its, 'agency', {
    askedOn: today,
    asker: 'village',
    proposedById: staffId,
  })
  if (form === null) return null
  const save = async () => {
    const recordId = its?.id ?? newId()
    if (!(await form.save(recordId))) return
    announce({ words: text('accountability:saved') })
    await navigate(`/accountability/requests/${recordId}`)
  }
  return (
    <Page title={text('accountability:request.title')} back={backToList()}>
      <Text>{text('accountability:request.explain')}</Text>
      <RestoredNote restored={form.restored} discard={form.discard} />
      <Form
        onSubmit={() => void save().catch(reportError)}
        label={text('accountability:request.title')}
      >
        <Who form={form} />
        <What form={form} />
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('accountability:save')}
          </Button>
        </StickyActions>
      </Form>
      {its !== null && <Decide its={its} />}
    </Page>
  )
}

function Who({ form: { fields, set } }: FormProps) {
  const today = useToday()
  return (
    <Section title={text('accountability:request.who')}>
      <div className={styles.fields}>
        <DateField
          label={text('accountability:request.askedOn')}
          value={fields.askedOn}
          max={today}
          onChange={(day) => set({ askedOn: day ?? today })}
          required
        />
        <NativeSelect
          label={text('accountability:request.asker')}
          value={fields.asker}
          data={askers.map((value) => ({ value, label: text(`accountability:asker.${value}`) }))}
          onChange={({ currentTarget: { value } }) => {
            const asker = askers.find((one) => one === value)
            if (asker !== undefined) set({ asker })
          }}
        />
        <TextInput
          label={text('accountability:request.organisation')}
          maxLength={160}
          required
          value={fields.organisation}
          onChange={({ currentTarget }) => set({ organisation: currentTarget.value })}
        />
        <TextInput
          label={text('accountability:request.person')}
          maxLength={300}
          value={fields.person}
          onChange={({ currentTarget }) => set({ person: currentTarget.value })}
        />
      </div>
    </Section>
  )
}

function What({ form: { fields, set } }: FormProps) {
  const long = (name: 'wanted' | 'groundWords' | 'fields') => (
    <Textarea
      label={text(`accountability:request.${name}`)}
      description={text(`accountability:request.${name}Hint`)}
      autosize
      minRows={2}
      maxLength={2000}
      value={fields[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  )
  return (
    <Section title={text('accountability:request.what')}>
      {long('wanted')}
      <SegmentedChoice
        label={text('accountability:request.ground')}
        options={disclosureGrounds.map((value) => ({
          value,
          label: text(`accountability:ground.${value}`),
        }))}
        value={fields.ground}
        onChange={(ground) => set({ ground })}
      />
      {long('groundWords')}
      {long('fields')}
      <NumberInput
        label={text('accountability:request.children')}
        min={0}
        max={100000}
        allowDecimal={false}
        value={fields.children ?? ''}
        onChange={(value) => set({ children: value === '' ? null : Number(value) })}
      />
      <DisclosureFamilies chosen={fields.familyIds} onChange={(familyIds) => set({ familyIds })} />
    </Section>
  )
}

function Decide({ its }: Its) {
  const act = useAct()
  const doing = useDoing()
  const { staffId } = useActor()
  const asker = useRecord(staff, its.proposedById)
  const others = useRecords(staff).filter(
    ({ id, state, roles }) =>
      id !== its.proposedById &&
      state === 'active' &&
      mayEver(roles, recordPolicy['disclosure']?.verbs['decide'] ?? []),
  )
  const own = its.proposedById === staffId
  const [outcome, setOutcome] = useState<(typeof disclosureOutcomes)[number] | null>(null)
  const kept = useKeptWords(`disclosure:${its.id}:decide`)
  const words = kept.words
  const decide = async () => {
    const change = { kind: disclosure, recordId: its.id, verb: 'decide', fields: {} }
    const said = await doing.run(() => act({ ...change, input: { outcome, words } }))
    if (said !== null) await kept.clear()
  }
  if (own && others.length > 0)
    return (
      <Section title={text('accountability:request.decide')}>
        <Text>
          {text('accountability:request.waitOther', {
            names: formatList(others.map(({ name }) => name)),
          })}
        </Text>
      </Section>
    )
  return (
    <Section
      title={text('accountability:request.decide')}
      hint={
        own
          ? text('accountability:request.decideAlone')
          : text('accountability:request.decideHint', { name: asker?.name ?? '' })
      }
    >
      <Form
        onSubmit={() => void decide().catch(reportError)}
        label={text('accountability:request.decide')}
      >
        <SegmentedChoice
          label={text('accountability:request.outcome')}
          labelHidden
          options={disclosureOutcomes.map((value) => ({
            value,
            label: text(`accountability:outcome.${value}`),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
        <Textarea
          label={text('accountability:request.outcomeWords')}
          autosize
          maxLength={2000}
          required
          value={words}
          onChange={({ currentTarget }) => kept.write(currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <Button
          type="submit"
          className={styles.own}
          loading={doing.busy}
          disabled={outcome === null || words.trim() === ''}
        >
          {text('accountability:request.decide')}
        </Button>
      </Form>
    </Section>
  )
}

function Decided({ its }: Its) {
  const proposer = useRecord(staff, its.proposedById)
  const decider = useRecord(staff, its.decidedById ?? undefined)
  const rows = [
    ['askedOn', formatDay(its.askedOn)],
    ['organisation', its.organisation],
    ['person', its.person],
    ['wanted', its.wanted],
    ['ground', its.ground === null ? '' : text(`accountability:ground.${its.ground}`)],
    ['groundWords', its.groundWords],
    ['fields', its.fields],
    ['children', its.children === null ? '' : String(its.children)],
    ['families', <DisclosureFamilyNames key="families" familyIds={its.familyIds} />],
    ['outcome', text(`accountability:outcome.${its.outcome ?? 'open'}`)],
    ['outcomeWords', its.outcomeWords],
    ['proposedBy', proposer?.name ?? ''],
    [
      'decidedBy',
      `${decider?.name ?? ''} ${formatDay(its.decidedOn)}${its.alone ? ` · ${text('accountability:request.alone')}` : ''}`,
    ],
  ] as const
  return (
    <Page title={its.organisation} back={backToList()}>
      <Section title={text('accountability:request.title')}>
        {its.wordsErasedOn !== null && (
          <Text>
            {text('accountability:request.wordsErased', { day: formatDay(its.wordsErasedOn) })}
          </Text>
        )}
        <Facts
          rows={rows.map(([name, value]) => ({
            label: text(`accountability:request.${name}`),
            value,
          }))}
        />
      </Section>
      {its.outcome !== 'refused' && <Handed its={its} />}
    </Page>
  )
}

function Handed({ its }: Its) {
  const today = useToday()
  const form = useRecordForm(disclosure, its, its.id, {})
  if (form === null) return null
  const { fields, set } = form
  const save = async () => {
    if (await form.save(its.id)) announce({ words: text('accountability:saved') })
  }
  return (
    <Section title={text('accountability:request.handed')}>
      <Form
        onSubmit={() => void save().catch(reportError)}
        label={text('accountability:request.handed')}
      >
        <div className={styles.fields}>
          <DateField
            label={text('accountability:request.handedOn')}
            value={fields.handedOn}
            max={today}
            onChange={(handedOn) => set({ handedOn })}
          />
          <TextInput
            label={text('accountability:request.handedHow')}
            maxLength={300}
            value={fields.handedHow}
            onChange={({ currentTarget }) => set({ handedHow: currentTarget.value })}
          />
          <TextInput
            label={text('accountability:request.receipt')}
            maxLength={300}
            value={fields.receipt}
            onChange={({ currentTarget }) => set({ receipt: currentTarget.value })}
          />
        </div>
        <DoingNote doing={form.doing} />
        <Button type="submit" className={styles.own} loading={form.doing.busy}>
          {text('accountability:save')}
        </Button>
      </Form>
    </Section>
  )
}
