import { Text } from '@mantine/core'
import { Facts, text } from '../../kit/index.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { describeContactPlan } from './describe-contact-plan.ts'

/** The plan as it stands, part by part. */
export function PlanWords({
  contact,
  plan,
}: {
  readonly contact: PairContact
  readonly plan: PairContact['plans'][number]
}) {
  const caregiver = contact.nameOf(plan.caregiverId)
  const lines = describeContactPlan(plan, { child: contact.childName, adult: contact.adultName })
  if (lines.length === 0) return <Text c="gray.7">{text('contact:plan.empty')}</Text>
  return (
    <Facts
      rows={lines.map(({ part, words }) => ({
        label:
          part === 'caregiverPart' && caregiver !== ''
            ? text('contact:plan.partOf', { name: caregiver })
            : text(`contact:fields.${part}`),
        value: words.map((one) => <div key={one}>{one}</div>),
      }))}
    />
  )
}
