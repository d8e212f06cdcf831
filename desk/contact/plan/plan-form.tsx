import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core'
import { wheelTopics } from '../../../core/contact/cards/wheel-topics.ts'
import { contactChannels } from '../../../core/contact/contact-entry.ts'
import { contactPlan } from '../../../core/contact/contact-plan.ts'
import {
  caregiverParts,
  type ContactPlan,
  planStarters,
  pledgeRules,
  redLights,
} from '../../../core/contact/contact-plan-shape.ts'
import { reunionTimes } from '../../../core/families/availability.ts'
import {
  DateField,
  DoingNote,
  Form,
  RestoredNote,
  SaveOrCancel,
  SegmentedChoice,
  text,
} from '../../kit/index.ts'
import { type RecordForm, useRecordForm } from '../../sync/index.ts'
import { listCaregivers, tellerName } from '../teller-name.ts'
import type { PairContact } from '../use-pair-contact.ts'
import { PlanWindows } from './plan-windows.tsx'

interface PartProps {
  readonly form: RecordForm<ContactPlan>
  readonly contact: PairContact
}

/** Written together with child and parent; half-written words stay on this device. */
export function PlanForm({
  contact,
  plan,
  onDone,
}: {
  readonly contact: PairContact
  readonly plan: PairContact['plans'][number]
  readonly onDone: () => void
}) {
  const form = useRecordForm(contactPlan, plan, plan.id, {})
  if (form === null) return null
  const save = async () => {
    if (await form.save(plan.id)) onDone()
  }
  return (
    <Form onSubmit={() => void save().catch(reportError)} label={text('contact:plan.edit')}>
      <RestoredNote {...form} />
      <PlanWindows form={form} contact={contact} />
      <WaysPart form={form} contact={contact} />
      <RulesPart form={form} contact={contact} />
      <ReunionPart form={form} contact={contact} />
      <Textarea
        label={text('contact:fields.ownWords')}
        description={text('contact:plan.ownWordsHint')}
        value={form.fields.ownWords}
        maxLength={600}
        autosize
        minRows={1}
        onChange={({ currentTarget }) => form.set({ ownWords: currentTarget.value })}
      />
      <DoingNote doing={form.doing} />
      <Group gap="xs">
        <SaveOrCancel
          busy={form.doing.busy}
          onCancel={() => {
            form.discard()
            onDone()
          }}
        />
      </Group>
    </Form>
  )
}

function WaysPart({ form: { fields, set }, contact }: PartProps) {
  const channels = contactChannels.map((value) => ({
    value,
    label: text(`contact:channel.${value}`),
  }))
  return (
    <>
      <SegmentedChoice
        label={text('contact:fields.channel')}
        options={channels}
        value={fields.channel}
        onChange={(channel) => set({ channel })}
      />
      <NativeSelect
        label={text('contact:fields.otherChannel')}
        value={fields.otherChannel ?? ''}
        data={[{ value: '', label: '–' }, ...channels]}
        onChange={({ currentTarget }) =>
          set({
            otherChannel: contactChannels.find((one) => one === currentTarget.value) ?? null,
          })
        }
      />
      <SegmentedChoice
        label={text('contact:fields.starter')}
        options={planStarters.map((value) => ({
          value,
          label: value === 'inTurns' ? text('contact:plan.turns') : tellerName(value, contact),
        }))}
        value={fields.starter}
        onChange={(starter) => set({ starter })}
      />
      <Ticks
        label={text('contact:fields.topics')}
        all={wheelTopics}
        chosen={fields.topics}
        nameOf={(one) => text(`cards:topic.${one}`)}
        onChange={(topics) => set({ topics })}
      />
    </>
  )
}

function RulesPart({ form: { fields, set } }: PartProps) {
  return (
    <Stack gap="sm">
      <TextInput
        label={text('contact:fields.safeSentence')}
        description={text('contact:plan.safeHint')}
        value={fields.safeSentence}
        maxLength={80}
        onChange={({ currentTarget }) => set({ safeSentence: currentTarget.value })}
      />
      <Ticks
        label={text('contact:fields.redLight')}
        all={redLights}
        chosen={fields.redLight}
        nameOf={(one) => text(`contact:redLight.${one}`)}
        onChange={(redLight) => set({ redLight })}
      />
      <Ticks
        label={text('contact:fields.pledgeRule')}
        all={pledgeRules}
        chosen={fields.pledgeRule}
        nameOf={(one) => text(`contact:pledgeRule.${one}`)}
        onChange={(pledgeRule) => set({ pledgeRule })}
      />
    </Stack>
  )
}

function ReunionPart({ form: { fields, set }, contact }: PartProps) {
  const caregivers = listCaregivers(contact)
  return (
    <>
      <Group gap="sm" align="end">
        <NativeSelect
          label={text('contact:fields.reunion')}
          value={fields.reunion ?? ''}
          data={[
            { value: '', label: '–' },
            ...reunionTimes.map((value) => ({
              value,
              label: text(`families:availability.time.${value}`),
            })),
          ]}
          onChange={({ currentTarget }) =>
            set({ reunion: reunionTimes.find((one) => one === currentTarget.value) ?? null })
          }
        />
        <DateField
          label={text('contact:fields.reunionOn')}
          value={fields.reunionOn}
          onChange={(reunionOn) => set({ reunionOn })}
        />
      </Group>
      <TextInput
        label={text('contact:fields.reunionWords')}
        value={fields.reunionWords}
        maxLength={300}
        onChange={({ currentTarget }) => set({ reunionWords: currentTarget.value })}
      />
      <NativeSelect
        label={text('contact:fields.caregiverId')}
        value={fields.caregiverId ?? ''}
        data={[
          { value: '', label: '–' },
          ...caregivers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={({ currentTarget }) =>
          set({ caregiverId: currentTarget.value === '' ? null : currentTarget.value })
        }
      />
      <Ticks
        label={text('contact:fields.caregiverPart')}
        all={caregiverParts}
        chosen={fields.caregiverPart}
        nameOf={(one) => text(`contact:caregiverPart.${one}`)}
        onChange={(caregiverPart) => set({ caregiverPart })}
      />
    </>
  )
}

function Ticks<Value extends string>({
  label,
  all,
  chosen,
  nameOf,
  onChange,
}: {
  readonly label: string
  readonly all: readonly Value[]
  readonly chosen: readonly Value[]
  readonly nameOf: (one: Value) => string
  readonly onChange: (chosen: Value[]) => void
}) {
  return (
    <Checkbox.Group
      label={label}
      value={[...chosen]}
      onChange={(values) => onChange(all.filter((one) => values.includes(one)))}
    >
      <Group gap="md" mt={4}>
        {all.map((one) => (
          <Checkbox key={one} value={one} label={nameOf(one)} />
        ))}
      </Group>
    </Checkbox.Group>
  )
}
