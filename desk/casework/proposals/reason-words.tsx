import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { CaseReason } from '../../../core/casework/case-shape.ts'
import { formatDay, text } from '../../kit/index.ts'
import styles from '../casework.module.css'
import { useGroundLink } from './use-ground-link.ts'

type Reason = Omit<CaseReason, 'on'> & { readonly on?: string }

/** What a rule found, since when, and where it can be read; `on`: the day of which these are the facts. */
export function ReasonWords({
  familyId,
  reason,
}: {
  readonly familyId: string
  readonly reason: Reason
}) {
  const { to, words } = useGroundLink(familyId, reason)
  return (
    <span className={styles.fine}>
      {sayReason(reason)}
      {reason.on !== undefined &&
        ` · ${text('casework:proposal.foundOn', { day: formatDay(reason.on) })}`}
      {' · '}
      <Anchor component={Link} inherit underline="always" to={to}>
        {words}
      </Anchor>
    </span>
  )
}

/** All of them, as a case keeps them. */
export function ReasonLines({
  familyId,
  reasons,
}: {
  readonly familyId: string
  readonly reasons: readonly CaseReason[]
}) {
  return (
    <ul className={styles.lines}>
      {reasons.map((reason) => (
        <li key={`${reason.on}:${reason.trigger}:${reason.ground}`}>
          <ReasonWords familyId={familyId} reason={reason} />
        </li>
      ))}
    </ul>
  )
}

export function sayReason({
  trigger,
  count,
  since,
}: Pick<CaseReason, 'trigger' | 'count' | 'since'>): string {
  return [
    text(`casework:proposal.why.${trigger}`, { count }),
    text('casework:proposal.since', { day: formatDay(since) }),
  ].join(' · ')
}
