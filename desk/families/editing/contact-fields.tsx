import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { Person } from '../../../core/families/person.ts'
import { personRoles, sexes } from '../../../core/families/person-shape.ts'
import { DateField, SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import { MailField } from '../mail-field.tsx'
import { oneOf, optionsOf } from '../option-list.ts'

export interface PersonFieldsProps {
  readonly values: Person
  readonly set: (part: Partial<Person>) => void
  readonly today: string
}

/** What may be held before consent (FAM-4). */
export function ContactFields({ values, set, today }: PersonFieldsProps) {
  return (
    <div className={styles.fields}>
      <TextInput
        label={text('families:fields.name')}
        required
        maxLength={80}
        autoComplete="off"
        value={values.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <NativeSelect
        label={text('families:fields.role')}
        data={optionsOf(personRoles, 'families:role')}
        value={values.role}
        onChange={(event) =>
          set({ role: oneOf(personRoles, event.currentTarget.value) ?? values.role })
        }
      />
      <DateField
        label={text('families:fields.bornOn')}
        max={today}
        value={values.bornOn}
        onChange={(bornOn) => set({ bornOn })}
      />
      <SegmentedChoice
        label={text('families:fields.sex')}
        options={sexes.map((value) => ({ value, label: text(`families:sex.${value}`) }))}
        value={values.sex}
        onChange={(sex) => set({ sex })}
      />
      <TextInput
        label={text('families:fields.phone')}
        type="tel"
        maxLength={40}
        autoComplete="off"
        value={values.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
      />
      <MailField value={values.email} onChange={(email) => set({ email })} />
      <SegmentedChoice
        label={text('families:fields.livesHere')}
        options={[
          { value: 'yes', label: text('kit:yes') },
          { value: 'no', label: text('kit:no') },
        ]}
        value={values.livesHere === null ? null : values.livesHere ? 'yes' : 'no'}
        onChange={(answer) => set({ livesHere: answer === 'yes' })}
      />
      <Checkbox
        label={text('families:fields.dead')}
        checked={!values.alive}
        onChange={(event) => set({ alive: !event.currentTarget.checked })}
      />
    </div>
  )
}
