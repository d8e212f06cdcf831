import { Button, TextInput } from '@mantine/core'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { caseFile } from '../../../core/casework/case-file.ts'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { type Transfer, transferWhats } from '../../../core/casework/transfer/transfer-shape.ts'
import { pair } from '../../../core/families/pair.ts'
import {
  DoingNote,
  EmptyState,
  Form,
  Page,
  RestoredNote,
  Section,
  SegmentedChoice,
  StickyActions,
  text,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  newId,
  type RecordForm,
  useActor,
  useRecord,
  useRecordForm,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import { GroundFields } from './ground-fields.tsx'
import { MissingNote } from './missing-note.tsx'
import { PartChoice, SubjectChoice } from './part-choice.tsx'
import { labelOf, TransferParts } from './transfer-parts.tsx'
import { WhyFields } from './why-fields.tsx'
import styles from '../casework.module.css'

/** Form-F19: a new transfer of a case, or a draft that is written on. */
export function TransferFormPage() {
  const { caseId, transferId } = useParams()
  const its = useRecord(transfer, transferId)
  const ofCase = useRecord(caseFile, its?.caseId ?? caseId)
  const pairs = useRecords(pair)
  const [query] = useSearchParams()
  const refused = useRecord(transfer, query.get('after') ?? undefined)
  if (ofCase === null && its === null)
    return (
      <Page
        title={text('transfer:title')}
        back={{ to: '/casework', label: text('casework:title') }}
      >
        <EmptyState title={text('transfer:missing')} hint={text('transfer:missingHint')} />
      </Page>
    )
  const child = pairs.find(({ id }) => id === ofCase?.pairId)?.childId ?? ofCase?.personId ?? null
  const begin: Partial<Transfer> = {
    familyId: ofCase?.familyId ?? its?.familyId ?? '',
    caseId: ofCase?.id ?? null,
    subjectIds: child === null ? [] : [child],
    problem: ofCase?.problem ?? '',
    ...(refused === null || refused.caseId !== ofCase?.id ? {} : wordsOf(refused)),
  }
  return <TransferForm key={transferId ?? caseId ?? ''} its={its} begin={begin} />
}

/** To somebody else after a no: everything but whom it goes to is written already. */
function wordsOf({ what, subjectIds, reason, problem, workDone, expectation }: Transfer) {
  return { what, subjectIds, reason, problem, workDone, expectation }
}

function TransferForm({
  its,
  begin,
}: {
  readonly its: LocalRecord<Transfer> | null
  readonly begin: Partial<Transfer>
}) {
  const today = useToday()
  const navigate = useNavigate()
  const { staffId } = useActor()
  const form = useRecordForm(transfer, its, begin.caseId ?? '', {
    ...{ what: 'wholeCase', parts: ['basics', 'family'], ...begin },
    ...{ draftedById: staffId, draftedOn: today },
  })
  if (form === null) return null
  const save = async () => {
    const recordId = its?.id ?? newId()
    if (await form.save(recordId)) await navigate(`/casework/transfers/${recordId}`)
  }
  return (
    <Page
      title={text('transfer:new')}
      back={
        its === null
          ? { to: `/casework/${begin.caseId ?? ''}`, label: text('transfer:toCase') }
          : { to: `/casework/transfers/${its.id}`, label: text('kit:back') }
      }
    >
      <Form onSubmit={() => void save().catch(reportError)} label={text('transfer:new')}>
        <RestoredNote restored={form.restored} discard={form.discard} />
        <WhoFields form={form} />
        <WhyFields form={form} />
        <SubjectChoice form={form} />
        <PartChoice form={form} />
        <GroundFields form={form} />
        <TransferParts its={form.fields} />
        <MissingNote its={form.fields} editing />
        <DoingNote doing={form.doing} />
        <StickyActions>
          <Button type="submit" loading={form.doing.busy}>
            {text('transfer:form.save')}
          </Button>
        </StickyActions>
      </Form>
    </Page>
  )
}

type FormProps = { readonly form: RecordForm<Transfer> }

function WhoFields({ form: { fields, set } }: FormProps) {
  const receiver = ['receiverOrg', 'receiverPerson', 'receiverPhone', 'receiverPlace'] as const
  return (
    <Section title={text('transfer:form.who')}>
      <SegmentedChoice
        label={labelOf('what')}
        hint={text('transfer:form.whatFirst')}
        options={transferWhats.map((value) => ({ value, label: text(`transfer:what.${value}`) }))}
        value={fields.what}
        onChange={(what) => set({ what })}
      />
      <p className={styles.fine}>{text(`transfer:whatHint.${fields.what}`)}</p>
      <div className={styles.fields}>
        {receiver.map((name) => (
          <TextInput
            key={name}
            label={labelOf(name)}
            withAsterisk={name === 'receiverOrg'}
            type={name === 'receiverPhone' ? 'tel' : 'text'}
            maxLength={name === 'receiverPhone' ? 40 : 200}
            value={fields[name]}
            onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
          />
        ))}
      </div>
      <SegmentedChoice
        label={labelOf('language')}
        options={[
          { value: 'zh-CN', label: text('transfer:form.readIn') },
          { value: 'en', label: text('transfer:form.readInEn') },
        ]}
        value={fields.language}
        onChange={(language) => set({ language })}
      />
    </Section>
  )
}
