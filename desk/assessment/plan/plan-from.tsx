import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { usePairNames } from '../use-pair-names.ts'
import styles from './plan.module.css'

/** From which settled profiles the plan was begun, each with the way to it. */
export function PlanFrom({
  familyId,
  profileIds,
}: {
  readonly familyId: string
  readonly profileIds: readonly string[]
}) {
  const profiles = useRecords(pairProfile, { familyId })
  const { whose } = usePairNames(familyId)
  const its = profiles.filter(({ id }) => profileIds.includes(id))
  return its.map(({ id, no, pairId }) => (
    <p key={id} className={styles.fine}>
      <Anchor
        component={Link}
        to={`/assessment/families/${familyId}/profile?pair=${pairId}&version=${id}`}
        underline="always"
      >
        {its.length === 1
          ? text('goals:plan.fromProfile', { no })
          : text('goals:plan.fromProfileOf', { no, pair: whose(pairId) })}
      </Anchor>
    </p>
  ))
}
