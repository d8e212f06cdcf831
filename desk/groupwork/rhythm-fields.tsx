import { Button, Checkbox, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core'
import { addDays } from '../../core/kit/dates.ts'
import { DateField, Icon, text } from '../kit/index.ts'
import type { GroupDraft } from './group-draft.ts'

const steps = [3, 7, 14, 28] as const

interface RhythmProps {
  readonly draft: GroupDraft
  readonly onChange: (part: Partial<GroupDraft>) => void
}

export function RhythmFields({ draft, onChange }: RhythmProps) {
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DateField
          label={text('groupwork:new.startsOn')}
          required
          value={draft.startsOn}
          onChange={(day) => onChange({ startsOn: day ?? '' })}
        />
        <NativeSelect
          label={text('groupwork:new.every')}
          value={String(draft.everyDays)}
          onChange={(event) => onChange({ everyDays: Number(event.currentTarget.value) })}
          data={steps.map((days) => ({
            value: String(days),
            label: text(`groupwork:new.steps.${days}`),
          }))}
        />
        <TextInput
          type="time"
          label={text('groupwork:new.at')}
          value={draft.at}
          onChange={(event) => onChange({ at: event.currentTarget.value })}
        />
      </SimpleGrid>
      <ParentTimes draft={draft} onChange={onChange} />
      <Pauses draft={draft} onChange={onChange} />
    </>
  )
}

/** Parents sit at the telephone after their shift: in a parallel week they have their own time. */
function ParentTimes({ draft, onChange }: RhythmProps) {
  return (
    <>
      <Checkbox
        label={text('groupwork:new.parentsApart')}
        checked={draft.parentsApart}
        onChange={(event) => onChange({ parentsApart: event.currentTarget.checked })}
      />
      {draft.parentsApart && (
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <NativeSelect
            label={text('groupwork:new.parentAfter')}
            value={String(draft.parentAfterDays)}
            onChange={(event) => onChange({ parentAfterDays: Number(event.currentTarget.value) })}
            data={[0, 1, 2, 3, 4, 5, 6].map((days) => ({
              value: String(days),
              label: text('groupwork:new.afterDays', { count: days }),
            }))}
          />
          <TextInput
            type="time"
            label={text('groupwork:new.parentAt')}
            value={draft.parentAt}
            onChange={(event) => onChange({ parentAt: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </>
  )
}

/** Exams, harvest, holidays: no meeting falls into them. */
function Pauses({ draft, onChange }: RhythmProps) {
  const { pauses } = draft
  const replace = (at: number, part: Partial<(typeof pauses)[number]>) =>
    onChange({ pauses: pauses.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const start = draft.startsOn === '' ? '' : addDays(draft.startsOn, 14)
  return (
    <>
      {pauses.map((pause, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pause has no name of its own
        <Group key={index} align="flex-end" gap="sm">
          <DateField
            label={text('groupwork:new.pauseFrom')}
            value={pause.from}
            onChange={(day) => replace(index, { from: day ?? '' })}
          />
          <DateField
            label={text('groupwork:new.pauseUntil')}
            value={pause.until}
            onChange={(day) => replace(index, { until: day ?? '' })}
          />
          <Button
            variant="default"
            onClick={() => onChange({ pauses: pauses.toSpliced(index, 1) })}
          >
            {text('kit:remove')}
          </Button>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => onChange({ pauses: [...pauses, { from: start, until: start }] })}
        >
          {text('groupwork:new.addPause')}
        </Button>
      </Group>
    </>
  )
}
