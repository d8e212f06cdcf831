import { Button, FileInput, Group, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import {
  hasTransferEnded,
  type TransferEntry,
  wayOfRevoking,
} from '../../../core/casework/transfer/transfer-shape.ts'
import {
  DateField,
  DoingNote,
  Form,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { sendFile, useKeptWords, useMay, useOnline, useToday } from '../../sync/index.ts'
import { useSayInTransfer } from './use-transfer.ts'

type Props = { readonly its: TransferEntry }

/** The receipt that came on paper or by telephone, and the last look before it is done. */
export function AnswerSteps({ its }: Props) {
  const may = useMay('transfer', 'receipt', `family:${its.familyId}`)
  if (!may) return null
  return (
    <>
      {its.state === 'handedOver' && <ReceiptForm its={its} />}
      {['handedOver', 'accepted', 'declined'].includes(its.state) && <CompleteForm its={its} />}
    </>
  )
}

const storedShape = z.object({ id: z.uuid() })

function ReceiptForm({ its }: Props) {
  const today = useToday()
  const online = useOnline()
  const upload = useDoing()
  const { doing, say } = useSayInTransfer(its.id)
  const [answer, setAnswer] = useState<'accepted' | 'declined' | null>(null)
  const [source, setSource] = useState<'paper' | 'phone'>('paper')
  const [on, setOn] = useState<string | null>(today)
  const [name, setName] = useState('')
  const kept = useKeptWords(`transfer:${its.id}:receipt`)
  const [photo, setPhoto] = useState<File | null>(null)
  const save = async () => {
    const path = `/api/files/consentPaper/family:${its.familyId}`
    const file = photo === null ? null : await upload.run(() => sendFile(path, photo, storedShape))
    if (photo !== null && file === null) return
    const receipt = { answer, on, name, words: kept.words, source, proofFileId: file?.id ?? null }
    if (await say('receipt', receipt)) await kept.clear()
  }
  return (
    <Section title={text('transfer:step.receipt')} hint={text('transfer:step.receiptHint')}>
      <Form onSubmit={() => void save().catch(reportError)} label={text('transfer:step.receipt')}>
        <SegmentedChoice
          label={text('transfer:fields.answer')}
          options={(['accepted', 'declined'] as const).map((value) => ({
            value,
            label: text(`transfer:answer.${value}`),
          }))}
          value={answer}
          onChange={setAnswer}
        />
        <SegmentedChoice
          label={text('transfer:fields.answerSource')}
          options={(['paper', 'phone'] as const).map((value) => ({
            value,
            label: text(`transfer:source.${value}`),
          }))}
          value={source}
          onChange={setSource}
        />
        <DateField
          label={text('transfer:fields.answeredOn')}
          value={on}
          max={today}
          required
          onChange={setOn}
        />
        <TextInput
          label={text('transfer:step.name')}
          required
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Textarea
          label={text('transfer:step.words')}
          autosize
          maxLength={2000}
          value={kept.words}
          onChange={({ currentTarget }) => kept.write(currentTarget.value)}
        />
        {source === 'paper' && (
          <FileInput
            label={text('transfer:step.proof')}
            placeholder={text('transfer:step.photo')}
            accept="image/png,image/jpeg,image/webp,application/pdf"
            value={photo}
            onChange={setPhoto}
            disabled={!online}
            clearable
            clearButtonProps={{ 'aria-label': text('kit:remove') }}
          />
        )}
        <DoingNote doing={upload} />
        <DoingNote doing={doing} />
        <Group>
          <Button
            type="submit"
            variant="default"
            loading={doing.busy || upload.busy}
            disabled={answer === null}
          >
            {text('transfer:step.receipt')}
          </Button>
        </Group>
      </Form>
    </Section>
  )
}

function CompleteForm({ its }: Props) {
  return (
    <WordStep
      its={its}
      verb="complete"
      title={text('transfer:step.complete')}
      hint={text('transfer:step.completeHint')}
      label={text('transfer:step.outcome')}
      inputOf={(words) => ({ words })}
    />
  )
}

export function RevokeStep({ its }: Props) {
  const may = useMay('transfer', 'revoke', `family:${its.familyId}`)
  if (!may || hasTransferEnded(its)) return null
  const way = wayOfRevoking(its)
  if (way === 'draft') return <DropStep its={its} />
  return (
    <WordStep
      its={its}
      verb="revoke"
      title={text('transfer:step.revoke')}
      hint={text(`transfer:step.revokeHint.${way}`)}
      label={text('transfer:step.reason')}
      inputOf={(reason) => ({ reason })}
    />
  )
}

/** A draft goes nowhere and asks for no reason, but once whether it is meant. */
function DropStep({ its }: Props) {
  const { doing, say } = useSayInTransfer(its.id)
  const [asking, setAsking] = useState(false)
  return (
    <Group gap="xs">
      {asking ? (
        <>
          <span>{text('transfer:step.dropHint')}</span>
          <Button
            color="kite"
            loading={doing.busy}
            onClick={() => void say('revoke', {}).catch(reportError)}
          >
            {text('transfer:step.drop')}
          </Button>
          <Button variant="default" disabled={doing.busy} onClick={() => setAsking(false)}>
            {text('kit:cancel')}
          </Button>
        </>
      ) : (
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {text('transfer:step.drop')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </Group>
  )
}

/** A step that wants words and nothing else. */
function WordStep({
  its,
  verb,
  title,
  hint,
  label,
  inputOf,
}: Props & {
  readonly verb: string
  readonly title: string
  readonly hint: string
  readonly label: string
  readonly inputOf: (words: string) => object
}) {
  const { doing, say } = useSayInTransfer(its.id)
  const kept = useKeptWords(`transfer:${its.id}:${verb}`)
  const save = async () => {
    if (await say(verb, inputOf(kept.words))) await kept.clear()
  }
  return (
    <Section title={title} hint={hint}>
      <Form onSubmit={() => void save().catch(reportError)} label={title}>
        <Textarea
          label={label}
          autosize
          maxLength={1000}
          required
          value={kept.words}
          onChange={({ currentTarget }) => kept.write(currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <Group>
          <Button type="submit" variant="default" loading={doing.busy}>
            {title}
          </Button>
        </Group>
      </Form>
    </Section>
  )
}
