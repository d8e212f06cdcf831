import { Alert, Text } from '@mantine/core'
import {
  checkLevels,
  type LevelFinding,
  type LevelWords,
} from '../../../core/assessment/goals/check-levels.ts'
import { type LevelName, levelNames } from '../../../core/assessment/goals/level-names.ts'
import { formatList, Icon, text } from '../../kit/index.ts'
import styles from './goals.module.css'

/** What would make the levels hard to rate, as they are being written. Nothing is forbidden: the goal can be saved. */
export function LevelWarnings({ levels }: { readonly levels: LevelWords }) {
  const written = levelNames.filter((name) => levels[name].trim() !== '')
  const findings = checkLevels(levels)
  // With one level alone there is nothing to compare yet.
  if (written.length < 2 || findings.length === 0) return null
  return (
    <Alert role="status" color="yellow" variant="light" icon={<Icon name="warning" />}>
      <Text fw={600}>{text('assessment:levels.title')}</Text>
      <ul className={styles.warnings}>
        {findings.map((finding) => (
          <li key={JSON.stringify(finding)}>
            {text(`assessment:levels.findings.${finding.id}`, detailsOf(finding))}
          </li>
        ))}
      </ul>
      {text('assessment:levels.stillSaves')}
    </Alert>
  )
}

function detailsOf(finding: LevelFinding): Record<string, string> {
  const names = finding.levels.map(nameLevel)
  if (finding.id === 'empty') return { levels: formatList(names) }
  const [one = '', other = ''] = names
  const values = 'from' in finding ? nameValues(finding.from, finding.to) : ''
  return { one, other, values }
}

function nameLevel(name: LevelName): string {
  return text(`evaluation:goal.level.${name}`)
}

function nameValues(from: number, to: number | null): string {
  if (to === null) return text('assessment:levels.values.open', { from: String(from) })
  return from === to
    ? text('assessment:levels.values.one', { from: String(from) })
    : text('assessment:levels.values.range', { from: String(from), to: String(to) })
}
