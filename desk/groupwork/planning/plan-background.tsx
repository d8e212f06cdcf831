import { Link } from 'react-router'
import type { DefinitionCount, StartOfGroup } from '../../../core/evaluation/describe-start.ts'
import type { Evidence } from '../../../core/evaluation/gather-evidence.ts'
import { formatList, Section, text } from '../../kit/index.ts'
import { PlanEvidence } from './plan-evidence.tsx'
import { PlanWords } from './plan-words.tsx'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

/** Why this group: what the records say of its families, each number with what it is of, and what the worker adds. */
export function PlanBackground({
  inHand,
  start,
  evidence,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly start: StartOfGroup
  readonly evidence: Evidence
  readonly editing: boolean
}) {
  return (
    <Section
      title={text('groupwork:planning.background')}
      hint={text('groupwork:planning.backgroundHint')}
    >
      {start.children === 0 ? (
        <p className={styles.fine}>
          {text('groupwork:planning.noSeats')}{' '}
          <Link to={`/groupwork/groups/${inHand.file.group.id}/seats`} className={styles.link}>
            {text('groupwork:page.toSeats')}
          </Link>
        </p>
      ) : (
        <ul className={styles.hints}>
          {linesOf(start).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <PlanEvidence inHand={inHand} evidence={evidence} editing={editing} />
      <PlanWords inHand={inHand} field="background" editing={editing} />
    </Section>
  )
}

function linesOf(start: StartOfGroup): readonly string[] {
  const { families, children, away, silences } = start
  const provinces = start.provinces.map(({ province, count }) =>
    text('groupwork:planning.start.province', { province, people: count }),
  )
  return [
    text('groupwork:planning.start.families', { families, children }),
    text('groupwork:planning.start.civilAffairs', definitionOf(start.civilAffairs, children)),
    text('groupwork:planning.start.census', definitionOf(start.census, children)),
    text('groupwork:planning.start.away', { people: away }) +
      (provinces.length === 0
        ? ''
        : text('groupwork:planning.start.where', { where: formatList(provinces) })),
    text('groupwork:planning.start.silences', { ...silences }),
  ]
}

function definitionOf({ holds, unknown }: DefinitionCount, children: number) {
  const open = unknown === 0 ? '' : text('groupwork:planning.start.unknown', { children: unknown })
  return { holds, children, open }
}
