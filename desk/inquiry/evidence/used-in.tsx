import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { groupPlan } from '../../../core/groupwork/planning/group-plan.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** The plans on this device that rest on it. */
export function UsedIn({ sourceId }: { readonly sourceId: string }) {
  const plans = useRecords(groupPlan).filter(({ evidenceIds }) => evidenceIds.includes(sourceId))
  const groups = useRecords(supportGroup)
  const citing = groups.filter(({ id }) => plans.some(({ groupId }) => groupId === id))
  return (
    <Section title={text('evidence:usedIn')}>
      {citing.length === 0 ? (
        <Text c="gray.7">{text('evidence:notUsed')}</Text>
      ) : (
        citing.map(({ id, title }) => (
          <Anchor
            key={id}
            component={Link}
            to={`/groupwork/groups/${id}/plan`}
            c="inherit"
            underline="always"
          >
            {title}
          </Anchor>
        ))
      )}
    </Section>
  )
}
