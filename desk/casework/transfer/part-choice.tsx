import { Checkbox, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import { servicePlan } from '../../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../../core/assessment/profile/pair-profile.ts'
import { type Transfer, wholeParts } from '../../../core/casework/transfer/transfer-shape.ts'
import { person } from '../../../core/families/person.ts'
import { formatDay, Section, text, textOrNull } from '../../kit/index.ts'
import { type RecordForm, useRecords } from '../../sync/index.ts'
import { useSubjectNames } from '../use-case.ts'

type FormProps = { readonly form: RecordForm<Transfer> }

/** Of whom anything may be handed over. */
export function SubjectChoice({ form: { fields, set } }: FormProps) {
  const people = useRecords(person, { familyId: fields.familyId })
  const options = people
    .filter(({ alive, id, role }) => alive && (role === 'child' || fields.subjectIds.includes(id)))
    .map(({ id, name }) => ({ id, name, hint: null }))
  return (
    <Section title={text('transfer:form.about')}>
      <TickList
        label={text('transfer:form.about')}
        options={options}
        chosen={fields.subjectIds}
        onChange={(subjectIds) => set({ subjectIds })}
      />
    </Section>
  )
}

/** Item by item; what is not ticked is not handed over. */
export function PartChoice({ form: { fields, set } }: FormProps) {
  const { familyId } = fields
  const nameOf = useSubjectNames()
  const profiles = useRecords(pairProfile, { familyId })
  const plans = useRecords(servicePlan, { familyId })
  const options = [
    ...wholeParts.map((part) => ({
      id: part,
      name: text(`transfer:part.${part}`),
      hint: textOrNull(`transfer:partHint.${part}`),
    })),
    ...profiles.map(({ id, pairId, no }) => ({
      id: `profile:${id}`,
      name: `${text('transfer:part.profile')} ${nameOf({ pairId, personId: null })} ${no}`,
      hint: text('transfer:partHint.profile'),
    })),
    ...plans.map(({ id, version, begunOn }) => ({
      id: `plan:${id}`,
      name: `${text('transfer:part.plan')} ${version} · ${formatDay(begunOn)}`,
      hint: null,
    })),
  ]
  return (
    <Section title={text('transfer:form.parts')} hint={text('transfer:form.partsHint')}>
      <TickList
        label={text('transfer:form.parts')}
        options={options}
        chosen={fields.parts}
        onChange={(parts) => set({ parts })}
      />
    </Section>
  )
}

function TickList({
  label,
  options,
  chosen,
  onChange,
}: {
  readonly label: string
  readonly options: readonly {
    readonly id: string
    readonly name: string
    readonly hint: string | null
  }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: string[]) => void
}) {
  const labelId = useId()
  return (
    <Stack gap="xs" role="group" aria-labelledby={labelId}>
      <Text id={labelId} hidden>
        {label}
      </Text>
      {options.map(({ id, name, hint }) => (
        <Checkbox
          key={id}
          label={name}
          description={hint}
          checked={chosen.includes(id)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </Stack>
  )
}
