import { Text } from '@mantine/core'
import type { Availability } from '../../../core/families/availability.ts'
import { DateField, text } from '../../kit/index.ts'
import { WeekGrid } from './week-grid.tsx'

type Turning = Pick<Availability, 'slots' | 'otherWeek' | 'cycleFrom'>

/** Shifts that change by the week: a week like this, the other one, and which week is which. */
export function TurningWeeks({
  times,
  set,
}: {
  readonly times: Turning
  readonly set: (part: Partial<Turning>) => void
}) {
  return (
    <>
      <Text fw={600}>{text('families:availability.thisWeek')}</Text>
      <WeekGrid slots={times.slots} onChange={(slots) => set({ slots })} />
      <DateField
        label={text('families:availability.cycleFrom')}
        description={text('families:availability.cycleHint')}
        value={times.cycleFrom}
        onChange={(cycleFrom) => set({ cycleFrom })}
      />
      <Text fw={600}>{text('families:availability.otherWeek')}</Text>
      <WeekGrid slots={times.otherWeek} onChange={(otherWeek) => set({ otherWeek })} />
    </>
  )
}
