import { Button } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'react-router'
import { groupPlan } from '../../../core/groupwork/planning/group-plan.ts'
import { programme } from '../../../core/groupwork/programme.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { ConflictMark, formatDay, Icon, Page, Section, text, UnsentMark } from '../../kit/index.ts'
import { useMay, useReadLog, useRecord, useRecords } from '../../sync/index.ts'
import { NotHere } from '../not-here.tsx'
import { type GroupFile, useGroup } from '../use-group.ts'
import { PlanBackground } from './plan-background.tsx'
import { PlanBudget } from './plan-budget.tsx'
import { PlanCheck } from './plan-check.tsx'
import { PlanGoals } from './plan-goals.tsx'
import { PlanHead } from './plan-head.tsx'
import { PlanSources } from './plan-sources.tsx'
import { PlanSeen } from './plan-seen.tsx'
import { PlanSessions } from './plan-sessions.tsx'
import { PlanTeam } from './plan-team.tsx'
import { PlanTimes } from './plan-times.tsx'
import { PlanWords } from './plan-words.tsx'
import styles from './planning.module.css'
import { type PlanInHand, usePlan } from './use-plan.ts'
import { figuresOf } from './figures.ts'
import { useEvidence } from './use-evidence.ts'
import { useStart } from './use-start.ts'

export function PlanPage() {
  const { groupId = '' } = useParams()
  const file = useGroup(groupId)
  return file === null ? <NotHere /> : <GroupPlanPage file={file} />
}

/** The plan of a group (form-F3) on one page: what the system knows already is there, the rest is written once and printed. */
function GroupPlanPage({ file }: { readonly file: GroupFile }) {
  const { group } = file
  const inHand = usePlan(file)
  const start = useStart(file)
  const evidence = useEvidence(file)
  const mayEdit = useMay('groupPlan', 'edit', `group:${group.id}`, inHand.record?.id ?? group.id)
  const [editing, setEditing] = useState(false)
  useReadLog('supportGroup', group.id)
  const { record } = inHand
  const part = { inHand, editing }
  return (
    <Page
      title={text('groupwork:planning.title', { group: group.title })}
      back={{ to: `/groupwork/groups/${group.id}`, label: group.title }}
      marks={
        record !== null && (
          <>
            <UnsentMark record={record} />
            <ConflictMark kind={groupPlan} record={record} />
          </>
        )
      }
      actions={
        <>
          {mayEdit && group.state !== 'closed' && (
            <Button variant={editing ? 'filled' : 'default'} onClick={() => setEditing(!editing)}>
              {text(editing ? 'groupwork:planning.stopEditing' : 'groupwork:planning.edit')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<Icon name="print" size={18} />}
            onClick={() => window.print()}
          >
            {text('kit:print')}
          </Button>
        </>
      }
      wide
    >
      <div className={styles.paper}>
        <div className={styles.onScreen}>
          <PlanCheck file={file} />
        </div>
        <PlanHead {...part} />
        <PlanBackground {...part} start={start} evidence={evidence} />
        <PlanTheory {...part} />
        <PlanSources {...part} />
        <PlanGoals {...part} figures={figuresOf(evidence)} />
        <PlanSessions inHand={inHand} />
        <PlanTimes file={file} />
        <PlanPeople {...part} />
        <PlanTeam {...part} />
        <PlanRisks {...part} />
        <PlanEvaluation {...part} />
        <PlanBudget {...part} />
        <PlanSeen inHand={inHand} />
      </div>
    </Page>
  )
}

interface Part {
  readonly inHand: PlanInHand
  readonly editing: boolean
}

function PlanTheory({ inHand, editing }: Part) {
  const own = useRecord(programme, inHand.file.group.programmeId ?? '')
  return (
    <Section title={text('groupwork:planning.theory')}>
      {own !== null && own.theory !== '' && <p className={styles.words}>{own.theory}</p>}
      <PlanWords inHand={inHand} field="theory" editing={editing} />
    </Section>
  )
}

/** The programme's audience, and what the worker says of this group. */
function PlanPeople({ inHand, editing }: Part) {
  const own = useRecord(programme, inHand.file.group.programmeId ?? '')
  return (
    <Section title={text('groupwork:planning.people')}>
      {own !== null && own.audience !== '' && <p className={styles.words}>{own.audience}</p>}
      <PlanWords inHand={inHand} field="selection" editing={editing} />
      <PlanWords inHand={inHand} field="recruitment" editing={editing} />
    </Section>
  )
}

/** Difficulties that the meetings expect, and what the worker adds. */
function PlanRisks({ inHand, editing }: Part) {
  const expected = [...new Set(inHand.file.meetings.flatMap(({ risks }) => risks))]
  return (
    <Section title={text('groupwork:planning.risks')}>
      <ul className={styles.hints}>
        {expected.map((risk) => (
          <li key={risk}>{risk}</li>
        ))}
      </ul>
      <PlanWords inHand={inHand} field="risks" editing={editing} />
    </Section>
  )
}

/** The waves that are open or over, the indicators of the goals above, and what the worker adds. */
function PlanEvaluation({ inHand, editing }: Part) {
  const waves = useRecords(wave, { groupId: inHand.file.group.id })
  return (
    <Section title={text('groupwork:planning.evaluation')}>
      <ul className={styles.hints}>
        {waves
          .toSorted((left, right) => left.opensOn.localeCompare(right.opensOn))
          .map(({ id, title, opensOn, dueOn }) => (
            <li key={id}>
              {text('groupwork:planning.wave', {
                title,
                from: formatDay(opensOn),
                to: formatDay(dueOn),
              })}
            </li>
          ))}
      </ul>
      <PlanWords inHand={inHand} field="evaluation" editing={editing} />
    </Section>
  )
}
