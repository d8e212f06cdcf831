import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { wave } from '../../../core/inquiry/wave.ts'
import { DateField, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAct, useMay } from '../../sync/index.ts'
import type { WaveRecord } from './use-wave.ts'

/** The last day of the window, and longer time for whoever needs it: links follow it. */
export function DueDay({ wave: shown }: { readonly wave: WaveRecord }) {
  const act = useAct()
  const doing = useDoing()
  const mayPlan = useMay('wave', 'edit', 'agency')
  const [day, setDay] = useState<string | null | undefined>(undefined)
  const words = formatDay(shown.dueOn, text('inquiry:waves.noDue'))
  if (!mayPlan || shown.state === 'closed') return words
  if (day === undefined)
    return (
      <Group gap="xs">
        <span>{words}</span>
        <Button variant="subtle" size="compact-md" onClick={() => setDay(shown.dueOn)}>
          {text('inquiry:remind.changeDue')}
        </Button>
      </Group>
    )
  const save = async () => {
    const saved = await doing.run(() =>
      act({ kind: wave, recordId: shown.id, verb: 'edit', input: {}, fields: { dueOn: day } }),
    )
    if (saved !== null) setDay(undefined)
  }
  return (
    <Group gap="xs" align="flex-end">
      <DateField
        label={text('inquiry:wave.dueOn')}
        min={shown.opensOn}
        value={day}
        onChange={setDay}
      />
      <Button loading={doing.busy} onClick={() => void save()}>
        {text('kit:save')}
      </Button>
      <Button variant="default" onClick={() => setDay(undefined)}>
        {text('kit:cancel')}
      </Button>
      <DoingNote doing={doing} />
    </Group>
  )
}
