import { Alert, Button, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import { isAwayOn } from '../../../core/families/migration.ts'
import { mayReach } from '../../../core/families/may-reach.ts'
import type { Person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { done, refuse, type Outcome } from '../../../core/kit/outcome.ts'
import {
  announce,
  DateField,
  DoingNote,
  Form,
  Icon,
  Loading,
  Page,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  type KeptDraft,
  type LocalRecord,
  sendFile,
  useAct,
  useKeptDraft,
  useReadLog,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import { type FamilyFile, useFamilyFile } from '../use-register.ts'
import { AssentChoice } from './assent-choice.tsx'
import {
  type ConsentForm,
  consentFormShape,
  draftConsents,
  emptyConsent,
  findGivers,
  isGiven,
} from './consent-form.ts'
import { ConsentLink } from './consent-link.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { NewsSection } from './news-section.tsx'
import { ProofChoice } from './proof-choice.tsx'
import { PurposeChoice } from './purpose-choice.tsx'
import { SettleSection } from './settle-section.tsx'
import { fileOfDataUrl } from './signature-pad.tsx'
import { TakeNoteSection } from './take-note-section.tsx'

export function ConsentPage() {
  const { familyId = '', childId = '' } = useParams()
  const file = useFamilyFile(familyId)
  useReadLog('consent', file === null ? null : childId)
  const child = file?.people.find(({ id }) => id === childId)
  const today = useToday()
  if (file === null || child === undefined) return <Loading />
  const { may } = findGivers(file, child, today)
  const allAway = may.every(({ id }) =>
    file.migrations.some((stay) => stay.personId === id && isAwayOn(stay, today)),
  )
  // With every guardian far away, the link is the usual way: before the long form, not below it.
  const link = <ConsentLink file={file} child={child} />
  return (
    <Page
      title={text('families:consent.title', { name: child.name })}
      back={{ to: `/families/${familyId}`, label: text('kit:back') }}
    >
      {file.consents.some(({ subjectId }) => subjectId === childId) && (
        <>
          <NewsSection file={file} child={child} />
          <SettleSection file={file} child={child} />
          <DecisionsSection file={file} child={child} />
        </>
      )}
      {allAway && link}
      <ConsentTalk key={childId} file={file} child={child} />
      {!allAway && link}
      <TakeNoteSection file={file} child={child} />
    </Page>
  )
}

interface TalkProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

function ConsentTalk({ file, child }: TalkProps) {
  const today = useToday()
  const draft = useKeptDraft(`consent:${child.id}`, emptyConsent(today), (kept) => {
    const parsed = consentFormShape.safeParse(kept)
    return parsed.success ? parsed.data : null
  })
  return draft.value === null ? (
    <Loading />
  ) : (
    <TalkForm file={file} child={child} form={draft.value} draft={draft} />
  )
}

interface FormProps extends TalkProps {
  readonly form: ConsentForm
  readonly draft: KeptDraft<ConsentForm>
}

const storedShape = z.object({ id: z.uuid() })

/** The photographed paper or the drawn signature goes to the server first: consent never points at nothing. */
async function storeProof(
  form: ConsentForm,
  paper: File | null,
  familyId: string,
): Promise<Outcome<string | null>> {
  if (!isGiven(form) || (form.proof !== 'paperPhoto' && form.proof !== 'onScreen'))
    return done(null)
  const drawn = form.signature === '' ? null : fileOfDataUrl(form.signature, 'signature.png')
  const file = form.proof === 'paperPhoto' ? paper : drawn
  if (file === null) return refuse('ProofMissing', { proof: form.proof })
  const stored = await sendFile(`/api/files/consentPaper/family:${familyId}`, file, storedShape)
  return stored.ok ? done(stored.value.id) : stored
}

function TalkForm({ file, child, form, draft }: FormProps) {
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const [paper, setPaper] = useState<File | null>(null)
  const set = (part: Partial<ConsentForm>) => draft.change({ ...form, ...part })
  const save = async () => {
    const made = await doing.run(async () => {
      const proof = await storeProof(form, paper, file.family.id)
      return proof.ok ? act(draftConsents(form, file, child, proof.value)) : proof
    })
    if (made === null) return
    await draft.clear()
    announce({ words: text('families:consent.saved') })
    await navigate(`/families/${file.family.id}`)
  }
  const decided = Object.keys(form.decisions).length > 0
  return (
    <Form onSubmit={() => void save()} label={text('families:consent.title', { name: child.name })}>
      <GiverChoice file={file} child={child} form={form} set={set} />
      <Section title={text('families:consent.proofTitle')}>
        <ProofChoice form={form} set={set} paper={paper} setPaper={setPaper} />
      </Section>
      <Section
        title={text('families:consent.purposes')}
        hint={text('families:consent.purposesHint')}
      >
        <PurposeChoice file={file} childId={child.id} form={form} set={set} />
      </Section>
      <Section title={text('families:assent.title')}>
        <AssentChoice child={child} form={form} set={set} />
      </Section>
      <DoingNote doing={doing} />
      <StickyActions>
        <Button
          type="submit"
          loading={doing.busy}
          disabled={!decided || form.givenById === '' || (isGiven(form) && form.proof === null)}
        >
          {text('families:consent.save')}
        </Button>
      </StickyActions>
      {!decided && <Text c="gray.7">{text('families:consent.nothingDecided')}</Text>}
    </Form>
  )
}

/** FAM-8 on the screen: only who may consent is offered, and why the caregiver is not. */
function GiverChoice({
  file,
  child,
  form,
  set,
}: TalkProps & {
  readonly form: ConsentForm
  readonly set: (part: Partial<ConsentForm>) => void
}) {
  const today = useToday()
  const { may, caregivers } = findGivers(file, child, form.decidedOn)
  const { familyId } = child
  const restrictions = useRecords(restrictedParty, { familyId, state: 'standing' })
  const bonds = `/families/${file.family.id}/bonds/${child.id}`
  return (
    <Section title={text('families:consent.giver')}>
      <Stack gap="sm">
        {may.length === 0 ? (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
            {text('families:consent.noGuardian')}{' '}
            <Link to={bonds}>{text('families:bonds.open')}</Link>
          </Alert>
        ) : (
          <Radio.Group
            label={text('families:consent.whoDecides')}
            value={form.givenById}
            onChange={(givenById) => set({ givenById })}
          >
            <Stack gap="xs" mt="xs">
              {may.map(({ id, name, as }) => (
                <Radio
                  key={id}
                  value={id}
                  label={`${name} · ${text(`families:consent.as.${as}`)}`}
                  description={
                    mayReach(restrictions, id, child.id)
                      ? undefined
                      : text('families:consent.restrictedGiver')
                  }
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {caregivers.length > 0 && (
          <Text size="sm" c="gray.7">
            {text('families:consent.caregiverCannot', {
              names: caregivers.join(text('families:nameSeparator')),
            })}
          </Text>
        )}
        {may.some(({ as }) => as === 'self') && <Text>{text('families:consent.ownConsent')}</Text>}
        {child.bornOn === null && <Text size="sm">{text('families:consent.birthUnknown')}</Text>}
        <DateField
          label={text('families:consent.day')}
          max={today}
          value={form.decidedOn}
          onChange={(day) => set({ decidedOn: day ?? today })}
        />
        <DateField
          label={text('families:consent.until')}
          description={text('families:consent.untilHint')}
          min={form.decidedOn}
          value={form.validUntil}
          onChange={(validUntil) => set({ validUntil })}
        />
      </Stack>
    </Section>
  )
}
