import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { caseConference } from '../../core/casework/case-conference.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFollowUp } from '../../core/casework/case-follow-up.ts'
import { type CaseFileEntry, hasEnded } from '../../core/casework/case-shape.ts'
import { listCasesDue } from '../../core/casework/list-cases-due.ts'
import { stageOfCase } from '../../core/casework/stage-of-case.ts'
import { goalRating } from '../../core/assessment/goals/goal-rating.ts'
import { servicePlan } from '../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { pair } from '../../core/families/pair.ts'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import { EmptyState, Page, SegmentedChoice, text, UnsentMark } from '../kit/index.ts'
import { type LocalRecord, useActor, useMayEver, useRecords, useToday } from '../sync/index.ts'
import styles from './casework.module.css'
import { DueWords } from './due-words.tsx'
import { OpenCase } from './open-case.tsx'
import { CaseProposals } from './proposals/case-proposals.tsx'
import { useSplitProposals } from './proposals/use-case-proposals.ts'
import { StateBadge } from './stage-line.tsx'
import { useApproves } from './use-approves.ts'
import { useSubjectNames } from './use-case.ts'

const views = ['current', 'mine', 'ended'] as const
type View = (typeof views)[number]

/** All cases that this person may see: where each stands and what is next. */
export function CasesPage() {
  const [view, setView] = useState<View>('current')
  const cases = useRecords(caseFile)
  const proposals = useSplitProposals()
  const { staffId } = useActor()
  const reads = useMayEver('caseFile', 'read')
  const mayOpen = useMayEver('caseFile', 'create')
  const seesTransfers = useMayEver('transfer', 'read')
  const emptyReader = reads ? 'casework:list.noneReader' : 'casework:list.notYoursHint'
  const emptyHint = mayOpen ? 'casework:list.noneHint' : emptyReader
  const shown = cases
    .filter((one) => isIn(one, view, staffId))
    .toSorted((left, right) => right.openedOn.localeCompare(left.openedOn))
  return (
    <Page
      title={text('casework:title')}
      actions={
        <>
          <Button component={Link} to="/casework/supervision" variant="default">
            {text('supervision:title')}
          </Button>
          {seesTransfers && (
            <Button component={Link} to="/casework/transfers" variant="default">
              {text('transfer:listTitle')}
            </Button>
          )}
        </>
      }
    >
      <CaseProposals proposals={proposals.own} />
      <CaseProposals proposals={proposals.others} title={text('casework:proposal.titleOthers')} />
      {cases.length === 0 ? (
        <EmptyState
          title={text(reads ? 'casework:list.none' : 'casework:list.notYours')}
          hint={text(emptyHint)}
          {...(mayOpen && {
            action: (
              <Button component={Link} to="/families">
                {text('casework:list.toFamilies')}
              </Button>
            ),
          })}
        />
      ) : (
        <>
          <p className={styles.fine}>{text('casework:list.hint')}</p>
          {mayOpen && <OpenCase />}
          <SegmentedChoice
            label={text('casework:list.show')}
            options={views.map((value) => ({ value, label: text(`casework:list.${value}`) }))}
            value={view}
            onChange={setView}
          />
          {shown.length === 0 ? (
            <p>{text('casework:list.noMatch')}</p>
          ) : (
            <CaseLines cases={shown} />
          )}
        </>
      )}
    </Page>
  )
}

function isIn(its: CaseFileEntry, view: View, staffId: string): boolean {
  if (view === 'ended') return hasEnded(its)
  return !hasEnded(its) && (view === 'current' || its.workerId === staffId)
}

/** A line for each case, with its stage and the first thing that waits in it. */
export function CaseLines({ cases }: { readonly cases: readonly LocalRecord<CaseFileEntry>[] }) {
  const today = useToday()
  const approves = useApproves()
  const nameOf = useSubjectNames()
  const facts = {
    pairs: useRecords(pair),
    profiles: useRecords(pairProfile),
    plans: useRecords(servicePlan),
    contacts: useRecords(caseContact),
    ratings: useRecords(goalRating),
    followUps: useRecords(caseFollowUp),
  }
  const conferences = useRecords(caseConference)
  const visits = useRecords(homeVisit)
  const due = listCasesDue({
    ...{ cases, contacts: facts.contacts, followUps: facts.followUps, today },
    ...{ conferences, visits },
    approves,
  })
  return (
    <ul className={styles.lines}>
      {cases.map((its) => {
        const next = due.find(({ caseId }) => caseId === its.id)
        return (
          <li key={its.id} className={styles.line}>
            <span>
              <Anchor component={Link} to={`/casework/${its.id}`}>
                {nameOf(its)}
              </Anchor>{' '}
              <StateBadge its={its} /> <UnsentMark record={its} />
            </span>
            <span className={styles.fine}>
              {`${text('casework:stage.label')}: ${text(`casework:stage.${stageOfCase(its, facts).stage}`)}`}
            </span>
            {next !== undefined && <DueWords due={next} />}
          </li>
        )
      })}
    </ul>
  )
}
