import { Anchor, Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { transfer } from '../../../core/casework/transfer/transfer.ts'
import { stateWordOf, type Transfer } from '../../../core/casework/transfer/transfer-shape.ts'
import {
  ConflictMark,
  EmptyState,
  Facts,
  formatDay,
  Page,
  Section,
  text,
  UnsentMark,
} from '../../kit/index.ts'
import { type LocalRecord, useMay, useReadLog, useRecord } from '../../sync/index.ts'
import { usePersonNames, useStaffNames } from '../use-case.ts'
import { AnswerSteps, RevokeStep } from './answer-steps.tsx'
import { ApprovalSteps } from './approval-steps.tsx'
import { ConsentLines } from './consent-lines.tsx'
import { EndedNote } from './ended-note.tsx'
import { HandOverSteps } from './hand-over-steps.tsx'
import { labelOf, toldRows, TransferParts } from './transfer-parts.tsx'
import styles from '../casework.module.css'

/** One transfer: where it stands, what is next, and all that the receiver will read. */
export function TransferPage() {
  const { transferId = '' } = useParams()
  const its = useRecord(transfer, transferId)
  useReadLog('family', its?.familyId ?? null)
  if (its !== null) return <TransferInHand key={its.id} its={its} />
  return (
    <Page
      title={text('transfer:title')}
      back={{ to: '/casework/transfers', label: text('transfer:listTitle') }}
    >
      <EmptyState title={text('transfer:missing')} hint={text('transfer:missingHint')} />
    </Page>
  )
}

function TransferInHand({ its }: { readonly its: LocalRecord<Transfer> }) {
  const mayEdit = useMay('transfer', 'edit', `family:${its.familyId}`)
  return (
    <Page
      title={text('transfer:to', { name: its.receiverOrg === '' ? '…' : its.receiverOrg })}
      back={
        its.caseId === null
          ? { to: '/casework/transfers', label: text('transfer:listTitle') }
          : { to: `/casework/${its.caseId}`, label: text('transfer:toCase') }
      }
      marks={
        <>
          <span>{text(`transfer:state.${stateWordOf(its)}`)}</span>
          <UnsentMark record={its} />
          <ConflictMark kind={transfer} record={its} />
        </>
      }
      actions={
        <>
          {mayEdit && its.state === 'drafted' && (
            <Button component={Link} to={`/casework/transfers/${its.id}/edit`} variant="default">
              {text('kit:edit')}
            </Button>
          )}
          <Anchor component={Link} to={`/casework/supervision/reviews/transfer/${its.id}`}>
            {text('supervision:review.open')}
          </Anchor>
        </>
      }
    >
      <EndedNote its={its} />
      <ApprovalSteps its={its} />
      <HandOverSteps its={its} />
      <AnswerSteps its={its} />
      <History its={its} />
      <About its={its} />
      <TransferParts its={its} />
      <RevokeStep its={its} />
    </Page>
  )
}

function About({ its }: { readonly its: LocalRecord<Transfer> }) {
  const nameOf = usePersonNames(its.familyId)
  const receiver = [its.receiverOrg, its.receiverPerson, its.receiverPhone, its.receiverPlace]
  return (
    <Section title={text('transfer:title')}>
      <Facts
        rows={[
          { label: labelOf('what'), value: text(`transfer:what.${its.what}`) },
          {
            label: text('transfer:form.who'),
            value: receiver.filter((part) => part !== '').join(' · '),
          },
          {
            label: labelOf('subjectIds'),
            value: its.subjectIds.map(nameOf).join(text('families:nameSeparator')),
          },
          ...toldRows(its),
          { label: labelOf('ground'), value: text(`transfer:ground.${its.ground}`) },
          ...(its.overrideCategory === null
            ? []
            : [
                {
                  label: labelOf('overrideCategory'),
                  value: `${text(`transfer:override.${its.overrideCategory}`)} · ${its.overrideWords}`,
                },
              ]),
          { label: labelOf('followUpOn'), value: formatDay(its.followUpOn) },
        ]}
      />
      {its.ground === 'consent' && <ConsentLines its={its} />}
    </Section>
  )
}

/** Who did what when: nothing of it is ever taken back out. */
function History({ its }: { readonly its: LocalRecord<Transfer> }) {
  const staffName = useStaffNames()
  const day = formatDay
  const lines = [
    its.askedOn === null
      ? ''
      : text('transfer:done.asked', { day: day(its.askedOn), name: staffName(its.askedById) }),
    its.approvedOn === null
      ? ''
      : text('transfer:done.approved', {
          ...{ day: day(its.approvedOn), name: staffName(its.approvedById) },
        }),
    its.approvedAlone ? text('transfer:done.alone') : '',
    its.opinion,
    its.handedOn === null || its.channel === null
      ? ''
      : text('transfer:done.handed', {
          ...{ day: day(its.handedOn), name: staffName(its.handedById) },
          channel: text(`transfer:channel.${its.channel}`),
        }),
    its.answer === null
      ? ''
      : text(`transfer:done.${its.answer}`, { day: day(its.answeredOn), name: its.answerName }),
    its.answerWords,
    its.revokedOn === null
      ? ''
      : text(`transfer:done.${stateWordOf(its) === 'dropped' ? 'dropped' : 'revoked'}`, {
          ...{ day: day(its.revokedOn), name: staffName(its.revokedById) },
        }),
    its.revokeReason,
    its.completedOn === null
      ? ''
      : text('transfer:done.completed', {
          ...{ day: day(its.completedOn), name: staffName(its.completedById) },
        }),
    its.outcomeWords,
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <Section title={text('transfer:fields.state')}>
      {lines.map((line) => (
        <p key={line} className={styles.words}>
          {line}
        </p>
      ))}
      {its.proofFileId !== null && (
        <Anchor href={`/api/files/${its.proofFileId}`} target="_blank" underline="always">
          {labelOf('proofFileId')}
        </Anchor>
      )}
    </Section>
  )
}
