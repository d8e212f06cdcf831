import { Button, Group } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { reviewId } from '../../core/assessment/review/review-shape.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { type CaseFile, hasEnded, stateOfCase } from '../../core/casework/case-shape.ts'
import { listCasesDue } from '../../core/casework/list-cases-due.ts'
import { fileReview } from '../../core/casework/supervision/file-review.ts'
import { stageOfCase } from '../../core/casework/stage-of-case.ts'
import { gatherTimeLine } from '../../core/evaluation/casework/gather-time-line.ts'
import {
  ConflictMark,
  Facts,
  formatDay,
  Icon,
  Page,
  Section,
  text,
  UnsentMark,
} from '../kit/index.ts'
import { type LocalRecord, useMay, useReadLog, useRecord, useToday } from '../sync/index.ts'
import styles from './casework.module.css'
import { CaseStudy } from './case-study.tsx'
import { ClosingSection } from './closing-section.tsx'
import { ClosingWordsSection } from './closing-words.tsx'
import { ConferenceSection } from './conference-section.tsx'
import { DecideSection } from './decide-section.tsx'
import { DueWords } from './due-words.tsx'
import { FollowUpSection } from './follow-up-section.tsx'
import { GoalContacts } from './goal-contacts.tsx'
import { OutcomeSection } from './outcome-section.tsx'
import { ReasonLines } from './proposals/reason-words.tsx'
import { MissingCase } from './missing-case.tsx'
import { NextOfStage } from './next-of-stage.tsx'
import { StageLine, StateBadge } from './stage-line.tsx'
import { TimeLine } from './time-line.tsx'
import { TransferSection } from './transfer/transfer-section.tsx'
import { useApproves } from './use-approves.ts'
import { useCaseRecords, useStaffNames, useSubjectNames } from './use-case.ts'

/** One case: where it stands, what is next, and one line of everything that happened. */
export function CasePage() {
  const { caseId = '' } = useParams()
  const its = useRecord(caseFile, caseId)
  useReadLog('family', its?.familyId ?? null)
  if (its !== null) return <CaseInHand its={its} />
  return <MissingCase />
}

