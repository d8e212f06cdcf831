import { Alert, Button } from '@mantine/core'
import { Link, useNavigate, useParams } from 'react-router'
import { holdsServiceConsent } from '../../../core/families/consent-state.ts'
import { availability, availabilityId } from '../../../core/families/availability.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person, type Person } from '../../../core/families/person.ts'
import {
  announce,
  ConfirmButton,
  ConflictMark,
  DoingNote,
  EmptyState,
  Form,
  Icon,
  Loading,
  Page,
  refusalText,
  Section,
  StickyActions,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { type LocalRecord, useAct, useReadLog, useRecord, useToday } from '../../sync/index.ts'
import { draftRemoval } from '../register-family/draft-family.ts'
import { type FamilyFile, useFamilyFile } from '../use-register.ts'
import { AvailabilitySection } from './availability-section.tsx'
import { ConsentedFields } from './consented-fields.tsx'
import { ContactFields } from './contact-fields.tsx'
import { StaysSection } from './stays-section.tsx'
import { OvertakenNote } from './overtaken-note.tsx'
import { useChanges } from './use-changes.ts'

export function PersonPage() {
  const { familyId = '', personId = '' } = useParams()
  const file = useFamilyFile(familyId)
  useReadLog('person', file === null ? null : personId)
  if (file === null) return <Loading />
  const found = file.people.find(({ id }) => id === personId)
  const back = { to: `/families/${familyId}`, label: text('kit:back') }
  return found === undefined ? (
    <Page title={text('families:edit.personMissing')} back={back}>
      <EmptyState title={text('families:edit.personMissing')} />
    </Page>
  ) : (
    <PersonEdit key={found.id} file={file} record={found} />
  )
}

function PersonEdit({
  file,
  record,
}: {
  readonly file: FamilyFile
  readonly record: LocalRecord<Person>
}) {
  const { values, set, save, doing, overtaken } = useChanges(person, record)
  const today = useToday()
  const navigate = useNavigate()
  const place = `/families/${file.family.id}`
  const consented = holdsServiceConsent(file.consents, today)
  const saveAndLeave = async () => {
    if (await save()) await navigate(place)
  }
  return (
    <Page
      title={record.name}
      back={{ to: place, label: text('kit:back') }}
      marks={
        <>
          <UnsentMark record={record} />
          <ConflictMark kind={person} record={record} />
        </>
      }
    >
      <Form onSubmit={() => void saveAndLeave()} label={record.name}>
        <Section title={text('families:edit.contact')}>
          <ContactFields values={values} set={set} today={today} />
        </Section>
        <Section title={text('families:edit.facts')}>
          {consented ? <ConsentedFields values={values} set={set} /> : <NeedsConsent file={file} />}
        </Section>
        <OvertakenNote overtaken={overtaken} />
        <DoingNote doing={doing} />
        <StickyActions>
          <Button type="submit" loading={doing.busy}>
            {text('kit:save')}
          </Button>
          <RemovePerson file={file} record={record} />
        </StickyActions>
      </Form>
      <StaysSection file={file} person={record} />
      {consented && <AvailabilitySection person={record} />}
    </Page>
  )
}

function NeedsConsent({ file }: { readonly file: FamilyFile }) {
  const child = file.people.find(({ role }) => role === 'child')
  return (
    <Alert color="gray" variant="light" icon={<Icon name="lock" />}>
      {text('families:edit.factsWait')}{' '}
      {child !== undefined && (
        <Link to={`/families/${file.family.id}/consent/${child.id}`}>
          {text('families:file.askConsent')}
        </Link>
      )}
    </Alert>
  )
}

/** Somebody entered by mistake goes with their stays, bonds and pairs; whoever has given consent stays on record. */
function RemovePerson({
  file,
  record,
}: {
  readonly file: FamilyFile
  readonly record: LocalRecord<Person>
}) {
  const act = useAct()
  const navigate = useNavigate()
  const inConsent = file.consents.some(
    ({ subjectId, givenById }) => subjectId === record.id || givenById === record.id,
  )
  const times = useRecord(availability, availabilityId(record.id))
  if (inConsent) return null
  const remove = async () => {
    const { id } = record
    const isBound = (bond: { readonly childId: string; readonly adultId: string }) =>
      bond.childId === id || bond.adultId === id
    const made = await act([
      ...file.pairs.filter(isBound).map((each) => draftRemoval(pair, each.id)),
      ...file.guardianships.filter(isBound).map((each) => draftRemoval(guardianship, each.id)),
      ...file.migrations
        .filter(({ personId }) => personId === id)
        .map((each) => draftRemoval(migration, each.id)),
      ...(times === null ? [] : [draftRemoval(availability, times.id)]),
      draftRemoval(person, id),
    ])
    if (!made.ok) return announce({ words: refusalText(made.refusal) })
    await navigate(`/families/${file.family.id}`)
  }
  return (
    <ConfirmButton
      question={text('families:edit.removeQuestion', { name: record.name })}
      confirmLabel={text('kit:remove')}
      onConfirm={() => void remove()}
    >
      {text('kit:remove')}
    </ConfirmButton>
  )
}
