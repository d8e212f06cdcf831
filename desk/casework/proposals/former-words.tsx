import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { FormerCase } from '../../../core/casework/former-case.ts'
import { formatDay, text } from '../../kit/index.ts'
import styles from '../casework.module.css'
import { useSubjectNames } from '../use-case.ts'

/** That there was a case about them, how it ended, and whether its follow-up is overdue. */
export function FormerWords({
  former: { its, endedOn, overdueOn },
}: {
  readonly former: FormerCase
}) {
  const name = useSubjectNames()(its)
  const how =
    its.closeReason === null
      ? text(`casework:decision.${its.decision ?? 'waiting'}`)
      : text(`casework:closeReason.${its.closeReason}`)
  return (
    <>
      <span className={styles.fine}>
        <Anchor component={Link} inherit underline="always" to={`/casework/${its.id}`}>
          {text('casework:again.former', { name })}
        </Anchor>
        {` · ${text('casework:again.ended', { day: formatDay(endedOn), how })}`}
      </span>
      {overdueOn !== null && (
        <span className={styles.late}>
          {text('casework:again.overdue', { day: formatDay(overdueOn) })}
        </span>
      )}
    </>
  )
}
