import {
  checkCoverage,
  checkTracks,
  type PlanWarning,
} from '../../../core/groupwork/check-coverage.ts'
import type { Session } from '../../../core/groupwork/plan-shape.ts'
import { Section, text } from '../../kit/index.ts'
import { warningDetails } from '../warning-details.ts'
import styles from './programmes.module.css'

/** What the programme still lacks, each with a remedy; nothing is forbidden. */
export function CoverageList({ sessions }: { readonly sessions: readonly Session[] }) {
  const warnings: readonly PlanWarning[] = [...checkCoverage(sessions), ...checkTracks(sessions)]
  return (
    <Section title={text('groupwork:coverage.title')} hint={text('groupwork:coverage.hint')}>
      {warnings.length === 0 ? (
        <p className={styles.fine}>{text('groupwork:coverage.fine')}</p>
      ) : (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={JSON.stringify(warning)}>
              {text(`groupwork:warning.${warning.id}`, warningDetails(warning))}
              <br />
              <small>{text(`groupwork:remedy.${warning.id}`)}</small>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
