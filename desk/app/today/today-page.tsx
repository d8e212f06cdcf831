import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { family } from '../../../core/families/family.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { CaseProposals } from '../../casework/proposals/case-proposals.tsx'
import { useSplitProposals } from '../../casework/proposals/use-case-proposals.ts'
import { formatDay } from '../../kit/format.ts'
import { Page } from '../../kit/page.tsx'
import { EmptyState, Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { useConflicts } from '../../sync/conflicts.ts'
import { useRecords } from '../../sync/records.ts'
import { useAccount, useFeed, useOutbox, useToday } from '../../sync/use-state-of-desk.ts'
import { useMayEver } from '../../sync/use-act.ts'
import { FindChild } from './find-child.tsx'
import { AccountabilityDue, useAccountabilityDue } from './accountability-due.tsx'
import { AskConsent } from './ask-consent.tsx'
import { CasesDue } from './cases-due.tsx'
import { ConsentsDue, NewsOfConsents } from './consents-due.tsx'
import { ConcernsDue } from './concerns-due.tsx'
import { ClearancesDue } from './clearances-due.tsx'
import { GoalsDue } from './goals-due.tsx'
import { KeptAwayInGroups } from './kept-away-in-groups.tsx'
import { SupervisionsDue } from './supervision-due.tsx'
import { countWaiting, TodayItems } from './today-items.tsx'
import { useConcerns } from '../../safety/use-concerns.ts'
import styles from './today-page.module.css'
import { ProposalsElsewhere } from './proposals-elsewhere.tsx'
import { RestrictionsDue, useRestrictionsDue } from './restrictions-due.tsx'
import { RightsDue, useRightsDue } from './rights-due.tsx'
import { ApprovalsDue, useApprovalsDue } from './second-person.tsx'
import { UrgentReviews, useUrgentReviews } from './urgent-reviews.tsx'
import { TransfersDue, useTransfersDue } from './transfers-due.tsx'
import { ShutByClearance } from './shut-by-clearance.tsx'
import { useCasesDue } from './use-cases-due.ts'
import { useClearances } from './use-clearances.ts'
import { useConsentsDue } from './use-consents-due.ts'
import { useKeptOutTries } from './use-kept-out-tries.ts'
import { useGoalsDue } from './use-goals-due.ts'
import { useChildrenToAsk } from './use-children-to-ask.ts'
import { useSupervisionDue } from './use-supervision-due.ts'
import { useTodayItems } from './use-today-items.ts'
import { useVisitsDue } from './use-visits-due.ts'
import { useWaitingLinks } from './use-waiting-links.ts'
import { VisitsDue } from './visits-due.tsx'
import { WaitingLinks } from './waiting-links.tsx'
import { WindowsAhead } from './windows-ahead.tsx'

/** Home: what waits, any child in two touches. */
export function TodayPage() {
  const { staff } = useAccount()
  const readsFamilies = useMayEver('family', 'read')
  const today = useToday()
  const items = useTodayItems()
  const toAsk = useChildrenToAsk()
  const links = useWaitingLinks()
  const clearances = useClearances()
  const urgent = useUrgentReviews()
  const tries = useKeptOutTries()
  const restrictions = useRestrictionsDue()
  const rights = useRightsDue()
  const visits = useVisitsDue()
  const consents = useConsentsDue()
  const goals = useGoalsDue()
  const cases = useCasesDue()
  const transfers = useTransfersDue()
  const proposals = useSplitProposals()
  const supervisions = useSupervisionDue()
  const duties = useAccountabilityDue()
  const approvals = useApprovalsDue()
  const { due: concerns } = useConcerns()
  const waiting =
    countWaiting(items) +
    [
      toAsk,
      consents.news,
      consents.turns,
      consents.due,
      links.kept,
      links.locked,
      urgent,
      tries,
      restrictions,
      rights,
      clearances,
      goals,
      visits,
      cases,
      transfers,
      proposals.own,
      proposals.others,
      concerns,
      supervisions,
      duties,
      approvals,
    ].reduce((sum, list) => sum + list.length, 0)
  // What only this person can decide stands before what others could do as well.
  const decides =
    cases.some(({ what }) => what === 'closing') ||
    transfers.some(({ what }) => what === 'approve') ||
    supervisions.some(({ what }) => what === 'waiting')
  const carried = (
    <>
      <CasesDue due={cases} />
      <TransfersDue due={transfers} />
    </>
  )
  return (
    <Page title={text('access:today.title')}>
      <p className={styles.greeting}>
        {text('access:today.greeting', { name: staff.name, day: formatDay(today) })}
      </p>
      <ShutByClearance />
      <Waiting />
      {readsFamilies && <FindChild />}
      <ConcernsDue due={concerns} />
      <UrgentReviews due={urgent} />
      <KeptAwayInGroups items={items} tries={tries} />
      <RestrictionsDue due={restrictions} />
      {decides && carried}
      {decides && <SupervisionsDue due={supervisions} />}
      <NewsOfConsents news={consents.news} />
      <WaitingLinks links={links} />
      <TodayItems items={items} />
      <GoalsDue due={goals} />
      {!decides && carried}
      <CaseProposals proposals={proposals.own} />
      <ProposalsElsewhere proposals={proposals.others} />
      {!decides && <SupervisionsDue due={supervisions} />}
      <VisitsDue due={visits} />
      <WindowsAhead items={items} />
      <AskConsent about={toAsk} />
      <ConsentsDue waiting={consents} />
      <RightsDue due={rights} />
      <ApprovalsDue due={approvals} />
      <ClearancesDue due={clearances} />
      <AccountabilityDue due={duties} />
      <Quiet nothing={waiting === 0} />
    </Page>
  )
}

/** What is only here, what was refused and what has two versions: first, because only this person can settle it. */
function Waiting() {
  const { pending, refused } = useOutbox()
  const { missing } = useFeed()
  const conflicts = useConflicts()
  const lines = [
    refused.length > 0 ? text('sync:line.refused', { count: refused.length }) : null,
    conflicts.length > 0 ? text('sync:line.conflicts', { count: conflicts.length }) : null,
    missing.length > 0 ? text('sync:line.missing') : null,
    pending.length > 0 ? text('sync:line.pending', { count: pending.length }) : null,
  ].filter((line) => line !== null)
  if (lines.length === 0) return null
  return (
    <Section title={text('access:today.unsent')}>
      <ul className={styles.items}>
        {lines.map((line) => (
          <li key={line}>
            <Link to="/device" className={styles.item}>
              {line}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Whoever sees no family's file: what there is for this person, and where. */
function OutsideFiles() {
  const readsSurveys = useMayEver('surveyReport', 'read')
  const readsGroups = useMayEver('supportGroup', 'read')
  const groups = useRecords(supportGroup)
  return (
    <>
      {readsSurveys && <p>{text('access:today.outside')}</p>}
      {readsGroups && !readsSurveys && groups.length === 0 && <p>{text('access:today.noFiles')}</p>}
      {readsGroups && groups.length > 0 && <p>{text('access:today.inGroup')}</p>}
      <p>{text('access:today.worried')}</p>
    </>
  )
}

/** A new agency is shown the first step, an old one that nothing waits. */
function Quiet({ nothing }: { readonly nothing: boolean }) {
  const families = useRecords(family)
  const mayRegister = useMayEver('family', 'create')
  const readsFamilies = useMayEver('family', 'read')
  const managesStaff = useMayEver('staff', 'changeRoles')
  if (!nothing) return null
  if (!readsFamilies && managesStaff)
    return (
      <>
        <p>{text('access:today.outsideAdmin')}</p>
        <p>
          <Link to="/more">{text('access:today.toMore')}</Link>
        </p>
      </>
    )
  if (!readsFamilies) return <OutsideFiles />
  if (families.length > 0 || !mayRegister) return <p>{text('access:today.quiet')}</p>
  return (
    <EmptyState
      title={text('access:today.start')}
      hint={text('access:today.startHint')}
      action={
        <Button component={Link} to="/families">
          {text('access:today.startAction')}
        </Button>
      }
    />
  )
}
