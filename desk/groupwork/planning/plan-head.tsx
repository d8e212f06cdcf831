import { SimpleGrid } from '@mantine/core'
import { groupNatures } from '../../../core/groupwork/planning/group-plan.ts'
import {
  DoingNote,
  Facts,
  formatDay,
  Section,
  SegmentedChoice,
  text,
  useDoing,
} from '../../kit/index.ts'
import { parentRelations, type Seat } from '../../../core/groupwork/seat.ts'
import { strands } from '../../../core/groupwork/strand.ts'
import type { PlanInHand } from './use-plan.ts'

const opennesses = ['closed', 'open'] as const

/** What kind of group this is, how many sit in it, when and where. */
export function PlanHead({
  inHand: { file, plan, write },
  editing,
}: {
  readonly inHand: PlanInHand
  readonly editing: boolean
}) {
  const doing = useDoing()
  const { group, meetings, seats } = file
  const sizes = strands.flatMap((strand) => {
    const size = seats.filter((seat) => seat.strand === strand && seat.leftOn === null).length
    const words = { strand: text(`groupwork:strand.${strand}`), people: size }
    return size === 0 ? [] : [text('groupwork:planning.size', words)]
  })
  const kept = parentRelations.flatMap((relation) => {
    const beside = ({ keptFor, leftOn }: Seat) => leftOn === null && keptFor.includes(relation)
    const words = {
      whom: text(`groupwork:relation.${relation}`),
      number: seats.filter(beside).length,
    }
    return words.number === 0 ? [] : [text('groupwork:planning.keptSeats', words)]
  })
  const rows = [
    { label: text('groupwork:fields.code'), value: group.code },
    {
      label: text('groupwork:planning.nature'),
      value: text('groupwork:planning.kindOfGroup', {
        nature: text(`groupwork:planning.natures.${plan.nature}`),
        openness: text(`groupwork:planning.opennesses.${plan.openness}`),
      }),
    },
    {
      label: text('groupwork:planning.who'),
      value: [...sizes, ...kept].join(text('families:listSeparator')),
    },
    {
      label: text('groupwork:page.period'),
      value: text('groupwork:planning.period', {
        from: formatDay(meetings[0]?.plannedOn ?? group.startsOn),
        to: formatDay(meetings.at(-1)?.plannedOn ?? group.endsOn),
        meetings: meetings.length,
      }),
    },
    { label: text('groupwork:fields.place'), value: group.place },
    { label: text('groupwork:fields.onlineTool'), value: group.onlineTool },
  ]
  return (
    <Section title={text('groupwork:planning.basics')}>
      <Facts rows={rows} />
      {editing && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <SegmentedChoice
            label={text('groupwork:planning.nature')}
            value={plan.nature}
            options={groupNatures.map((value) => ({
              value,
              label: text(`groupwork:planning.natures.${value}`),
            }))}
            onChange={(nature) => void doing.run(() => write(() => ({ nature })))}
          />
          <SegmentedChoice
            label={text('groupwork:planning.openness')}
            value={plan.openness}
            options={opennesses.map((value) => ({
              value,
              label: text(`groupwork:planning.opennesses.${value}`),
            }))}
            onChange={(openness) => void doing.run(() => write(() => ({ openness })))}
          />
        </SimpleGrid>
      )}
      <DoingNote doing={doing} />
    </Section>
  )
}
