import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { caseStages } from '../../../core/casework/stage-of-case.ts'
import { hintsOf, type WorkerLoad } from '../../../core/evaluation/supervision/list-loads.ts'
import type { WaitingSort } from '../../../core/evaluation/supervision/list-waiting.ts'
import { type Column, formatDay, formatNumber, text } from '../../kit/index.ts'
import styles from './supervision.module.css'

export const countOf = (load: WorkerLoad, what: WaitingSort) =>
  load.waiting.filter((one) => one.what === what).length

type LoadColumn = Column<WorkerLoad>

/** The columns of the table, each number a way to the list behind it. */
export function listLoadColumns(today: string): readonly LoadColumn[] {
  const [name, longest] = whoColumns(today)
  return [
    name,
    longest,
    ...carriedColumns(),
    riskColumn(),
    waitingColumn('nextSteps', [
      'risk',
      'nextStep',
      'quiet',
      'undecided',
      'decision',
      'conference',
      'followUp',
      'goalReview',
      'goalEnds',
      'action',
      'planReview',
      'wave',
    ]),
    waitingColumn('records', ['record', 'unwritten']),
    waitingColumn('reviews', ['review']),
    ...otherColumns(),
  ]
}

function waitingColumn(
  name: 'nextSteps' | 'records' | 'reviews',
  what: readonly WaitingSort[],
): LoadColumn {
  return {
    ...{ name, label: text(`supervision:loads.${name}`), numeric: true },
    show: (load) => {
      const all = what.reduce((sum, one) => sum + countOf(load, one), 0)
      return all === 0 ? (
        '–'
      ) : (
        <Behind load={load} part="waiting">
          {formatNumber(all)}
        </Behind>
      )
    },
  }
}

function riskColumn(): LoadColumn {
  return {
    ...{ name: 'risks', label: text('supervision:loads.risks'), numeric: true },
    show: (load) =>
      load.risks.length === 0 ? (
        '–'
      ) : (
        <Behind load={load} part="risks">
          {formatNumber(load.risks.length)}
        </Behind>
      ),
  }
}

function whoColumns(today: string): readonly [LoadColumn, LoadColumn] {
  return [
    {
      ...{ name: 'name', label: text('supervision:loads.name') },
      show: (load) => <WhoAndHints load={load} today={today} />,
    },
    {
      ...{ name: 'longest', label: text('supervision:loads.longest'), numeric: true },
      show: (load) =>
        load.longest < 0 ? (
          '–'
        ) : (
          <Behind load={load} part="waiting">
            {text('supervision:loads.days', { count: load.longest })}
          </Behind>
        ),
    },
  ]
}

function carriedColumns(): readonly LoadColumn[] {
  return [
    {
      ...{ name: 'families', label: text('supervision:loads.families'), numeric: true },
      show: (load) => (
        <Behind load={load} part="families">
          {formatNumber(load.familyIds.length)}
        </Behind>
      ),
    },
    {
      ...{ name: 'cases', label: text('supervision:loads.cases') },
      show: (load) => <CasesByStage load={load} />,
    },
    {
      ...{ name: 'groups', label: text('supervision:loads.groups'), numeric: true },
      show: (load) => (
        <Behind load={load} part="groups">
          {formatNumber(load.groupIds.length)}
        </Behind>
      ),
    },
  ]
}

function otherColumns(): readonly LoadColumn[] {
  return [
    {
      ...{ name: 'concerns', label: text('supervision:loads.concerns'), numeric: true },
      show: (load) =>
        load.concerns === 0 ? (
          '–'
        ) : (
          <Anchor component={Link} to="/safety">
            {formatNumber(load.concerns)}
          </Anchor>
        ),
    },
    {
      ...{ name: 'minutes', label: text('supervision:loads.minutes'), numeric: true },
      show: ({ minutes }) =>
        minutes === null
          ? text('supervision:loads.notWritten')
          : text('supervision:loads.hours', { hours: formatNumber(Math.round(minutes / 6) / 10) }),
    },
    {
      ...{ name: 'supervised', label: text('supervision:loads.supervised') },
      show: ({ supervisedOn, nextOn }) => (
        <>
          {supervisedOn === null ? text('supervision:loads.notWithMe') : formatDay(supervisedOn)}
          {nextOn !== null && (
            <span className={styles.fine}>
              {` ${text('supervision:loads.next')} ${formatDay(nextOn)}`}
            </span>
          )}
        </>
      ),
    },
  ]
}

function Behind({
  load,
  part,
  children,
}: {
  readonly load: WorkerLoad
  readonly part: string
  readonly children: ReactNode
}) {
  return (
    <Anchor component={Link} to={`/casework/supervision/workers/${load.staffId}#${part}`}>
      {children}
    </Anchor>
  )
}

function WhoAndHints({ load, today }: { readonly load: WorkerLoad; readonly today: string }) {
  return (
    <>
      <Behind load={load} part="waiting">
        {load.name}
      </Behind>
      {hintsOf(load, today).map((hint) => (
        <span key={hint} className={styles.hint}>
          {text(`supervision:loads.hint_${hint}`)}
        </span>
      ))}
    </>
  )
}

function CasesByStage({ load }: { readonly load: WorkerLoad }) {
  const stages = caseStages.filter((stage) => load.casesByStage[stage].length > 0)
  if (stages.length === 0) return '–'
  return (
    <Behind load={load} part="cases">
      {stages
        .map((stage) =>
          text('supervision:loads.casesIn', {
            stage: text(`supervision:loads.stage.${stage}`),
            count: load.casesByStage[stage].length,
          }),
        )
        .join(' · ')}
    </Behind>
  )
}
