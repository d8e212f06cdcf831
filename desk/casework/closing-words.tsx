import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { caseFile } from '../../core/casework/case-file.ts'
import { type CaseFile, hasEnded } from '../../core/casework/case-shape.ts'
import { DoingNote, Facts, Form, Section, SegmentedChoice, text } from '../kit/index.ts'
import { type LocalRecord, useMay, useRecordForm } from '../sync/index.ts'
import styles from './casework.module.css'

const ownWords = ['childWords', 'adultWords', 'unmetNeeds', 'ownReview'] as const
const satisfactions = ['childSatisfaction', 'adultSatisfaction'] as const
const levels = [1, 2, 3, 4, 5] as const

/** Form-F20: what the child, the parent and the worker say at the end, what is left, and under which number it is filed. */
export function ClosingWordsSection({ its }: { readonly its: LocalRecord<CaseFile> }) {
  const [open, setOpen] = useState(false)
  const may = useMay('caseFile', 'edit', `family:${its.familyId}`)
  const rows = [
    ...ownWords.map((name) => ({ name, value: its[name] })),
    ...satisfactions.map((name) => ({ name, value: satisfactionText(its[name]) })),
    { name: 'archiveNo' as const, value: its.archiveNo },
  ].filter(({ value }) => value !== '')
  return (
    <Section title={text('casework:closing.wordsTitle')}>
      <Facts
        rows={rows.map(({ name, value }) => ({
          label: text(`casework:fields.${name}`),
          value: <span className={styles.words}>{value}</span>,
        }))}
      />
      {may && !open && (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {text(hasEnded(its) ? 'casework:fields.archiveNo' : 'casework:closing.edit')}
          </Button>
        </div>
      )}
      {open && <WordsForm its={its} onDone={() => setOpen(false)} />}
    </Section>
  )
}

function satisfactionText(level: number | null): string {
  const its = levels.find((one) => one === level)
  return its === undefined ? '' : text(`casework:closing.satisfaction.${its}`)
}

const hints = { childWords: 'childHint', adultWords: 'adultHint' } as const

function WordsForm({
  its,
  onDone,
}: {
  readonly its: LocalRecord<CaseFile>
  readonly onDone: () => void
}) {
  const form = useRecordForm(caseFile, its, its.id, {})
  if (form === null) return null
  const { fields, set, doing } = form
  const save = async () => {
    if (await form.save(its.id)) onDone()
  }
  return (
    <Form
      onSubmit={() => void save().catch(reportError)}
      label={text('casework:closing.wordsForm')}
    >
      {!hasEnded(its) &&
        ownWords.map((name) => (
          <Textarea
            key={name}
            label={text(`casework:fields.${name}`)}
            {...(name === 'childWords' || name === 'adultWords'
              ? { description: text(`casework:closing.${hints[name]}`) }
              : {})}
            autosize
            minRows={2}
            maxLength={4000}
            value={fields[name]}
            onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
          />
        ))}
      {!hasEnded(its) &&
        satisfactions.map((name) => (
          <SegmentedChoice
            key={name}
            label={text(`casework:fields.${name}`)}
            options={['none' as const, ...levels].map((level) => ({
              value: String(level),
              label: text(`casework:closing.satisfaction.${level}`),
            }))}
            value={String(fields[name] ?? 'none')}
            onChange={(value) => set({ [name]: value === 'none' ? null : Number(value) })}
          />
        ))}
      <TextInput
        label={text('casework:fields.archiveNo')}
        maxLength={40}
        value={fields.archiveNo}
        onChange={({ currentTarget }) => set({ archiveNo: currentTarget.value })}
      />
      <DoingNote doing={doing} />
      <Group gap="xs">
        <Button type="submit" loading={doing.busy}>
          {text('kit:save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </Form>
  )
}
