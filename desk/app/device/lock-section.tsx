import { Button } from '@mantine/core'
import { SegmentedChoice } from '../../kit/segmented-choice.tsx'
import { Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { lock } from '../../sync/open-desk.ts'
import { useDesk } from '../../sync/desk-context.ts'
import { useSettings } from '../../sync/use-state-of-desk.ts'

const choices = [5, 10, 15, 30] as const

export function LockSection() {
  const desk = useDesk()
  const [{ lockAfterMinutes }, change] = useSettings()
  return (
    <Section title={text('sync:device.lockTitle')}>
      <SegmentedChoice
        label={text('sync:device.lockAfter')}
        options={choices.map((count) => ({
          value: String(count),
          label: text('sync:device.lockMinutes', { count }),
        }))}
        value={String(lockAfterMinutes)}
        onChange={(minutes) => void change({ lockAfterMinutes: Number(minutes) })}
      />
      <div>
        <Button variant="default" onClick={() => void lock(desk)}>
          {text('sync:device.lockNow')}
        </Button>
      </div>
    </Section>
  )
}
