import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { findSilences } from '../../../core/evaluation/find-silences.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { promptAnswer, promptAnswers } from '../../../core/safety/prompt-answer.ts'
import { listPrompts, type Prompt } from '../../../core/safety/prompts.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { newId, useAct, useKeptWords, useMay, useRecords, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'
import { type FamilyFile, nameOf } from '../use-register.ts'

function usePrompts(file: FamilyFile): readonly Prompt[] {
  const familyId = file.family.id
  const today = useToday()
  const contactEntries = useRecords(contactEntry, { familyId })
  const restrictions = useRecords(restrictedParty, { familyId })
  const answers = useRecords(promptAnswer, { familyId })
  const silences = findSilences({ ...file, contactEntries, today })
  return listPrompts({ ...file, today, restrictions, silences, answers })
}

/** SAF-21: facts that a person should look into, with what was done about them. Nothing here decides or is sent. */
export function PromptsSection({ file }: { readonly file: FamilyFile }) {
  const prompts = usePrompts(file)
  if (prompts.length === 0 || file.family.state === 'archived') return null
  return (
    <Section title={text('restricted:prompt.title')} hint={text('restricted:prompt.hint')}>
      {prompts.map((prompt) => (
        <PromptLine key={prompt.facts} file={file} prompt={prompt} />
      ))}
      <Text size="sm">{text('restricted:prompt.concern')}</Text>
    </Section>
  )
}

function PromptLine({ file, prompt }: { readonly file: FamilyFile; readonly prompt: Prompt }) {
  const { familyId, childId, adultId, days } = prompt
  const mayAnswer = useMay('promptAnswer', 'create', `family:${familyId}`)
  const words = text(`restricted:prompt.${prompt.prompt}`, {
    name: adultId === null ? '' : nameOf(file, adultId),
    days: days ?? 0,
  })
  return (
    <Stack gap={6} className={styles.inner}>
      <Text c={prompt.isUrgent ? 'kite.8' : 'dark'}>
        {text('restricted:prompt.about', { child: nameOf(file, childId), words })}
      </Text>
      {mayAnswer && <AnswerPrompt prompt={prompt} />}
    </Stack>
  )
}

function AnswerPrompt({ prompt }: { readonly prompt: Prompt }) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const [answer, setAnswer] = useState<(typeof promptAnswers)[number] | null>(null)
  const kept = useKeptWords(`prompt-answer:${prompt.childId}:${prompt.prompt}`)
  const words = kept.words
  const save = async () => {
    if (answer === null) return
    const { familyId, childId, facts } = prompt
    const fields = { familyId, childId, prompt: prompt.prompt, facts, answer, words, on: today }
    if ((await doing.run(() => act(draftRecord(promptAnswer, newId(), fields)))) !== null)
      await kept.clear()
  }
  const needsWords = answer === 'notApplicable' && words.trim() === ''
  return (
    <>
      <Group gap="xs">
        {promptAnswers.map((one) => (
          <Button
            key={one}
            size="xs"
            variant={answer === one ? 'filled' : 'default'}
            aria-pressed={answer === one}
            onClick={() => setAnswer(one)}
          >
            {text(`restricted:prompt.answers.${one}`)}
          </Button>
        ))}
      </Group>
      {answer !== null && (
        <>
          <Textarea
            label={text('restricted:prompt.words')}
            value={words}
            maxLength={1000}
            autosize
            onChange={({ currentTarget }) => kept.write(currentTarget.value)}
          />
          <Group>
            <Button
              disabled={needsWords}
              loading={doing.busy}
              onClick={() => void save().catch(reportError)}
            >
              {text('restricted:prompt.save')}
            </Button>
          </Group>
        </>
      )}
      <DoingNote doing={doing} />
    </>
  )
}
