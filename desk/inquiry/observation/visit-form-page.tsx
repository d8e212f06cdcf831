import { Button, Text, Textarea, TextInput } from '@mantine/core'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { homeVisit, type HomeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import {
  DoingNote,
  EmptyState,
  Form,
  Page,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
} from '../../kit/index.ts'
import { type LocalRecord, useActor, useRecord, useToday } from '../../sync/index.ts'
import styles from '../inquiry.module.css'
import { HarmBox } from '../interview/guide-advice.tsx'
import { guideFor } from '../interview/guides.ts'
import {
  ClosedNote,
  FactsFields,
  FamilyChoice,
  onlyOf,
  PressRow,
  RestoredNote,
} from './form-parts.tsx'
import { TimeFields } from './time-fields.tsx'
import { useNameable } from './use-observation.ts'
import { type RecordForm, useRecordForm } from './use-record-form.ts'
import { ActionFields, withoutBlanks } from './visit-actions.tsx'
import { VisitContact } from './visit-contact.tsx'
import { SafetyFields } from './visit-safety.tsx'

/** Form-F22 in the hand: filled at the kitchen table with the network off. */
export function VisitFormPage() {
  const { visitId } = useParams()
  const its = useRecord(homeVisit, visitId)
  const [asked, setAsked] = useSearchParams()
  const familyId = its?.familyId ?? asked.get('family') ?? ''
  if (visitId !== undefined && its === null)
    return (
      <Page title={text('observation:visit.change')}>
        <EmptyState title={text('observation:missing')} hint={text('observation:missingHint')} />
      </Page>
    )
  if (familyId === '')
    return (
      <Page
        title={text('observation:visit.new')}
        back={{ to: '/inquiry/observation', label: text('kit:back') }}
      >
        <FamilyChoice
          value=""
          none={text('interview:form.chooseFamily')}
          onChange={(family) => setAsked({ family }, { replace: true })}
        />
      </Page>
    )
  return <VisitForm key={visitId ?? familyId} its={its} familyId={familyId} />
}

function VisitForm({
  its,
  familyId,
}: {
  readonly its: LocalRecord<HomeVisit> | null
  readonly familyId: string
}) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const only = onlyOf(useNameable(familyId, 'service').children)
  const form = useRecordForm({
    kind: homeVisit,
    place: familyId,
    record: its,
    initial: { familyId, visitorId: staffId, onDay: today, childIds: only === null ? [] : [only] },
  })
  if (form === null) return null
  const { fields } = form
  const isOwn = fields.visitorId === staffId
  const save = async () => {
    const id = await form.save({ ...fields, actions: withoutBlanks(fields.actions) })
    if (id !== null) await navigate(`/inquiry/observation/visits/${id}`)
  }
  return (
    <Page
      title={titleOf(its !== null, isOwn)}
      back={{
        to:
          its === null
            ? `/inquiry/observation?family=${familyId}`
            : `/inquiry/observation/visits/${its.id}`,
        label: text('kit:back'),
      }}
    >
      <Form onSubmit={() => void save()}>
        <RestoredNote form={form} />
        {isOwn ? (
          <FactsOfVisit form={form} />
        ) : (
          <Text size="sm">{text('observation:visit.factsOfVisitor')}</Text>
        )}
        <ActionFields form={form} />
        <HarmBox guide={guideFor('child')} />
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

export type VisitForm = RecordForm<HomeVisit>

function titleOf(isThere: boolean, isOwn: boolean): string {
  if (!isThere) return text('observation:visit.new')
  return text(isOwn ? 'observation:visit.change' : 'observation:visit.followUp')
}

/** OBS-2: what was found there only its visitor writes. */
function FactsOfVisit({ form }: { readonly form: VisitForm }) {
  const { fields, set } = form
  return (
    <>
      <WhoSection form={form} />
      <LongSection form={form} part="home" names={['household', 'environment']} />
      <SafetyFields form={form} />
      <VisitContact form={form} />
      <LongSection form={form} part="school" names={['school']} />
      <MoodSection form={form} />
      <Section title={text('observation:form.what')} hint={text('observation:form.whatHint')}>
        <FactsFields fields={fields} set={set} seenHint={text('observation:form.seenHint')} />
      </Section>
    </>
  )
}

function WhoSection({ form: { fields, set } }: { readonly form: VisitForm }) {
  const today = useToday()
  const nameable = useNameable(fields.familyId, 'service')
  const { children, adults } = nameable
  const options = (all: typeof children) => all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={text('observation:visit.who')}>
      <ClosedNote familyId={fields.familyId} nameable={nameable} />
      <PressRow
        label={text('observation:fields.childIds')}
        options={options(children)}
        chosen={fields.childIds}
        onChange={(childIds) => set({ childIds })}
      />
      <PressRow
        label={text('observation:fields.atHomeIds')}
        options={options([...children, ...adults])}
        chosen={fields.atHomeIds}
        onChange={(atHomeIds) => set({ atHomeIds })}
      />
      <div className={styles.fields}>
        <TextInput
          label={text('observation:fields.atHomeWords')}
          description={text('observation:visit.atHomeHint')}
          maxLength={200}
          value={fields.atHomeWords}
          onChange={(event) => set({ atHomeWords: event.currentTarget.value })}
        />
        <TextInput
          label={text('observation:fields.withWords')}
          maxLength={200}
          value={fields.withWords}
          onChange={(event) => set({ withWords: event.currentTarget.value })}
        />
        <TimeFields fields={fields} set={set} today={today} />
      </div>
    </Section>
  )
}

type LongField = 'household' | 'environment' | 'school'

function LongSection({
  form: { fields, set },
  part,
  names,
}: {
  readonly form: VisitForm
  readonly part: 'home' | 'school'
  readonly names: readonly LongField[]
}) {
  return (
    <Section title={text(`observation:visit.${part}`)}>
      {names.map((name) => (
        <Textarea
          key={name}
          label={text(`observation:fields.${name}`)}
          description={text(`observation:visit.${name}Hint`)}
          autosize
          minRows={2}
          maxLength={4000}
          value={fields[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
    </Section>
  )
}

const faces = ['1', '2', '3', '4'] as const

function MoodSection({ form: { fields, set } }: { readonly form: VisitForm }) {
  return (
    <Section title={text('observation:visit.mood')}>
      <SegmentedChoice
        label={text('observation:fields.moodFace')}
        hint={text('observation:visit.moodHint')}
        options={[
          ...faces.map((face) => ({ value: face, label: text(`observation:mood.${face}`) })),
          { value: 'none' as const, label: text('observation:mood.none') },
        ]}
        value={faces.find((face) => face === String(fields.moodFace)) ?? 'none'}
        onChange={(face) => set({ moodFace: face === 'none' ? null : Number(face) })}
      />
      <Textarea
        label={text('observation:fields.moodWords')}
        autosize
        minRows={2}
        maxLength={4000}
        value={fields.moodWords}
        onChange={(event) => set({ moodWords: event.currentTarget.value })}
      />
    </Section>
  )
}