function CaseInHand({ its }: { readonly its: LocalRecord<CaseFile> }) {
  const today = useToday()
  const nameOf = useSubjectNames()
  const records = useCaseRecords(its.familyId)
  const approves = useApproves()
  const taken = its.decision === 'accept'
  const stage = stageOfCase(its, records)
  const state = stateOfCase(its)
  // Whoever decides reads first what there is to decide on.
  const ended = state === 'closing' || state === 'closed'
  const isOpening = state === 'undecided' || state === 'waiting'
  const intake = (
    <div id="intake">
      <IntakeSection its={its} />
    </div>
  )
  const due = listCasesDue({
    ...{ cases: [its], contacts: records.contacts, followUps: records.followUps, today },
    ...{ conferences: records.conferences, visits: records.visits },
    approves,
  })
  return (
    <Page
      title={text('casework:file.of', { name: nameOf(its) })}
      back={{ to: '/casework', label: text('casework:title') }}
      marks={
        <>
          <StateBadge its={its} />
          <UnsentMark record={its} />
          <ConflictMark kind={caseFile} record={its} />
        </>
      }
      actions={<Ways its={its} />}
    >
      {due.length > 0 && (
        <Section title={text('casework:file.waits')}>
          <ul className={styles.lines}>
            {due.map((one) => (
              <li key={one.key}>
                <DueWords due={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <StageLine stage={stage} />
      <NextOfStage its={its} stage={stage} />
      <JumpLinks
        there={listParts({ isOpening, taken, followed: ended || records.followUps.length > 0 })}
      />
      {isOpening && intake}
      <div id="decide">
        <DecideSection its={its} />
      </div>
      {taken && (
        <>
          <GoalContacts its={its} records={records} />
          <ConferenceSection its={its} />
        </>
      )}
      <div id="line">
        <TimeLine its={its} items={gatherTimeLine(its, records)} />
      </div>
      {taken && (
        <>
          <details id="scores">
            <summary>{text('casework:file.fold')}</summary>
            <CaseStudy its={its} records={records} />
            <OutcomeSection its={its} records={records} />
          </details>
          <ClosingWordsSection its={its} />
        </>
      )}
      <div id="closing">
        <ClosingSection its={its} />
      </div>
      <div id="followUps">
        <FollowUpSection its={its} records={records} />
      </div>
      <div id="transfer">
        <TransferSection its={its} />
      </div>
      {!isOpening && intake}
    </Page>
  )
}

const parts = {
  decide: 'casework:decide.title',
  line: 'casework:line.title',
  scores: 'casework:file.fold',
  closing: 'casework:closing.title',
  followUps: 'casework:followUp.title',
  transfer: 'transfer:title',
  intake: 'casework:intake.title',
} as const

type Part = keyof typeof parts

/** Only what the page has: the decision while it is awaited, follow-ups once the case ends. */
function listParts({
  isOpening,
  taken,
  followed,
}: {
  readonly isOpening: boolean
  readonly taken: boolean
  readonly followed: boolean
}): readonly Part[] {
  return [
    ...(isOpening ? (['intake', 'decide'] as const) : []),
    'line',
    ...(taken ? (['scores', 'closing'] as const) : []),
    ...(taken && followed ? (['followUps'] as const) : []),
    ...(taken ? (['transfer'] as const) : []),
    ...(isOpening ? [] : (['intake'] as const)),
  ]
}

/** Down a long page without much wiping. */
function JumpLinks({ there }: { readonly there: readonly Part[] }) {
  const jump = (part: string) => {
    const found = document.getElementById(part)
    if (found instanceof HTMLDetailsElement) found.open = true
    found?.scrollIntoView()
  }
  return (
    <Group component="nav" gap="xs" aria-label={text('casework:file.jump')} className="no-print">
      {there.map((part) => (
        <Button key={part} variant="subtle" size="sm" onClick={() => jump(part)}>
          {text(parts[part])}
        </Button>
      ))}
    </Group>
  )
}

function Ways({ its }: { readonly its: CaseFile & { readonly id: string } }) {
  const { id, familyId } = its
  const mayWrite = useMay('caseContact', 'create', `family:${familyId}`)
  const subject = its.pairId ?? its.personId ?? ''
  // Given back it is asked for no more, and what was said beside its paragraphs is still to be read.
  const reviewed = useRecord(fileReview, reviewId('caseFile', id))
  return (
    <>
      {mayWrite && !hasEnded(its) && (
        <Button
          component={Link}
          to={`/casework/${id}/contacts/new`}
          leftSection={<Icon name="plus" />}
        >
          {text('casework:contact.new')}
        </Button>
      )}
      <Button
        component={Link}
        to={`/casework/supervision/questions/new?about=case:${id}`}
        variant="default"
      >
        {text('supervision:question.open')}
      </Button>
      {(its.closeAskedOn !== null || reviewed !== null) && (
        <Button
          component={Link}
          to={`/casework/supervision/reviews/caseFile/${id}`}
          variant="default"
        >
          {text('supervision:review.open')}
        </Button>
      )}
      <Button component={Link} to={`/families/${familyId}`} variant="default">
        {text('goals:toFamily')}
      </Button>
      <Button
        component={Link}
        to={`/paperwork/families/${familyId}?case=${id}`}
        variant="default"
        leftSection={<Icon name="paperwork" />}
      >
        {text('casework:file.papers')}
      </Button>
      {its.pairId !== null && (
        <Button component={Link} to={`/assessment/families/${familyId}/profile`} variant="default">
          {text('assessment:profile.title')}
        </Button>
      )}
      <Button
        component={Link}
        to={`/assessment/families/${familyId}/plan?for=${subject}`}
        variant="default"
      >
        {text('goals:plan.title')}
      </Button>
    </>
  )
}

/** CAS-11: which rules proposed it, with the facts of that day; an earlier version kept only which rule. */
function whyRows({ familyId, proposedBy, trigger }: CaseFile) {
  const label = text('casework:intake.why')
  if (proposedBy.length > 0) {
    const value = <ReasonLines familyId={familyId} reasons={proposedBy} />
    return [{ label, value }]
  }
  return trigger === null ? [] : [{ label, value: text(`casework:proposal.short.${trigger}`) }]
}

const words = ['problem', 'need', 'riskWords', 'previousHelp', 'expectation'] as const

function IntakeSection({ its }: { readonly its: LocalRecord<CaseFile> }) {
  const mayEdit = useMay('caseFile', 'edit', `family:${its.familyId}`)
  const staffName = useStaffNames()
  const { urgency, eligibility, eligibilityWords } = its
  return (
    <Section
      title={text('casework:intake.title')}
      actions={
        mayEdit &&
        !hasEnded(its) && (
          <Button component={Link} to={`/casework/${its.id}/intake`} variant="default">
            {text('casework:intake.edit')}
          </Button>
        )
      }
    >
      <Facts
        rows={[
          { label: text('casework:fields.openedOn'), value: formatDay(its.openedOn) },
          { label: text('casework:fields.workerId'), value: staffName(its.workerId) },
          {
            label: text('casework:fields.source'),
            value: [text(`casework:source.${its.source}`), its.sourceWords]
              .filter((part) => part !== '')
              .join(' · '),
          },
          ...whyRows(its),
          {
            label: text('casework:fields.urgency'),
            value: urgency === null ? '' : text(`casework:urgency.${urgency}`),
          },
          ...words.map((name) => ({
            label: text(`casework:fields.${name}`),
            value: <span className={styles.words}>{its[name] === '' ? '–' : its[name]}</span>,
          })),
          {
            label: text('casework:fields.eligibility'),
            value: [
              eligibility === null ? '' : text(`casework:eligibility.${eligibility}`),
              eligibilityWords,
            ]
              .filter((part) => part !== '')
              .join(' · '),
          },
        ]}
      />
    </Section>
  )
}
