import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { Person } from '../../../core/families/person.ts'
import {
  guardianCapacities,
  healths,
  literacies,
  phoneKinds,
  schoolings,
} from '../../../core/families/person-shape.ts'
import { SegmentedChoice, text } from '../../kit/index.ts'
import styles from '../families.module.css'
import { oneOf, optionsOf } from '../option-list.ts'
import type { PersonFieldsProps } from './contact-fields.tsx'

type Part = Pick<PersonFieldsProps, 'values' | 'set'>

/** What form F1 asks beyond contact data; shown only with consent. */
export function ConsentedFields({ values, set }: Part) {
  const isChild = values.role === 'child'
  return (
    <div className={styles.fields}>
      {isChild ? (
        <ChildFacts values={values} set={set} />
      ) : (
        <AdultFacts values={values} set={set} />
      )}
      <TextField field="ethnicity" most={40} values={values} set={set} />
      <NativeSelect
        label={text('families:fields.health')}
        data={optionsOf(healths, 'families:health')}
        value={values.health}
        onChange={(event) =>
          set({ health: oneOf(healths, event.currentTarget.value) ?? 'notAsked' })
        }
      />
      <TextField field="healthNote" most={400} values={values} set={set} />
      <TextField field="dialect" most={40} values={values} set={set} />
      <div className={styles.wholeRow}>
        <Textarea
          label={text('families:fields.notes')}
          autosize
          minRows={2}
          maxLength={4000}
          value={values.notes}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
      </div>
    </div>
  )
}

function ChildFacts({ values, set }: Part) {
  return (
    <>
      <YesNo field="ruralHukou" values={values} set={set} />
      <TextField field="hukouPlace" most={80} values={values} set={set} />
      <NativeSelect
        label={text('families:fields.schooling')}
        data={optionsOf(schoolings, 'families:schooling')}
        value={values.schooling}
        onChange={(event) =>
          set({ schooling: oneOf(schoolings, event.currentTarget.value) ?? 'notAsked' })
        }
      />
      <TextField field="school" most={80} values={values} set={set} />
      <TextField field="grade" most={20} values={values} set={set} />
      <YesNo field="boarding" values={values} set={set} />
    </>
  )
}

function AdultFacts({ values, set }: Part) {
  return (
    <>
      <NativeSelect
        label={text('families:fields.guardianCapacity')}
        description={text('families:edit.capacityHint')}
        data={optionsOf(guardianCapacities, 'families:capacity')}
        value={values.guardianCapacity}
        onChange={(event) =>
          set({
            guardianCapacity: oneOf(guardianCapacities, event.currentTarget.value) ?? 'notAsked',
          })
        }
      />
      <NativeSelect
        label={text('families:fields.literacy')}
        data={optionsOf(literacies, 'families:literacy')}
        value={values.literacy}
        onChange={(event) =>
          set({ literacy: oneOf(literacies, event.currentTarget.value) ?? 'notAsked' })
        }
      />
      <NativeSelect
        label={text('families:fields.phoneKind')}
        data={optionsOf(phoneKinds, 'families:phoneKind')}
        value={values.phoneKind}
        onChange={(event) =>
          set({ phoneKind: oneOf(phoneKinds, event.currentTarget.value) ?? 'notAsked' })
        }
      />
    </>
  )
}

type TextFieldName = 'ethnicity' | 'hukouPlace' | 'healthNote' | 'school' | 'grade' | 'dialect'

function TextField({
  field,
  most,
  values,
  set,
}: Part & { readonly field: TextFieldName; readonly most: number }) {
  return (
    <TextInput
      label={text(`families:fields.${field}`)}
      maxLength={most}
      value={values[field]}
      onChange={(event) => {
        const part: Partial<Person> = { [field]: event.currentTarget.value }
        set(part)
      }}
    />
  )
}

function YesNo({ field, values, set }: Part & { readonly field: 'ruralHukou' | 'boarding' }) {
  const value = values[field]
  const shown = value === null ? 'notAsked' : value ? 'yes' : 'no'
  return (
    <SegmentedChoice
      label={text(`families:fields.${field}`)}
      options={[
        { value: 'yes', label: text('kit:yes') },
        { value: 'no', label: text('kit:no') },
        { value: 'notAsked', label: text('families:notAsked') },
      ]}
      value={shown}
      onChange={(chosen) => {
        const part: Partial<Person> = { [field]: chosen === 'notAsked' ? null : chosen === 'yes' }
        set(part)
      }}
    />
  )
}
