import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import {
  guardianship,
  type Guardianship,
  wasChildHeard,
} from '../../../core/families/guardianship.ts'
import { pair, pairId, pairRelations, type Pair } from '../../../core/families/pair.ts'
import type { Person } from '../../../core/families/person.ts'
import {
  ConfirmButton,
  DoingNote,
  formatDay,
  Loading,
  Page,
  Section,
  text,
  UnsentMark,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { oneOf, optionsOf } from '../option-list.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { draftRemoval } from '../register-family/draft-family.ts'
import { caregiverBases, guardianBases } from '../register-family/family-form.ts'
import { adultsIn, type FamilyFile, nameOf, useFamilyFile } from '../use-register.ts'
import { BarringChoice } from './barring-choice.tsx'

const heardAnswers = ['yes', 'no'] as const

interface BondsProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

/** Who is guardian of a child, who looks after it, and which pairs are worked with. */
export function BondsPage() {
  const { familyId = '', childId = '' } = useParams()
  const file = useFamilyFile(familyId)
  const child = file?.people.find(({ id }) => id === childId)
  if (file === null || child === undefined) return <Loading />
  return (
    <Page
      title={text('families:bonds.title', { name: child.name })}
      back={{ to: `/families/${familyId}`, label: text('kit:back') }}
      actions={
        <Button component={Link} to={`/families/${familyId}/guardian/${childId}`} variant="default">
          {text('families:guardian.open')}
        </Button>
      }
    >
      <Text>{text('families:bonds.explain')}</Text>
      {(['legalGuardian', 'caregiver'] as const).map((kind) => (
        <BondSection key={kind} file={file} child={child} kind={kind} />
      ))}
      <PairSection file={file} child={child} />
    </Page>
  )
}

function BondSection({ file, child, kind }: BondsProps & { readonly kind: Guardianship['kind'] }) {
  const today = useToday()
  const bonds = file.guardianships.filter((bond) => bond.childId === child.id && bond.kind === kind)
  return (
    <Section title={text(`families:bonds.${kind}Title`)}>
      {bonds.map((bond) => (
        <BondLine key={bond.id} file={file} bond={bond} today={today} />
      ))}
      <NewBond file={file} child={child} kind={kind} />
    </Section>
  )
}

function BondLine({
  file,
  bond,
  today,
}: {
  readonly file: FamilyFile
  readonly bond: LocalRecord<Guardianship>
  readonly today: string
}) {
  const act = useAct()
  const doing = useDoing()
  const change = (fields: Partial<Guardianship>) =>
    doing.run(() => act({ kind: guardianship, recordId: bond.id, verb: 'edit', input: {}, fields }))
  const heard = wasChildHeard(bond)
  return (
    <Stack gap={4} className={styles.inner}>
      <Group justify="space-between">
        <Text>
          <strong>{nameOf(file, bond.adultId)}</strong> · {text(`families:basis.${bond.basis}`)}
          {bond.until !== null &&
            ` · ${text('families:bonds.ended', { day: formatDay(bond.until) })}`}
          {bond.endGround !== null && ` · ${text(`families:guardian.grounds.${bond.endGround}`)}`}
          {[bond.proof, bond.endProof].map(
            (proof) => proof !== '' && ` · ${text('families:guardian.proofLine', { proof })}`,
          )}
        </Text>
        <UnsentMark record={bond} />
      </Group>
      {bond.until === null && bond.kind === 'caregiver' && (
        <HeardChoice
          value={heard === null ? null : heard ? 'yes' : 'no'}
          onChange={(heardAnswer) => void change({ heardAnswer, childHeard: null })}
        />
      )}
      {bond.until === null && bond.kind === 'caregiver' && (
        <BarringChoice value={bond.barring} onChange={(barring) => void change({ barring })} />
      )}
      {bond.until === null && (
        <Group gap="xs">
          <ConfirmButton
            question={text('families:bonds.endQuestion', { name: nameOf(file, bond.adultId) })}
            confirmLabel={text('families:bonds.end')}
            onConfirm={() => void change({ until: today })}
          >
            {text('families:bonds.end')}
          </ConfirmButton>
        </Group>
      )}
      <DoingNote doing={doing} />
    </Stack>
  )
}

/** Yes, no, or not asked: whoever leaves it alone has said nothing. */
function HeardChoice({
  value,
  onChange,
}: {
  readonly value: Guardianship['heardAnswer']
  readonly onChange: (answer: Guardianship['heardAnswer']) => void
}) {
  return (
    <NativeSelect
      label={text('families:fields.childHeard')}
      data={[
        { value: '', label: text('families:heard.notAsked') },
        ...optionsOf(heardAnswers, 'families:heard'),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(oneOf(heardAnswers, event.currentTarget.value))}
    />
  )
}

function NewBond({ file, child, kind }: BondsProps & { readonly kind: Guardianship['kind'] }) {
  const act = useAct()
  const doing = useDoing()
  const bases = kind === 'legalGuardian' ? guardianBases : caregiverBases
  const adults = adultsIn(file).filter(({ alive }) => alive)
  const [adultId, setAdultId] = useState('')
  const [basis, setBasis] = useState<Guardianship['basis'] | null>(null)
  const [heard, setHeard] = useState<Guardianship['heardAnswer']>(null)
  const save = async () => {
    if (basis === null || adultId === '') return
    const fields = {
      familyId: file.family.id,
      childId: child.id,
      adultId,
      kind,
      basis,
      heardAnswer: kind === 'caregiver' ? heard : null,
    }
    if ((await doing.run(() => act(draftRecord(guardianship, newId(), fields)))) !== null) {
      setAdultId('')
      setBasis(null)
      setHeard(null)
    }
  }
  return (
    <Stack gap="sm">
      <div className={styles.fields}>
        <NativeSelect
          label={text(`families:bonds.${kind}Who`)}
          data={[
            { value: '', label: text('families:choose') },
            ...adults.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={adultId}
          onChange={(event) => setAdultId(event.currentTarget.value)}
        />
        <NativeSelect
          label={text('families:fields.basis')}
          data={[
            { value: '', label: text('families:choose') },
            ...optionsOf(bases, 'families:basis'),
          ]}
          value={basis ?? ''}
          onChange={(event) => setBasis(oneOf(bases, event.currentTarget.value))}
        />
        {kind === 'caregiver' && <HeardChoice value={heard} onChange={setHeard} />}
      </div>
      <DoingNote doing={doing} />
      <Group>
        <Button
          variant="light"
          disabled={basis === null || adultId === ''}
          loading={doing.busy}
          onClick={() => void save()}
        >
          {text('kit:add')}
        </Button>
      </Group>
    </Stack>
  )
}

function PairSection({ file, child }: BondsProps) {
  const act = useAct()
  const doing = useDoing()
  const familyId = file.family.id
  const setPair = (adultId: string, chosen: string) => {
    const id = pairId(child.id, adultId)
    const present = file.pairs.find((each) => each.id === id)
    const relation: Pair['relation'] | null = oneOf(pairRelations, chosen)
    if (relation === null) return doing.run(() => act(draftRemoval(pair, id)))
    const draft =
      present === undefined
        ? draftRecord(pair, id, { familyId, childId: child.id, adultId, relation })
        : { kind: pair, recordId: id, verb: 'edit', input: {}, fields: { relation } }
    return doing.run(() => act(draft))
  }
  return (
    <Section title={text('families:bonds.pairs')} hint={text('families:bonds.pairsHint')}>
      {file.people
        .filter(({ id, alive }) => id !== child.id && alive)
        .map(({ id, name }) => {
          const present = file.pairs.find((each) => each.id === pairId(child.id, id))
          return (
            <NativeSelect
              key={id}
              label={`${child.name} – ${name}`}
              data={[
                ...(present === undefined
                  ? [{ value: '', label: text('families:bonds.noPair') }]
                  : []),
                ...optionsOf(pairRelations, 'families:relation'),
              ]}
              value={present?.relation ?? ''}
              onChange={(event) => void setPair(id, event.currentTarget.value)}
            />
          )
        })}
      <DoingNote doing={doing} />
    </Section>
  )
}
