import { NativeSelect } from '@mantine/core'
import {
  type Availability,
  type Reunion,
  reunionTimes,
} from '../../../core/families/availability.ts'
import { text } from '../../kit/index.ts'
import { newId, useToday } from '../../sync/index.ts'
import { DatedRows } from './dated-rows.tsx'

type Reunions = Availability['reunions']
const ways = ['comesHome', 'childTravels'] as const

/** When the family is together: who comes or travels, from when until when. */
export function ReunionFields({
  reunions,
  onChange,
}: {
  readonly reunions: Reunions
  readonly onChange: (reunions: Reunions) => void
}) {
  const today = useToday()
  const fresh: Reunion = { time: 'springFestival', from: today, until: today, way: 'comesHome' }
  return (
    <DatedRows<Reunion>
      rows={reunions}
      onChange={onChange}
      addLabel={text('families:availability.addReunion')}
      onAdd={() => onChange({ ...reunions, [newId()]: fresh })}
      fields={(one, set) => (
        <>
          <NativeSelect
            label={text('families:availability.reunion')}
            value={one.time}
            onChange={({ currentTarget: { value } }) =>
              set({ time: reunionTimes.find((time) => time === value) ?? 'other' })
            }
            data={reunionTimes.map((value) => ({
              value,
              label: text(`families:availability.time.${value}`),
            }))}
          />
          <NativeSelect
            label={text('families:availability.way')}
            value={one.way}
            onChange={({ currentTarget: { value } }) =>
              set({ way: ways.find((way) => way === value) ?? 'comesHome' })
            }
            data={ways.map((value) => ({
              value,
              label: text(`families:availability.ways.${value}`),
            }))}
          />
        </>
      )}
    />
  )
}
