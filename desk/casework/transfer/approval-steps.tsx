import { Button, Group, Textarea } from '@mantine/core'
import { digestTransfer } from '../../../core/casework/transfer/build-parts.ts'
import type { TransferEntry } from '../../../core/casework/transfer/transfer-shape.ts'
import { DoingNote, Form, formatList, Section, text } from '../../kit/index.ts'
import { useKeptWords, useMay } from '../../sync/index.ts'
import { latestOf, useReview } from '../supervision/use-review.ts'
import { MissingNote } from './missing-note.tsx'
import { useSayInTransfer, useTransferRecords } from './use-transfer.ts'
import styles from '../casework.module.css'

type Props = { readonly its: TransferEntry }

/** Asked, agreed to or given back; taken back to be written on. */
export function ApprovalSteps({ its }: Props) {
  const scope = `family:${its.familyId}`
  const mayAsk = useMay('transfer', 'ask', scope)
  const mayApprove = useMay('transfer', 'approve', scope)
  const { doing, say } = useSayInTransfer(its.id)
  const inHand = useReview('transfer', its.id)
  // SUP-1: what is asked for is handed in with the same press, so that its words can be commented on.
  const ask = async () => {
    if (inHand?.mayWrite === true) await doing.run(() => inHand.handIn(''))
    else await say('ask', {})
  }
  if (its.state === 'drafted' && mayAsk)
    return (
      <Section title={text('transfer:step.ask')}>
        <MissingNote its={its} />
        <DoingNote doing={doing} />
        <Group>
          <Button loading={doing.busy} onClick={() => void ask().catch(reportError)}>
            {text('transfer:step.ask')}
          </Button>
        </Group>
      </Section>
    )
  if (its.state !== 'asked' && its.state !== 'approved') return null
  // Who decides on it as somebody else's gives it back; taking it back is for whoever wrote it.
  const reads = its.state === 'asked' && mayApprove && inHand?.own !== true
  return (
    <>
      {its.state === 'asked' &&
        (mayApprove ? (
          <ApproveForm its={its} />
        ) : (
          <p className={styles.words}>{text('transfer:step.waiting')}</p>
        ))}
      {mayAsk && !reads && (
        <Group>
          <Button
            variant="default"
            loading={doing.busy}
            onClick={() => void say('change', {}).catch(reportError)}
          >
            {text('transfer:step.change')}
          </Button>
          <DoingNote doing={doing} />
        </Group>
      )}
    </>
  )
}

function ApproveForm({ its }: Props) {
  const { doing, say } = useSayInTransfer(its.id)
  const records = useTransferRecords(its.familyId)
  const kept = useKeptWords(`transfer-opinion:${its.id}`)
  const opinion = kept.words
  const inHand = useReview('transfer', its.id)
  const own = inHand?.own === true
  const approvers = inHand?.approvers ?? []
  // TRF-4: alone only on consent, never on a documented override.
  const alone = approvers.length === 0 && its.ground !== 'override'
  const last = latestOf(inHand?.review ?? null)
  const reviewed = inHand?.mayDecide === true && last?.outcome === null ? last.no : null
  const approve = async () => {
    if (inHand !== null && reviewed !== null)
      return (await doing.run(() => inHand.approve(reviewed, opinion.trim()))) !== null
    return say('approve', { opinion, digest: digestTransfer(its, records) })
  }
  const giveBack = async () => {
    if (inHand !== null && reviewed !== null)
      return (await doing.run(() => inHand.sendBack(reviewed, opinion.trim()))) !== null
    return say('giveBack', { opinion })
  }
  const decide = async (how: () => Promise<boolean>) => {
    if (await how()) await kept.clear()
  }
  return (
    <Section title={text('transfer:step.approve')}>
      {own && <p className={styles.words}>{ownWords(its, approvers)}</p>}
      <Form
        onSubmit={() => void decide(approve).catch(reportError)}
        label={text('transfer:step.approve')}
      >
        <Textarea
          label={text('transfer:step.opinion')}
          autosize
          minRows={2}
          maxLength={2000}
          value={opinion}
          onChange={({ currentTarget }) => kept.write(currentTarget.value)}
        />
        <DoingNote doing={doing} />
        <Group>
          <Button type="submit" loading={doing.busy} disabled={own && !alone}>
            {text('transfer:step.approve')}
          </Button>
          <Button
            variant="default"
            disabled={doing.busy || opinion.trim() === ''}
            onClick={() => void decide(giveBack).catch(reportError)}
          >
            {text('transfer:step.giveBack')}
          </Button>
        </Group>
      </Form>
    </Section>
  )
}

function ownWords({ ground }: TransferEntry, approvers: readonly string[]): string {
  if (approvers.length > 0)
    return text('supervision:review.ownOthers', { names: formatList(approvers) })
  return text(ground === 'override' ? 'transfer:step.own' : 'supervision:review.ownAlone')
}
