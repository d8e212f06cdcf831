import { NativeSelect } from '@mantine/core'
import {
  type Availability,
  busyReasons,
  type BusyTime,
} from '../../../core/families/availability.ts'
import { text } from '../../kit/index.ts'
import { newId, useToday } from '../../sync/index.ts'
import { DatedRows } from './dated-rows.tsx'

type Busy = Availability['busy']

/** Days in which nothing is to be asked of somebody: harvest, exams, extra shifts. */
export function BusyFields({
  busy,
  onChange,
}: {
  readonly busy: Busy
  readonly onChange: (busy: Busy) => void
}) {
  const today = useToday()
  return (
    <DatedRows<BusyTime>
      rows={busy}
      onChange={onChange}
      addLabel={text('families:availability.addBusy')}
      onAdd={() => onChange({ ...busy, [newId()]: { why: 'harvest', from: today, until: today } })}
      fields={(one, set) => (
        <NativeSelect
          label={text('families:availability.busyWhy')}
          value={one.why}
          onChange={({ currentTarget: { value } }) =>
            set({ why: busyReasons.find((why) => why === value) ?? 'other' })
          }
          data={busyReasons.map((value) => ({
            value,
            label: text(`families:availability.busyReasons.${value}`),
          }))}
        />
      )}
    />
  )
}
