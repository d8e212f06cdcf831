import { Link } from 'react-router'
import { checkCoverage, checkTracks } from '../../core/groupwork/check-coverage.ts'
import type { Meeting } from '../../core/groupwork/meeting.ts'
import type { Session } from '../../core/groupwork/plan-shape.ts'
import { Section, text } from '../kit/index.ts'
import styles from './seat-table.module.css'
import type { GroupFile } from './use-group.ts'
import { warningDetails } from './warning-details.ts'

/** Does the plan as it now stands still do what the theory asks? Hints with a remedy; nothing is forbidden. */
export function CoverageNotes({ file }: { readonly file: GroupFile }) {
  if (file.meetings.length === 0) return null
  const sessions = file.meetings.filter(({ state }) => state !== 'notHeld').map(sessionOf)
  const warnings = [...checkCoverage(sessions), ...checkTracks(sessions)]
  return (
    <Section title={text('groupwork:coverage.title')} hint={text('groupwork:coverage.hint')}>
      {warnings.length === 0 ? (
        <p className={styles.calm}>{text('groupwork:coverage.fine')}</p>
      ) : (
        <ul className={styles.ends}>
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>
              {text(`groupwork:warning.${warning.id}`, warningDetails(warning))}
              <br />
              <span className={styles.remedy}>{text(`groupwork:remedy.${warning.id}`)}</span>{' '}
              <PlanLink file={file} no={warning.details['no']} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function PlanLink({
  file,
  no,
}: {
  readonly file: GroupFile
  readonly no: string | number | undefined
}) {
  const meeting = file.meetings.find((one) => one.no === no)
  if (meeting === undefined) return null
  return (
    <Link to={`/groupwork/meetings/${meeting.id}/plan`} className={styles.name}>
      {text('groupwork:coverage.toPlan')}
    </Link>
  )
}

function sessionOf({
  no,
  stage,
  form,
  theme,
  aims,
  targets,
  indicators,
  risks,
  plan,
}: Meeting): Session {
  return {
    ...{ no, stage, form, theme, aims, targets, indicators, risks },
    daysAfter: null,
    strands: plan,
  }
}
