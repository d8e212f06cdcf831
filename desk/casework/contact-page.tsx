import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { goal } from '../../core/assessment/goals/goal.ts'
import {
  caseContact,
  type CaseContact,
  contactModes,
  contactRisks,
  waitsForRisk,
} from '../../core/casework/case-contact.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { person } from '../../core/families/person.ts'
import { findJudgingWords } from '../../core/inquiry/observation/judging-words.ts'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import {
  announce,
  DateField,
  DoingNote,
  EmptyState,
  Form,
  formatDay,
  formatList,
  Page,
  RestoredNote,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
} from '../kit/index.ts'
import {
  type LocalRecord,
  newId,
  type RecordForm,
  useActor,
  useKeptWords,
  useRecord,
  useRecordForm,
  useRecords,
  useToday,
} from '../sync/index.ts'
import styles from './casework.module.css'
import { PressRow } from './press-row.tsx'
import { RiskFirst } from './risk-first.tsx'

/** Form-F18 in the hand: a new contact in under two minutes, or one that is written on. */
export function ContactPage() {
  const { caseId = '', contactId } = useParams()
  const [search] = useSearchParams()
  const its = useRecord(caseFile, caseId)
  const contact = useRecord(caseContact, contactId)
  if (its === null || (contactId !== undefined && contact === null))
    return (
      <Page
        title={text('casework:contact.title')}
        back={{ to: '/casework', label: text('casework:title') }}
      >
        <EmptyState
          title={text('casework:file.missing')}
          hint={text('casework:file.missingHint')}
        />
      </Page>
    )
  return (
    <ContactForm
      key={contactId ?? caseId}
      caseId={caseId}
      familyId={its.familyId}
      contact={contact}
      goalId={search.get('goal')}
    />
  )
}

