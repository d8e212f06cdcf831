import { Button, Group, NativeSelect } from '@mantine/core'
import {
  type Availability,
  type Reunion,
  reunionTimes,
} from '../../../core/families/availability.ts'
import { DateField, Icon, text } from '../../kit/index.ts'
import { newId, useToday } from '../../sync/index.ts'
import styles from '../families.module.css'

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
  const add = () =>
    onChange({
      ...reunions,
      [newId()]: { time: 'springFestival', from: today, until: today, way: 'comesHome' },
    })
  return (
    <>
      {Object.entries(reunions).map(([key, one]) => {
        const set = (part: Partial<Reunion>) =>
          onChange({ ...reunions, [key]: { ...one, ...part } })
        return (
          <div key={key} className={styles.inner}>
            <div className={styles.fields}>
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
              <DateField
                label={text('families:availability.from')}
                value={one.from}
                onChange={(from) => from !== null && set({ from })}
              />
              <DateField
                label={text('families:availability.until')}
                value={one.until}
                onChange={(until) => until !== null && set({ until })}
              />
            </div>
            <Button
              mt="xs"
              size="compact-md"
              variant="default"
              onClick={() =>
                onChange(
                  Object.fromEntries(Object.entries(reunions).filter(([other]) => other !== key)),
                )
              }
            >
              {text('kit:remove')}
            </Button>
          </div>
        )
      })}
      <Group>
        <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={add}>
          {text('families:availability.addReunion')}
        </Button>
      </Group>
    </>
  )
}
