import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { acknowledgement, type Acknowledgement } from '../../../core/families/acknowledgement.ts'
import type { Person } from '../../../core/families/person.ts'
import { ageOn } from '../../../core/kit/dates.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import {
  currentLanguage,
  DoingNote,
  formatDay,
  SegmentedChoice,
  Section,
  text,
  useDoing,
} from '../../kit/index.ts'
import { type LocalRecord, newId, useAct, useRecords, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'
import { notice } from './notice.ts'
import { ReadAloud } from './read-aloud.tsx'

interface NoteProps {
  readonly file: FamilyFile
  readonly child: LocalRecord<Person>
}

interface Choice {
  readonly about: Acknowledgement['about']
  readonly adultId: string
}

/** Who is told: whoever looks after the child day by day; from 14 and 18 on the guardians, that the child decides. */
function whomToTell({ file, child }: NoteProps, today: string): readonly Choice[] {
  const age = child.bornOn === null ? 0 : ageOn(child.bornOn, today)
  const bonds = file.guardianships.filter(({ childId }) => childId === child.id)
  const guardians = bonds.filter(({ kind }) => kind === 'legalGuardian')
  const caring = bonds.filter(
    ({ kind, until, adultId }) =>
      kind === 'caregiver' &&
      (until === null || until > today) &&
      guardians.every((guardian) => guardian.adultId !== adultId),
  )
  const turned: Choice['about'] | null = age >= 18 ? 'turned18' : age >= 14 ? 'turned14' : null
  return [
    ...caring.map(({ adultId }): Choice => ({ about: 'care', adultId })),
    ...(turned === null
      ? []
      : guardians.map(({ adultId }): Choice => ({ about: turned, adultId }))),
  ]
}

/** FAM-42: the grandmother is told and takes note. It is no consent, and is never asked for as one. */
export function TakeNoteSection({ file, child }: NoteProps) {
  const today = useToday()
  const notes = useRecords(acknowledgement, { childId: child.id })
  const choices = whomToTell({ file, child }, today)
  if (choices.length === 0 && notes.length === 0) return null
  return (
    <Section title={text('families:note.title')} hint={text('families:note.hint')}>
      <ul className={styles.lines}>
        {notes.map((note) => (
          <li key={note.id}>
            {nameOf(file, note.adultId)} · {text(`families:note.about.${note.about}`)} ·{' '}
            {formatDay(note.on)} · {text(`families:note.how.${note.how}`)}
            {note.witness !== '' && ` (${note.witness})`}
            {note.words !== '' && ` · ${text('families:assent.said', { words: note.words })}`}
          </li>
        ))}
      </ul>
      {choices.length > 0 && <NoteForm file={file} child={child} choices={choices} />}
    </Section>
  )
}

function NoteForm({ file, child, choices }: NoteProps & { readonly choices: readonly Choice[] }) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [at, setAt] = useState(0)
  const [how, setHow] = useState<'inPerson' | 'witnessedCall'>('inPerson')
  const [witness, setWitness] = useState('')
  const [words, setWords] = useState('')
  const [readAloud, setReadAloud] = useState(false)
  const choice = choices[at] ?? choices[0]
  if (choice === undefined) return null
  const language = currentLanguage()
  const said =
    choice.about === 'care'
      ? notice.caregiver[language]
      : [text(`families:note.tell.${choice.about}`, { name: child.name })]
  const save = async () => {
    const draft = draftRecord(acknowledgement, newId(), {
      familyId: file.family.id,
      childId: child.id,
      ...choice,
      textVersion: notice.version,
      language,
      readAloud,
      on: today,
      how,
      witness: how === 'witnessedCall' ? witness.trim() : '',
      words: words.trim(),
    })
    if ((await doing.run(() => act([draft]))) !== null) setWords('')
  }
  return (
    <Stack gap="sm">
      <NativeSelect
        label={text('families:note.who')}
        data={choices.map(({ about, adultId }, index) => ({
          value: String(index),
          label: `${nameOf(file, adultId)} · ${text(`families:note.about.${about}`)}`,
        }))}
        value={String(at)}
        onChange={(event) => setAt(Number(event.currentTarget.value))}
      />
      <div className={styles.inner}>
        {said.map((line) => (
          <Text key={line} mb={4}>
            {line}
          </Text>
        ))}
        <ReadAloud
          what={text('families:note.title')}
          words={said}
          onRead={() => setReadAloud(true)}
        />
      </div>
      <SegmentedChoice
        label={text('families:note.howLabel')}
        options={(['inPerson', 'witnessedCall'] as const).map((value) => ({
          value,
          label: text(`families:note.how.${value}`),
        }))}
        value={how}
        onChange={setHow}
      />
      {how === 'witnessedCall' && (
        <TextInput
          label={text('families:consent.witness')}
          description={text('families:consent.witnessHint')}
          required
          maxLength={120}
          value={witness}
          onChange={(event) => setWitness(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={text('families:note.words')}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Button
        variant="default"
        loading={doing.busy}
        disabled={how === 'witnessedCall' && witness.trim() === ''}
        onClick={() => void save()}
      >
        {text('families:note.save')}
      </Button>
    </Stack>
  )
}
