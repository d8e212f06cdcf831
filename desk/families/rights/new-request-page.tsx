import { Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { agency } from '../../../core/access/agency.ts'
import { proposedRightsDays, workingDaysAfter } from '../../../core/families/rights-due.ts'
import {
  askerRelations,
  rightsAsked,
  type RightsRequest,
  rightsRequest,
} from '../../../core/families/rights-request.ts'
import {
  DateField,
  DoingNote,
  Form,
  formatDay,
  Page,
  RestoredNote,
  SaveOrCancel,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import {
  newId,
  useAccount,
  useActor,
  useRecord,
  useRecordForm,
  useToday,
} from '../../sync/index.ts'
import { oneOf } from '../option-list.ts'
import { type FamilyFile, useFamilyFile } from '../use-register.ts'

const ways = ['worker', 'phone', 'letter'] as const

/** One request as it came in: who, about whom, what; the day by which it is answered is shown at once. */
export function NewRequestPage() {
  const { familyId = '' } = useParams()
  const file = useFamilyFile(familyId)
  const back = { to: `/families/${familyId}`, label: text('rights:page.toFile') }
  return (
    <Page title={text('rights:add.title')} back={back}>
      {file === null || file.people.length === 0 ? (
        <Text>{text('families:file.missing')}</Text>
      ) : (
        <RequestForm file={file} />
      )}
    </Page>
  )
}

type Draft = Pick<
  RightsRequest,
  'subjectId' | 'askedById' | 'relation' | 'right' | 'came' | 'words' | 'receivedOn'
>

function useDays(): { readonly days: number; readonly proposed: boolean } {
  const { agency: own } = useAccount()
  const set = useRecord(agency, own.id)?.rightsDays ?? null
  return { days: set ?? proposedRightsDays, proposed: set === null }
}

function RequestForm({ file }: { readonly file: FamilyFile }) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const { days, proposed } = useDays()
  const familyId = file.family.id
  const idOf = (wanted: string) =>
    (file.people.find(({ role }) => role === wanted) ?? file.people[0])?.id ?? ''
  const form = useRecordForm(rightsRequest, null, familyId, {
    ...{ familyId, subjectId: idOf('child'), askedById: idOf('parent'), relation: 'guardian' },
    ...{ right: 'copy', receivedOn: today, dueOn: workingDaysAfter(today, days) },
  })
  if (form === null) return null
  const { fields: draft, set: put, doing } = form
  const dueOn = workingDaysAfter(draft.receivedOn, days)
  const toFile = () => void navigate(`/families/${familyId}`)
  const save = async () => {
    const recordId = newId()
    if (await form.save(recordId, { dueOn, writtenById: staffId }))
      await navigate(`/families/${familyId}/rights/${recordId}`)
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)}>
      <RestoredNote {...form} />
      <SegmentedChoice
        label={text('rights:add.right')}
        options={rightsAsked.map((value) => ({ value, label: text(`rights:right.${value}`) }))}
        value={draft.right}
        onChange={(right) => put({ right })}
      />
      <People file={file} draft={draft} put={put} />
      <SegmentedChoice
        label={text('rights:add.came')}
        options={ways.map((value) => ({ value, label: text(`rights:came.${value}`) }))}
        value={ways.find((way) => way === draft.came) ?? null}
        onChange={(came) => put({ came })}
      />
      <Textarea
        label={text('rights:add.words')}
        value={draft.words}
        maxLength={2000}
        autosize
        onChange={({ currentTarget }) => put({ words: currentTarget.value })}
      />
      <DateField
        label={text('rights:add.receivedOn')}
        value={draft.receivedOn}
        max={today}
        required
        onChange={(day) => put({ receivedOn: day ?? today })}
      />
      <Text fw={600}>{text('rights:add.due', { day: formatDay(dueOn), days })}</Text>
      {proposed && <Text c="gray.7">{text('rights:add.proposed', { days })}</Text>}
      <Group>
        <SaveOrCancel
          busy={doing.busy}
          onCancel={() => {
            form.discard()
            toFile()
          }}
        />
      </Group>
      <DoingNote doing={doing} />
    </Form>
  )
}

function People({
  file,
  draft,
  put,
}: {
  readonly file: FamilyFile
  readonly draft: Draft
  readonly put: (part: Partial<Draft>) => void
}) {
  const named = file.people.map(({ id, name }) => ({ value: id, label: name }))
  const setPeople = (part: Pick<Draft, 'subjectId'> | Pick<Draft, 'askedById'>) => {
    const next = { ...draft, ...part }
    const isSelf = next.subjectId === next.askedById
    const was = draft.relation === 'self' ? 'guardian' : draft.relation
    put({ ...part, relation: isSelf ? 'self' : was })
  }
  return (
    <>
      <NativeSelect
        label={text('rights:add.about')}
        data={named}
        value={draft.subjectId}
        onChange={({ currentTarget }) => setPeople({ subjectId: currentTarget.value })}
      />
      <NativeSelect
        label={text('rights:add.who')}
        data={named}
        value={draft.askedById}
        onChange={({ currentTarget }) => setPeople({ askedById: currentTarget.value })}
      />
      <NativeSelect
        label={text('rights:add.relation')}
        data={askerRelations.map((value) => ({ value, label: text(`rights:relation.${value}`) }))}
        value={draft.relation}
        onChange={({ currentTarget }) =>
          put({ relation: oneOf(askerRelations, currentTarget.value) ?? draft.relation })
        }
      />
    </>
  )
}
