import { Button, TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { staff } from '../../core/access/staff.ts'
import {
  caseConference,
  type CaseConference,
  conferenceModes,
} from '../../core/casework/case-conference.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { person } from '../../core/families/person.ts'
import {
  announce,
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
import { DecisionFields, GuestFields } from './conference-lines.tsx'
import { PressRow } from './press-row.tsx'

/** Form-F23 in the hand: a conference that was held, written down also without a network. */
export function ConferencePage() {
  const { caseId = '', conferenceId } = useParams()
  const its = useRecord(caseFile, caseId)
  const conference = useRecord(caseConference, conferenceId)
  if (its === null || (conferenceId !== undefined && conference === null))
    return (
      <Page
        title={text('casework:conference.form')}
        back={{ to: '/casework', label: text('casework:title') }}
      >
        <EmptyState
          title={text('casework:file.missing')}
          hint={text('casework:file.missingHint')}
        />
      </Page>
    )
  return (
    <ConferenceForm
      key={conferenceId ?? caseId}
      caseId={caseId}
      familyId={its.familyId}
      conference={conference}
    />
  )
}

function ConferenceForm({
  caseId,
  familyId,
  conference,
}: {
  readonly caseId: string
  readonly familyId: string
  readonly conference: LocalRecord<CaseConference> | null
}) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const [fresh] = useState(newId)
  const chosen = useKeptWords(`caseConference:new:${caseId}:mode`)
  const modeChosen = conference !== null || chosen.words !== ''
  const [modeMissing, setModeMissing] = useState(false)
  const form = useRecordForm(caseConference, conference, caseId, {
    ...{ familyId, caseId, writtenById: staffId, on: today, staffIds: [staffId] },
  })
  if (form === null) return null
  const save = async () => {
    if (!modeChosen) return setModeMissing(true)
    if (!(await form.save(conference?.id ?? fresh))) return
    await chosen.clear()
    announce({ words: text('casework:conference.saved') })
    await navigate(`/casework/${caseId}`)
  }
  return (
    <Page
      title={text(conference === null ? 'casework:conference.new' : 'casework:conference.change')}
      back={{ to: `/casework/${caseId}`, label: text('kit:back') }}
    >
      <Form
        onSubmit={() => void save().catch(reportError)}
        label={text('casework:conference.form')}
      >
        <RestoredNote
          restored={form.restored}
          discard={() => {
            form.discard()
            chosen.clear().catch(reportError)
          }}
        />
        <WhenFields
          form={form}
          modeChosen={modeChosen}
          onMode={(mode) => {
            if (conference === null) chosen.write(mode)
            setModeMissing(false)
          }}
        />
        <WhoFields form={form} />
        <SaidFields form={form} />
        <Section
          title={text('casework:conference.decided')}
          hint={text('casework:conference.decidedHint')}
        >
          <DecisionFields form={form} />
          <DateField
            label={text('casework:fields.nextConferenceOn')}
            value={form.fields.nextOn}
            min={form.fields.on}
            onChange={(nextOn) => form.set({ nextOn })}
          />
        </Section>
        {modeMissing && (
          <p role="alert" className={styles.late}>
            {text('casework:conference.modeFirst')}
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

type ConferenceProps = { readonly form: RecordForm<CaseConference> }

function WhenFields({
  form: { fields, set },
  modeChosen,
  onMode,
}: ConferenceProps & {
  readonly modeChosen: boolean
  readonly onMode: (mode: CaseConference['mode']) => void
}) {
  const today = useToday()
  return (
    <>
      <SegmentedChoice
        label={text('casework:fields.mode')}
        options={conferenceModes.map((value) => ({
          value,
          label: text(`casework:conference.mode.${value}`),
        }))}
        value={modeChosen ? fields.mode : null}
        onChange={(mode) => {
          set({ mode })
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
        <TextInput
          label={text('casework:fields.at')}
          type="time"
          value={fields.at}
          onChange={({ currentTarget }) => set({ at: currentTarget.value })}
        />
        <TextInput
          label={text('casework:fields.place')}
          maxLength={120}
          value={fields.place}
          onChange={({ currentTarget }) => set({ place: currentTarget.value })}
        />
      </div>
    </>
  )
}

function WhoFields({ form }: ConferenceProps) {
  const { fields, set } = form
  const colleagues = useRecords(staff, { state: 'active' })
  const people = useRecords(person, { familyId: fields.familyId })
  return (
    <Section title={text('casework:conference.who')}>
      <PressRow
        label={text('casework:fields.staffIds')}
        options={colleagues}
        chosen={fields.staffIds}
        onChange={(staffIds) => set({ staffIds })}
      />
      <PressRow
        label={text('casework:fields.personIds')}
        options={people.filter(({ alive }) => alive)}
        chosen={fields.personIds}
        onChange={(personIds) => set({ personIds })}
      />
      <GuestFields form={form} />
    </Section>
  )
}

function SaidFields({ form: { fields, set } }: ConferenceProps) {
  return (
    <Section title={text('casework:conference.said')}>
      {(['brought', 'views'] as const).map((name) => (
        <Textarea
          key={name}
          label={text(`casework:fields.${name}`)}
          autosize
          minRows={3}
          maxLength={4000}
          value={fields[name]}
          onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
        />
      ))}
    </Section>
  )
}
