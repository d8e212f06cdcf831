import { Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { caseFile } from '../../core/casework/case-file.ts'
import { type CaseFile, hasEnded } from '../../core/casework/case-shape.ts'
import { listCasesDue } from '../../core/casework/list-cases-due.ts'
import { stageOfCase } from '../../core/casework/stage-of-case.ts'
import { gatherTimeLine } from '../../core/evaluation/casework/gather-time-line.ts'
import {
  ConflictMark,
  EmptyState,
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
import { ClosingSection } from './closing-section.tsx'
import { DecideSection } from './decide-section.tsx'
import { DueWords } from './due-words.tsx'
import { FollowUpSection } from './follow-up-section.tsx'
import { StageLine, StateBadge } from './stage-line.tsx'
import { TimeLine } from './time-line.tsx'
import { useCaseRecords, useStaffNames, useSubjectNames } from './use-case.ts'

/** One case: where it stands, what is next, and one line of everything that happened. */
export function CasePage() {
  const { caseId = '' } = useParams()
  const its = useRecord(caseFile, caseId)
  useReadLog('family', its?.familyId ?? null)
  if (its !== null) return <CaseInHand its={its} />
  return (
    <Page
      title={text('casework:file.missing')}
      back={{ to: '/casework', label: text('casework:title') }}
    >
      <EmptyState title={text('casework:file.missing')} hint={text('casework:file.missingHint')} />
    </Page>
  )
}

function CaseInHand({ its }: { readonly its: LocalRecord<CaseFile> }) {
  const today = useToday()
  const nameOf = useSubjectNames()
  const records = useCaseRecords(its.familyId)
  const mayApprove = useMay('caseFile', 'approveClosing', `family:${its.familyId}`)
  const due = listCasesDue({
    ...{ cases: [its], contacts: records.contacts, followUps: records.followUps, today },
    approves: () => mayApprove,
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
      <StageLine stage={stageOfCase(its, records)} />
      {due.length > 0 && (
        <ul className={styles.lines}>
          {due.map((one) => (
            <li key={one.key}>
              <DueWords due={one} />
            </li>
          ))}
        </ul>
      )}
      <DecideSection its={its} />
      <TimeLine its={its} items={gatherTimeLine(its, records)} />
      <FollowUpSection its={its} />
      <IntakeSection its={its} />
      <ClosingSection its={its} />
    </Page>
  )
}

function Ways({ its }: { readonly its: CaseFile & { readonly id: string } }) {
  const { id, familyId } = its
  const mayWrite = useMay('caseContact', 'create', `family:${familyId}`)
  const subject = its.pairId ?? its.personId ?? ''
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
      <Button component={Link} to={`/families/${familyId}`} variant="default">
        {text('goals:toFamily')}
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
