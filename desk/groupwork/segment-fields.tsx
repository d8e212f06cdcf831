import { Button, Group, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { learningProcesses, type Segment } from '../../core/groupwork/plan-shape.ts'
import { text } from '../kit/index.ts'

const longTexts = ['content', 'leaderWords', 'purpose', 'fallback'] as const

/** One activity of a plan, as the worker wants to run it. */
export function SegmentFields({
  segment,
  beside,
  onChange,
  onEarlier,
  onRemove,
}: {
  readonly segment: Segment
  /** The same segment in the other language, to translate from. */
  readonly beside?: Segment | undefined
  readonly onChange: (part: Partial<Segment>) => void
  readonly onEarlier: (() => void) | null
  readonly onRemove: () => void
}) {
  return (
    <>
      <TextInput
        label={text('groupwork:print.segment')}
        {...(beside === undefined ? {} : { description: beside.title })}
        required
        maxLength={120}
        value={segment.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <SimpleGrid cols={2}>
        <TextInput
          type="number"
          label={text('groupwork:plan.minutes')}
          min={0}
          max={240}
          value={segment.minutes}
          onChange={(event) => onChange({ minutes: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={text('groupwork:plan.process')}
          value={segment.process ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ process: learningProcesses.find((one) => one === value) ?? null })
          }
          data={[
            { value: '', label: text('groupwork:plan.noProcess') },
            ...learningProcesses.map((value) => ({
              value,
              label: text(`groupwork:process.${value}`),
            })),
          ]}
        />
      </SimpleGrid>
      {longTexts.map((field) => (
        <Textarea
          key={field}
          label={text(`groupwork:plan.${field}`)}
          {...(beside === undefined ? {} : { description: beside[field] })}
          autosize
          maxLength={4000}
          value={segment[field]}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label={text('groupwork:plan.materials')}
        {...(beside === undefined ? {} : { description: beside.materials.join(' / ') })}
        autosize
        value={segment.materials.join('\n')}
        onChange={(event) => onChange({ materials: event.currentTarget.value.split('\n') })}
        onBlur={() =>
          onChange({ materials: segment.materials.map((line) => line.trim()).filter(Boolean) })
        }
      />
      <Group gap="xs">
        {onEarlier !== null && (
          <Button size="compact-md" variant="default" onClick={onEarlier}>
            {text('groupwork:plan.earlier')}
          </Button>
        )}
        <Button size="compact-md" variant="default" onClick={onRemove}>
          {text('kit:remove')}
        </Button>
      </Group>
    </>
  )
}
