import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { groupPlan } from '../../../core/groupwork/planning/group-plan.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { formatList, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'

/** The plans on this device that rest on it. */
export function UsedIn({ sourceId }: { readonly sourceId: string }) {
  const plans = useRecords(groupPlan).filter(({ evidenceIds }) => evidenceIds.includes(sourceId))
  const groups = useRecords(supportGroup)
  const citing = groups.filter(({ id }) => plans.some(({ groupId }) => groupId === id))
  const files = useCitingPlans(sourceId)
  return (
    <Section title={text('evidence:usedIn')}>
      {citing.length + files.length === 0 ? (
        <Text c="gray.7">{text('evidence:notUsed')}</Text>
      ) : (
        <>
          {citing.map(({ id, title }) => (
            <Anchor
              key={id}
              component={Link}
              to={`/groupwork/groups/${id}/plan`}
              c="inherit"
              underline="always"
            >
              {title}
            </Anchor>
          ))}
          {files.map(({ id, familyId, subject, children }) => (
            <Anchor
              key={id}
              component={Link}
              to={`/assessment/families/${familyId}/plan?for=${subject}`}
              c="inherit"
              underline="always"
            >
              {text('evidence:usedInPlanOf', { children })}
            </Anchor>
          ))}
        </>
      )}
    </Section>
  )
}

/** Each newest plan of a family that names it; only those whose file is on this device, which is whoever may read them. */
function useCitingPlans(sourceId: string) {
  const all = useRecords(servicePlan)
  const people = useRecords(person, { role: 'child' })
  const pairs = useRecords(pair)
  return all
    .filter(
      ({ id, evidenceIds }) =>
        evidenceIds.includes(sourceId) && !all.some(({ followsId }) => followsId === id),
    )
    .map(({ id, familyId, pairId, personId }) => {
      const childId = pairs.find((one) => one.id === pairId)?.childId ?? personId
      const its = people.filter((one) =>
        childId === null ? one.familyId === familyId : one.id === childId,
      )
      const children = formatList(its.map(({ name }) => name))
      return { id, familyId, subject: pairId ?? personId ?? 'family', children }
    })
}
