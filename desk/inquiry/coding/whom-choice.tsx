import { Checkbox, Group } from '@mantine/core'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import type { InterviewRecord } from '../interview/use-interviews.ts'

/** Whom the words mean, in one tap: asked where the child is a pair with several adults and it is none of these who speaks as a parent. */
export function WhomChoice({
  its,
  value,
  onChange,
}: {
  readonly its: InterviewRecord
  readonly value: readonly string[]
  readonly onChange: (aboutIds: string[]) => void
}) {
  const familyId = its.familyId ?? ''
  const people = useRecords(person, { familyId })
  const adultIds = useRecords(pair, { familyId })
    .filter(({ childId }) => childId === its.childId)
    .map(({ adultId }) => adultId)
  const adults = people.filter(({ id }) => adultIds.includes(id))
  if (its.role === 'parent' || adults.length < 2) return null
  return (
    <Checkbox.Group
      label={text('interview:coding.whom')}
      description={text('interview:coding.whomHint')}
      value={[...value]}
      onChange={onChange}
    >
      <Group gap="sm" mt={4}>
        {adults.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
