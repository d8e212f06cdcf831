import { Anchor, Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { z } from 'zod'
import {
  draftGuardianChange,
  type GuardianChange,
  isGuardianChangeWhole,
} from '../../../core/families/change-guardian.ts'
import { isGuardianship } from '../../../core/families/guardian-until.ts'
import { guardianshipBases, guardianshipEnds } from '../../../core/families/guardianship.ts'
import type { Person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { rightsRequest } from '../../../core/families/rights-request.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Json, JsonObject } from '../../../core/kit/json.ts'
import {
  announce,
  DateField,
  DoingNote,
  Loading,
  Page,
  RestoredNote,
  Section,
  StickyActions,
  text,
  useDoing,
} from '../../kit/index.ts'
import {
  type LocalRecord,
  newId,
  useAct,
  useKeptForm,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import styles from '../families.module.css'
import { oneOf, optionsOf } from '../option-list.ts'
import { guardianBases } from '../register-family/family-form.ts'
import { adultsIn, type FamilyFile, nameOf, useFamilyFile } from '../use-register.ts'
import { GuardianFollows } from './guardian-follows.tsx'

/** Who was guardian, who is from which day, why, and what follows from it: shown before it is written, written in one step. */
export function GuardianChangePage() {
  const { familyId = '', childId = '' } = useParams()
  const file = useFamilyFile(familyId)
  const child = file?.people.find(({ id }) => id === childId)
  if (file === null || child === undefined) return <Loading />
  return <ChangeForm file={file} child={child} />
}

const formShape = z.strictObject({
  fromId: z.string(),
  toId: z.string(),
  basis: z.enum(guardianshipBases).nullable(),
  on: z.string(),
  ground: z.enum(guardianshipEnds).nullable(),
  proof: z.string(),
})
type ChangeWords = z.infer<typeof formShape>

function takeWords(kept: Json): JsonObject | null {
  const parsed = formShape.safeParse(kept)
  return parsed.success ? fieldsAsJson(parsed.data) : null
}

interface ChangeProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

function ChangeForm({ file, child }: ChangeProps) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const navigate = useNavigate()
  const ofFamily = { familyId: file.family.id }
  const facts = {
    ...{ guardianships: file.guardianships, consents: file.consents },
    requests: useRecords(rightsRequest, ofFamily),
    restrictions: useRecords(restrictedParty, ofFamily),
  }
  const guardians = file.guardianships
    .filter((bond) => bond.childId === child.id && isGuardianship(bond, today))
    .map(({ adultId }) => adultId)
  const [first] = useState(() => ({
    ...{ fromId: guardians[0] ?? '', toId: '', basis: null, on: today, ground: null, proof: '' },
  }))
  const kept = useKeptForm<JsonObject>(`guardian:${child.id}`, first, takeWords)
  if (kept.value === null) return <Loading />
  const words = formShape.parse(kept.value)
  const set = (part: Partial<ChangeWords>) => kept.change(fieldsAsJson({ ...words, ...part }))
  const change: GuardianChange = {
    ...words,
    ...{ familyId: file.family.id, childId: child.id },
    fromId: words.fromId === '' ? null : words.fromId,
    toId: words.toId === '' ? null : words.toId,
  }
  const isWhole = isGuardianChangeWhole(change)
  const save = async () => {
    if ((await doing.run(() => act(draftGuardianChange(change, facts, newId())))) === null) return
    kept.clear()
    announce({ words: text('families:guardian.saved') })
    await navigate(`/families/${file.family.id}/consent/${child.id}`)
  }
  return (
    <Page
      title={text('families:guardian.title', { name: child.name })}
      back={{ to: `/families/${file.family.id}/bonds/${child.id}`, label: text('kit:back') }}
    >
      <Text>{text('families:guardian.explain')}</Text>
      <RestoredNote
        restored={kept.restored}
        discard={() => {
          kept.clear()
          kept.restart(first)
        }}
      />
      <ChangeFields file={file} guardians={guardians} words={words} set={set} />
      {isWhole && (
        <Section title={text('families:guardian.follows')}>
          <GuardianFollows file={file} change={change} facts={facts} />
        </Section>
      )}
      <DoingNote doing={doing} />
      <StickyActions>
        <Button disabled={!isWhole} loading={doing.busy} onClick={() => void save()}>
          {text('families:guardian.save')}
        </Button>
      </StickyActions>
    </Page>
  )
}

interface FieldsProps {
  readonly file: FamilyFile
  readonly guardians: readonly string[]
  readonly words: ChangeWords
  readonly set: (part: Partial<ChangeWords>) => void
}

function ChangeFields({ file, guardians, words, set }: FieldsProps) {
  const today = useToday()
  const choose = { value: '', label: text('families:choose') }
  const named = (id: string) => ({ value: id, label: nameOf(file, id) })
  const others = adultsIn(file).filter(({ id, alive }) => alive && id !== words.fromId)
  return (
    <Stack gap="sm">
      <div className={styles.fields}>
        <NativeSelect
          label={text('families:guardian.from')}
          data={[{ value: '', label: text('families:guardian.nobody') }, ...guardians.map(named)]}
          value={words.fromId}
          onChange={({ currentTarget }) => set({ fromId: currentTarget.value })}
        />
        {words.fromId !== '' && (
          <NativeSelect
            label={text('families:guardian.ground')}
            data={[choose, ...optionsOf(guardianshipEnds, 'families:guardian.grounds')]}
            value={words.ground ?? ''}
            onChange={({ currentTarget }) =>
              set({ ground: oneOf(guardianshipEnds, currentTarget.value) })
            }
          />
        )}
        <NativeSelect
          label={text('families:guardian.to')}
          data={[
            { value: '', label: text('families:guardian.goesOn') },
            ...others.map(({ id }) => named(id)),
          ]}
          value={words.toId}
          onChange={({ currentTarget }) => set({ toId: currentTarget.value })}
        />
        {words.toId !== '' && (
          <NativeSelect
            label={text('families:guardian.basis')}
            data={[choose, ...optionsOf(guardianBases, 'families:basis')]}
            value={words.basis ?? ''}
            onChange={({ currentTarget }) =>
              set({ basis: oneOf(guardianBases, currentTarget.value) })
            }
          />
        )}
        <DateField
          label={text('families:guardian.on')}
          value={words.on}
          max={today}
          onChange={(on) => set({ on: on ?? today })}
          required
        />
        <TextInput
          label={text('families:guardian.proof')}
          maxLength={300}
          required
          value={words.proof}
          onChange={({ currentTarget }) => set({ proof: currentTarget.value })}
        />
      </div>
      <Text size="sm">
        <Anchor component={Link} to={`/families/${file.family.id}/people/new`}>
          {text('families:guardian.add')}
        </Anchor>
      </Text>
    </Stack>
  )
}
