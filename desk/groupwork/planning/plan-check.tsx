import { Button } from '@mantine/core'
import { Link, useLocation } from 'react-router'
import { agency } from '../../../core/access/agency.ts'
import { staff } from '../../../core/access/staff.ts'
import { checkCoverage, checkTracks } from '../../../core/groupwork/check-coverage.ts'
import { checkSources } from '../../../core/groupwork/planning/check-sources.ts'
import { checkPlan, sessionsOf } from '../../../core/groupwork/planning/check-plan.ts'
import { groupGoal } from '../../../core/groupwork/planning/group-goal.ts'
import { groupPlan, groupPlanId } from '../../../core/groupwork/planning/group-plan.ts'
import type { PlanHint } from '../../../core/groupwork/planning/plan-hint.ts'
import { programmeTargets } from '../../../core/groupwork/plan-shape.ts'
import { programme } from '../../../core/groupwork/programme.ts'
import { citedSources } from '../../../core/inquiry/evidence/list-sources.ts'
import { formatDay, formatList, Section, text } from '../../kit/index.ts'
import { useSources } from '../../kit/sources/use-sources.ts'
import { useAccount, useRecord, useRecords } from '../../sync/index.ts'
import type { GroupFile } from '../use-group.ts'
import { warningDetails } from '../warning-details.ts'
import styles from './planning.module.css'

/** Does the plan as it now stands do what the theory asks, for both strands, with the people it needs? Hints with a remedy; nothing is forbidden. */
export function PlanCheck({ file }: { readonly file: GroupFile }) {
  const hints = useHints(file)
  const path = `/groupwork/groups/${file.group.id}/plan`
  const onPlan = useLocation().pathname === path
  if (file.meetings.length === 0) return null
  return (
    <Section
      title={text('groupwork:coverage.title')}
      hint={text('groupwork:coverage.hint')}
      actions={
        !onPlan && (
          <Button component={Link} to={path} variant="default" size="sm">
            {text('groupwork:planning.toPlan')}
          </Button>
        )
      }
    >
      {hints.length === 0 ? (
        <p className={styles.fine}>{text('groupwork:coverage.fine')}</p>
      ) : (
        <ul className={styles.hints}>
          {hints.map(({ key, words, remedy, no }) => (
            <li key={key}>
              {words}
              <br />
              <span className={styles.remedy}>{remedy}</span> <PlanLink file={file} no={no} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface Hint {
  readonly key: string
  readonly words: string
  readonly remedy: string
  /** The only meeting it is about. */
  readonly no: string | number | undefined
}

function useHints({ group, meetings }: GroupFile): readonly Hint[] {
  const people = useRecords(staff)
  const rules = useRecord(agency, useAccount().agency.id)
  const goals = useRecords(groupGoal, { groupId: group.id })
  const written = useRecord(groupPlan, groupPlanId(group.id))
  const away = written?.away ?? {}
  const theory = useRecord(programme, group.programmeId ?? '')?.theory ?? ''
  const cited = citedSources(useSources(), written?.evidenceIds ?? [])
  const sessions = sessionsOf(meetings)
  const coverage = [...checkCoverage(sessions), ...checkTracks(sessions)].map((warning) => ({
    key: JSON.stringify(warning),
    words: text(`groupwork:warning.${warning.id}`, warningDetails(warning)),
    remedy: text(`groupwork:remedy.${warning.id}`),
    no: warning.details['no'],
  }))
  const found = [
    ...checkPlan({ team: group.team, people, meetings, rules, away }, goals),
    ...checkSources(cited, meetings, `${theory}${written?.theory ?? ''}`),
  ]
  const plan = found.map((hint) => ({
    key: JSON.stringify(hint),
    words: text(`groupwork:planning.hint.${hint.id}`, detailsOf(hint)),
    remedy: text(`groupwork:planning.remedy.${hint.id}`),
    no: undefined,
  }))
  return [...plan, ...coverage]
}

function detailsOf(hint: PlanHint): Record<string, string | number> {
  const { day, targets } = hint.details
  const named = programmeTargets.filter((one) => String(targets).split(' ').includes(one))
  return {
    ...warningDetails(hint),
    ...(day === undefined ? {} : { day: formatDay(String(day)) }),
    targets: formatList(named.map((one) => text(`groupwork:target.${one}`))),
  }
}

function PlanLink({ file, no }: { readonly file: GroupFile; readonly no: Hint['no'] }) {
  const meeting = file.meetings.find((one) => one.no === no)
  if (meeting === undefined) return null
  return (
    <Link to={`/groupwork/meetings/${meeting.id}/plan`} className={styles.link}>
      {text('groupwork:coverage.toPlan')}
    </Link>
  )
}
