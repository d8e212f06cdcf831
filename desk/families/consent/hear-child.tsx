import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { hearsAssent } from '../../../core/families/assents-due.ts'
import { type Consent, consent } from '../../../core/families/consent.ts'
import type { Person } from '../../../core/families/person.ts'
import { DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { type LocalRecord, useAct, useToday } from '../../sync/index.ts'
import { Face } from './face.tsx'

/** A child is heard also later, and may change its mind: what it says today stands beside the guardian's consent. */
export function HearChild({
  child,
  decision,
}: {
  readonly child: LocalRecord<Person>
  readonly decision: LocalRecord<Consent>
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState<'given' | 'refused' | null>(null)
  const [view, setView] = useState('')
  if (decision.givenById === child.id || !hearsAssent(child, today)) return null
  if (!open)
    return (
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {text('families:assent.hear')}
      </Button>
    )
  const save = async () => {
    if (answer === null) return
    const assent = { answer, on: today, how: '', view: view.trim() }
    const change = {
      kind: consent,
      recordId: decision.id,
      verb: 'recordAssent',
      input: { assent },
      fields: {},
    }
    if ((await doing.run(() => act([change]))) !== null) setOpen(false)
  }
  return (
    <Stack gap="xs" w="100%">
      <SegmentedChoice
        label={text('families:assent.question', { name: child.name })}
        options={(['given', 'refused'] as const).map((value) => ({
          value,
          label: text(`families:assent.answer.${value}`),
          icon: <Face mood={value} />,
        }))}
        value={answer}
        onChange={setAnswer}
      />
      <TextInput
        label={text('families:assent.view', { name: child.name })}
        maxLength={400}
        value={view}
        onChange={(event) => setView(event.currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Button disabled={answer === null} loading={doing.busy} onClick={() => void save()}>
        {text('families:assent.save')}
      </Button>
    </Stack>
  )
}
