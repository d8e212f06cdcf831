import { Anchor, Button } from '@mantine/core'
import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { caseStages } from '../../../core/casework/stage-of-case.ts'
import type { WorkerLoad } from '../../../core/evaluation/supervision/list-loads.ts'
import type { Waiting } from '../../../core/evaluation/supervision/list-waiting.ts'
import { EmptyState, formatDay, Page, Section, text } from '../../kit/index.ts'
import styles from './supervision.module.css'
import { useLoads } from './use-loads.ts'
import { useAboutNames } from './use-supervision.ts'

/** What lies behind the numbers of one colleague: each thing with its name, and where it is. */
export function WorkerPage() {
  const { staffId = '' } = useParams()
  const { hash } = useLocation()
  const load = useLoads().find((one) => one.staffId === staffId)
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
  const back = { to: '/casework/supervision', label: text('supervision:title') }
  if (load === undefined)
    return (
      <Page title={text('supervision:loads.missing')} back={back}>
        <EmptyState title={text('supervision:loads.empty')} />
      </Page>
    )
  return (
    <Page
      title={text('supervision:loads.of', { name: load.name })}
      back={back}
      actions={
        <Button component={Link} to="/casework/supervision/records/new">
          {text('supervision:record.new')}
        </Button>
      }
    >
      <div id="waiting">
        <WaitingList load={load} />
      </div>
      <div id="risks">
        <RiskList load={load} />
      </div>
      <div id="cases">
        <CaseList load={load} />
      </div>
      <div id="groups">
        <AboutList title={text('supervision:loads.groups')} kind="group" ids={load.groupIds} />
      </div>
      <div id="families">
        <AboutList title={text('supervision:loads.families')} kind="family" ids={load.familyIds} />
      </div>
    </Page>
  )
}

function WaitingList({ load }: { readonly load: WorkerLoad }) {
  const nameOf = useAboutNames()
  const aboutOf = ({ groupId, subjectKind, subjectId, familyId }: Waiting): string => {
    if (groupId !== null) return nameOf({ kind: 'group', id: groupId })
    if (subjectKind === 'caseFile') return nameOf({ kind: 'case', id: subjectId })
    return familyId === null ? '' : nameOf({ kind: 'family', id: familyId })
  }
  return (
    <Section title={text('supervision:loads.waiting')}>
      {load.waiting.length === 0 && (
        <p className={styles.fine}>{text('supervision:loads.waitingEmpty')}</p>
      )}
      <ul className={styles.lines}>
        {load.waiting.map((one) => (
          <li key={one.key} className={styles.line}>
            <Anchor component={Link} to={wayToWaiting(one)}>
              {[
                one.what === 'review' && one.subjectKind !== null
                  ? text(`supervision:review.of.${one.subjectKind}`)
                  : '',
                text(`supervision:loads.what.${one.what}`),
                aboutOf(one),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </Anchor>
            <span className={styles.fine}>
              {text('supervision:loads.since', { day: formatDay(one.since), count: one.days })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function RiskList({ load }: { readonly load: WorkerLoad }) {
  const nameOf = useAboutNames()
  return (
    <Section title={text('supervision:loads.risks')}>
      {load.risks.length === 0 && (
        <p className={styles.fine}>{text('supervision:loads.nothing')}</p>
      )}
      <ul className={styles.lines}>
        {load.risks.map(({ key, what, caseId, on }) => (
          <li key={key} className={styles.line}>
            <Anchor component={Link} to={`/casework/${caseId}`}>
              {`${text(`supervision:loads.risk.${what}`)} · ${nameOf({ kind: 'case', id: caseId })}`}
            </Anchor>
            <span className={styles.fine}>{formatDay(on)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function wayToWaiting({ what, subjectKind, subjectId }: Waiting): string {
  if (what === 'goalReview' || what === 'goalEnds') return `/assessment/families/${subjectId}/goals`
  if (what === 'action' || what === 'planReview') return `/assessment/families/${subjectId}/plan`
  if (what === 'record') return `/groupwork/meetings/${subjectId}`
  if (what === 'wave') return `/inquiry/waves/${subjectId}`
  if (what === 'review' && subjectKind !== null)
    return `/casework/supervision/reviews/${subjectKind}/${subjectId}`
  return `/casework/${subjectId}`
}

function CaseList({ load }: { readonly load: WorkerLoad }) {
  const nameOf = useAboutNames()
  const stages = caseStages.filter((stage) => load.casesByStage[stage].length > 0)
  return (
    <Section title={text('supervision:loads.cases')}>
      {stages.length === 0 && <p className={styles.fine}>{text('supervision:loads.nothing')}</p>}
      <ul className={styles.lines}>
        {stages.flatMap((stage) =>
          load.casesByStage[stage].map((id) => (
            <li key={id}>
              <Anchor component={Link} to={`/casework/${id}`}>
                {nameOf({ kind: 'case', id })}
              </Anchor>{' '}
              <span className={styles.fine}>{text(`supervision:loads.stage.${stage}`)}</span>
            </li>
          )),
        )}
      </ul>
    </Section>
  )
}

function AboutList({
  title,
  kind,
  ids,
}: {
  readonly title: string
  readonly kind: 'group' | 'family'
  readonly ids: readonly string[]
}) {
  const nameOf = useAboutNames()
  return (
    <Section title={title}>
      {ids.length === 0 && <p className={styles.fine}>{text('supervision:loads.nothing')}</p>}
      <ul className={styles.lines}>
        {ids.map((id) => (
          <li key={id}>
            <Anchor
              component={Link}
              to={kind === 'group' ? `/groupwork/groups/${id}` : `/families/${id}`}
            >
              {nameOf({ kind, id })}
            </Anchor>
          </li>
        ))}
      </ul>
    </Section>
  )
}