function ContactForm({
  caseId,
  familyId,
  contact,
  goalId,
}: {
  readonly caseId: string
  readonly familyId: string
  readonly contact: LocalRecord<CaseContact> | null
  readonly goalId: string | null
}) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const [fresh] = useState(newId)
  const chosen = useKeptWords(`caseContact:new:${caseId}:mode`)
  const modeChosen = contact !== null || chosen.words !== ''
  const [modeMissing, setModeMissing] = useState(false)
  const form = useRecordForm(caseContact, contact, caseId, {
    ...{ familyId, caseId, workerId: staffId, on: today, writtenOn: today, mode: 'other' },
    goalIds: goalId === null ? [] : [goalId],
  })
  if (form === null) return null
  const save = async () => {
    // The day of writing is the day of saving, not of beginning.
    const { fields } = form
    const raised = waitsForRisk(fields) && contact?.risk !== 'raise'
    if (!modeChosen && !raised) return setModeMissing(true)
    const settled = {
      ...(contact === null ? { writtenOn: today } : {}),
      // CAS-16: in an emergency nobody is asked for the goal first.
      ...(raised && fields.goalIds.length === 0 ? { noGoal: true } : {}),
    }
    const id = contact?.id ?? fresh
    if (!(await form.save(id, settled))) return
    await chosen.clear()
    announce({ words: text('casework:contact.saved') })
    if (!raised) return await navigate(`/casework/${caseId}`)
    // Only ids stand in the address: the concern takes the words from the note itself.
    const from = encodeURIComponent(`/casework/${caseId}/contacts/${id}`)
    await navigate(`/safety/new?from=${from}`, { replace: true })
  }
  return (
    <Page
      title={text(contact === null ? 'casework:contact.new' : 'casework:contact.change')}
      back={{ to: `/casework/${caseId}`, label: text('kit:back') }}
    >
      <Form onSubmit={() => void save().catch(reportError)} label={text('casework:contact.title')}>
        <RestoredNote
          restored={form.restored}
          discard={() => {
            form.discard()
            chosen.clear().catch(reportError)
          }}
        />
        <WhichFields
          form={form}
          modeChosen={modeChosen}
          onMode={(mode) => {
            if (contact === null) chosen.write(mode)
            setModeMissing(false)
          }}
        />
        <HappenedFields form={form} />
        <GoalFields form={form} />
        <NextFields form={form} isNew={contact?.risk !== 'raise'} />
        <MoreFields form={form} />
        {modeMissing && (
          <p role="alert" className={styles.late}>
            {text('casework:contact.modeFirst')}
          </p>
        )}
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('kit:save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

type ContactProps = { readonly form: RecordForm<CaseContact> }

function WhichFields({
  form: { fields, set },
  modeChosen,
  onMode,
}: ContactProps & {
  readonly modeChosen: boolean
  readonly onMode: (mode: CaseContact['mode']) => void
}) {
  const today = useToday()
  return (
    <>
      <SegmentedChoice
        label={text('casework:fields.mode')}
        options={contactModes.map((value) => ({ value, label: text(`casework:mode.${value}`) }))}
        value={modeChosen ? fields.mode : null}
        onChange={(mode) => {
          set(mode === 'homeVisit' ? { mode } : { mode, visitId: null })
          onMode(mode)
        }}
      />
      <div className={styles.fields}>
        <DateField
          label={text('casework:fields.on')}
          value={fields.on}
          max={today}
          onChange={(day) => set({ on: day ?? today })}
          required
        />
        <NumberInput
          label={text('casework:fields.minutes')}
          min={1}
          max={600}
          allowDecimal={false}
          value={fields.minutes ?? ''}
          onChange={(value) => set({ minutes: typeof value === 'number' ? value : null })}
        />
      </div>
      {fields.mode === 'homeVisit' && <VisitChoice form={{ fields, set }} />}
    </>
  )
}

function VisitChoice({
  form: { fields, set },
}: {
  readonly form: Pick<RecordForm<CaseContact>, 'fields' | 'set'>
}) {
  const visits = useRecords(homeVisit, { familyId: fields.familyId })
  const ordered = visits.toSorted((left, right) => right.onDay.localeCompare(left.onDay))
  return (
    <NativeSelect
      label={text('casework:contact.visit')}
      description={text('casework:contact.visitHint')}
      value={fields.visitId ?? ''}
      data={[
        { value: '', label: text('casework:contact.visitNone') },
        ...ordered.map(({ id, onDay }) => ({ value: id, label: formatDay(onDay) })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const its = ordered.find(({ id }) => id === value)
        set(its === undefined ? { visitId: null } : { visitId: its.id, on: its.onDay })
      }}
    />
  )
}

function LongField({
  form: { fields, set },
  name,
  hint,
}: ContactProps & {
  readonly name: 'aim' | 'facts' | 'quotes' | 'analysis' | 'intervention' | 'response'
  readonly hint?: string
}) {
  return (
    <Textarea
      label={text(`casework:fields.${name}`)}
      {...(hint === undefined ? {} : { description: hint })}
      autosize
      minRows={2}
      maxLength={name === 'aim' ? 1000 : 4000}
      value={fields[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  )
}

/** Facts and quotes in one box, what the worker makes of them in another: the eye does not mix them. */
function HappenedFields({ form }: ContactProps) {
  const judging = findJudgingWords(form.fields.facts)
  return (
    <Section title={text('casework:contact.whatHappened')}>
      <div className={styles.facts}>
        <LongField form={form} name="facts" hint={text('casework:contact.factsHint')} />
        <output className={styles.late}>
          {judging.length > 0 && text('casework:contact.judging', { words: formatList(judging) })}
        </output>
        <LongField form={form} name="quotes" hint={text('casework:contact.quotesHint')} />
        <LongField form={form} name="intervention" />
      </div>
      <div className={styles.reading}>
        <LongField form={form} name="analysis" hint={text('casework:contact.analysisHint')} />
      </div>
    </Section>
  )
}

const noGoal = 'noGoal'

function GoalFields({ form: { fields, set } }: ContactProps) {
  const goals = useRecords(goal, { familyId: fields.familyId })
  const open = goals.filter(({ id, state }) => state === 'active' || fields.goalIds.includes(id))
  const choose = (chosen: readonly string[]) => {
    const none = chosen.includes(noGoal) && !fields.noGoal
    set(
      none
        ? { noGoal: true, goalIds: [] }
        : { noGoal: false, goalIds: chosen.filter((id) => id !== noGoal) },
    )
  }
  return (
    <PressRow
      label={text('casework:fields.goalIds')}
      hint={text(open.length === 0 ? 'casework:contact.noGoals' : 'casework:contact.goalsHint')}
      options={[
        ...open.map(({ id, text: name }) => ({ id, name })),
        { id: noGoal, name: text('casework:fields.noGoal') },
      ]}
      chosen={fields.noGoal ? [noGoal] : fields.goalIds}
      onChange={choose}
    />
  )
}

function NextFields({
  form: { fields, set, doing },
  isNew,
}: ContactProps & { readonly isNew: boolean }) {
  return (
    <Section title={text('casework:contact.whatNext')}>
      <SegmentedChoice
        label={text('casework:fields.risk')}
        options={contactRisks.map((value) => ({ value, label: text(`casework:risk.${value}`) }))}
        value={fields.risk}
        onChange={(risk) => set({ risk })}
      />
      {fields.risk !== null && fields.risk !== 'none' && (
        <Textarea
          label={text('casework:fields.riskWords')}
          autosize
          maxLength={1000}
          value={fields.riskWords}
          onChange={({ currentTarget }) => set({ riskWords: currentTarget.value })}
        />
      )}
      {isNew && waitsForRisk(fields) && <RiskFirst busy={doing.busy} />}
      <div className={styles.fields}>
        <TextInput
          label={text('casework:fields.nextStep')}
          maxLength={600}
          value={fields.nextStep}
          onChange={({ currentTarget }) => set({ nextStep: currentTarget.value })}
        />
        <DateField
          label={text('casework:fields.nextOn')}
          value={fields.nextOn}
          min={fields.on}
          onChange={(nextOn) => set({ nextOn })}
        />
      </div>
    </Section>
  )
}

function MoreFields({ form }: ContactProps) {
  const { fields, set } = form
  const people = useRecords(person, { familyId: fields.familyId })
  return (
    <Section title={text('casework:contact.more')}>
      <PressRow
        label={text('casework:fields.presentIds')}
        options={people.filter(({ alive }) => alive)}
        chosen={fields.presentIds}
        onChange={(presentIds) => set({ presentIds })}
      />
      <div className={styles.fields}>
        <TextInput
          label={text('casework:fields.presentWords')}
          maxLength={200}
          value={fields.presentWords}
          onChange={({ currentTarget }) => set({ presentWords: currentTarget.value })}
        />
        <TextInput
          label={text('casework:fields.place')}
          description={text('casework:contact.placeHint')}
          maxLength={200}
          value={fields.place}
          onChange={({ currentTarget }) => set({ place: currentTarget.value })}
        />
        <TextInput
          label={text('casework:fields.at')}
          type="time"
          value={fields.at}
          onChange={({ currentTarget }) => set({ at: currentTarget.value })}
        />
      </div>
      <LongField form={form} name="aim" />
      <LongField form={form} name="response" />
    </Section>
  )
}
