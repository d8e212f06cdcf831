import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import {
  refusalGrounds,
  rightsOutcomes,
  type RightsRequest,
  rightsRequest,
} from '../../../core/families/rights-request.ts'
import { DoingNote, Form, Section, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { useAct, useKeptDraft, useMay, useOnline } from '../../sync/index.ts'
import { oneOf } from '../option-list.ts'
import { CopyPreview } from './copy-preview.tsx'
import { FileLinks, type RequestProps } from './file-links.tsx'
import { saveCopy } from './use-copy.ts'

/** What the request leads to: the copy, the record to correct, or the steps of removal; and what is proposed as an answer. */
export function Work({ request }: RequestProps) {
  const isOpen = request.state === 'received' || request.state === 'returned'
  const givesCopy = request.right === 'copy' || request.right === 'access'
  return (
    <Section title={text('rights:page.workTitle')}>
      {givesCopy && <CopyButton request={request} />}
      {request.right === 'correction' && <Text>{text('rights:page.correctionHint')}</Text>}
      {request.right === 'deletion' && <Text>{text('rights:page.deletionHint')}</Text>}
      {!givesCopy && <FileLinks familyId={request.familyId} />}
      {isOpen ? <Proposal request={request} /> : <Proposed request={request} />}
    </Section>
  )
}

export function CopyButton({ request }: Pick<RequestProps, 'request'>) {
  const doing = useDoing()
  const online = useOnline()
  return (
    <>
      <Text>{text('rights:page.copyHint')}</Text>
      <Group>
        <CopyPreview request={request} doing={doing} />
        <Button
          variant="default"
          disabled={!online}
          loading={doing.busy}
          onClick={() => void saveCopy(doing, request)}
        >
          {text('rights:page.saveCopy')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}

function Proposal({ request }: Pick<RequestProps, 'request'>) {
  const act = useAct()
  const doing = useDoing()
  const maySubmit = useMay('rightsRequest', 'submit', `family:${request.familyId}`, request.id)
  const [outcome, setOutcome] = useState<RightsRequest['outcome']>(request.outcome)
  const [ground, setGround] = useState<RightsRequest['ground']>(request.ground)
  const kept = useKeptDraft(`rights-done:${request.id}`, request.doneWords, (found) =>
    typeof found === 'string' ? found : null,
  )
  const doneWords = kept.value ?? request.doneWords
  if (!maySubmit) return null
  const input = { outcome, ground: outcome === 'granted' ? null : ground, doneWords }
  const submit = async () => {
    const change = { kind: rightsRequest, recordId: request.id, verb: 'submit', input, fields: {} }
    if ((await doing.run(() => act(change))) !== null) await kept.clear()
  }
  return (
    <Form onSubmit={() => void submit()}>
      <SegmentedChoice
        label={text('rights:page.outcome')}
        options={rightsOutcomes.map((value) => ({ value, label: text(`rights:outcome.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      {outcome !== null && outcome !== 'granted' && (
        <NativeSelect
          label={text('rights:page.ground')}
          data={[
            { value: '', label: text('families:choose') },
            ...refusalGrounds.map((value) => ({ value, label: text(`rights:ground.${value}`) })),
          ]}
          value={ground ?? ''}
          onChange={({ currentTarget }) => setGround(oneOf(refusalGrounds, currentTarget.value))}
        />
      )}
      <Textarea
        label={text('rights:page.doneWords')}
        value={doneWords}
        maxLength={2000}
        autosize
        onChange={({ currentTarget }) => kept.change(currentTarget.value)}
      />
      <Group>
        <Button type="submit" disabled={outcome === null} loading={doing.busy}>
          {text('rights:page.submit')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </Form>
  )
}

function Proposed({ request }: Pick<RequestProps, 'request'>) {
  const { outcome, ground, doneWords } = request
  return (
    <>
      {outcome !== null && <Text fw={600}>{text(`rights:outcome.${outcome}`)}</Text>}
      {ground !== null && <Text>{text(`rights:ground.${ground}`)}</Text>}
      {doneWords !== '' && <Text c="gray.7">{doneWords}</Text>}
    </>
  )
}
