import { Icon, Section, text } from '../../kit/index.ts'
import type { Reconciliation } from '../../../core/evaluation/station-month/station-month.ts'
import styles from './month.module.css'

/** Every sum counted a second time from the attendance lists; where it does not agree, what is missing is said. */
export function MonthChecks({ checks }: { readonly checks: readonly Reconciliation[] }) {
  return (
    <Section title={text('evaluation:month.checks')} hint={text('evaluation:month.checksHint')}>
      <ul className={styles.checks}>
        {checks.map((check) => (
          <li key={check.id} className={styles.check}>
            <Icon name={check.agrees ? 'check' : 'warning'} />
            <span>{sentence(check)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function sentence({ id, agrees, reported, found }: Reconciliation): string {
  return agrees
    ? text(`evaluation:month.check.${id}.agrees`, { reported })
    : text(`evaluation:month.check.${id}.differs`, { reported, found })
}
