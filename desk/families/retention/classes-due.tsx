import { Text } from '@mantine/core'
import type { RetentionOverview } from '../../../core/evaluation/retention-overview.ts'
import { formatDay, Section, text } from '../../kit/index.ts'
import styles from '../families.module.css'

/** RIG-13: other records whose confirmed period is over, how many, and what a person can do with them, as it is. */
export function ClassesDue({ classes }: Pick<RetentionOverview, 'classes'>) {
  const due = classes.filter(({ count }) => count > 0)
  return (
    <Section title={text('rights:classesDue.title')} hint={text('rights:classesDue.hint')}>
      {due.length === 0 && (
        <Text>{text(`rights:classesDue.${classes.length === 0 ? 'notSet' : 'none'}`)}</Text>
      )}
      <ul className={styles.lines}>
        {due.map(({ name, years, count, held, oldestOn }) => (
          <li key={name}>
            <Text fw={600}>{text(`rights:schedule.classes.${name}`)}</Text>
            <Text>
              {text('rights:classesDue.line', { count, years, day: formatDay(oldestOn) })}
              {held > 0 && ` ${text('rights:classesDue.held', { count: held })}`}
            </Text>
            <Text c="gray.7" size="sm">
              {text(`rights:classesDue.end.${name}`)}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
