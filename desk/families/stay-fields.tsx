import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useId } from 'react'
import { returnRhythms, type Migration } from '../../core/families/migration.ts'
import { provinces } from '../../core/families/register/places.ts'
import { DateField, text } from '../kit/index.ts'
import { oneOf, optionsOf } from './option-list.ts'

export type StayForm = Pick<
  Migration,
  'province' | 'city' | 'since' | 'returnRhythm' | 'acrossTownship'
>

/** Where somebody is away: province and city, no finer; since when; how often back. */
export function StayFields({
  value,
  onChange,
  today,
}: {
  readonly value: StayForm
  readonly onChange: (change: Partial<StayForm>) => void
  readonly today: string
}) {
  const list = useId()
  const cities = provinces.find(({ name }) => value.province.startsWith(name))?.cities ?? []
  return (
    <>
      <TextInput
        label={text('families:fields.province')}
        list={`${list}p`}
        maxLength={40}
        value={value.province}
        onChange={(event) => onChange({ province: event.currentTarget.value })}
      />
      <datalist id={`${list}p`}>
        {provinces.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextInput
        label={text('families:fields.city')}
        description={text('families:stay.noFiner')}
        list={`${list}c`}
        maxLength={40}
        value={value.city}
        onChange={(event) => onChange({ city: event.currentTarget.value })}
      />
      <datalist id={`${list}c`}>
        {cities.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <DateField
        label={text('families:fields.since')}
        description={text('families:stay.sinceHint')}
        max={today}
        value={value.since}
        onChange={(since) => onChange({ since })}
      />
      <NativeSelect
        label={text('families:fields.returnRhythm')}
        data={optionsOf(returnRhythms, 'families:rhythm')}
        value={value.returnRhythm}
        onChange={(event) =>
          onChange({ returnRhythm: oneOf(returnRhythms, event.currentTarget.value) ?? 'unknown' })
        }
      />
      <Checkbox
        label={text('families:fields.acrossTownship')}
        checked={value.acrossTownship}
        onChange={(event) => onChange({ acrossTownship: event.currentTarget.checked })}
      />
    </>
  )
}
