import { Button, Text } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { formatNumber } from '../../kit/format.ts'
import { LongJob } from '../../kit/long-job.tsx'
import { Facts, Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { useHolding } from '../../sync/conflicts.ts'
import { useFeed } from '../../sync/use-state-of-desk.ts'
import { onProgram, programState } from '../keep-program.ts'

interface Keeping {
  readonly persisted: boolean
  readonly used: number
  readonly free: number
}

const megabyte = 1_000_000

async function readKeeping(): Promise<Keeping> {
  const [persisted, estimate] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ])
  const used = estimate.usage ?? 0
  return { persisted, used: used / megabyte, free: ((estimate.quota ?? used) - used) / megabyte }
}

/** Records and program on this device, and whether the browser promises to keep them. */
export function KeptSection() {
  const { count, unreadable } = useHolding()
  const { complete } = useFeed()
  const [keeping, setKeeping] = useState<Keeping | null>(null)
  const look = () => void readKeeping().then(setKeeping).catch(reportError)
  useEffect(look, [])
  const ask = () => void navigator.storage.persist().then(look).catch(reportError)
  const records = [
    text('sync:device.recordCount', { count }),
    complete ? text('sync:device.complete') : text('sync:device.incomplete'),
    ...(unreadable > 0 ? [text('sync:device.unreadable', { count: unreadable })] : []),
  ].join(' · ')
  const rows = [{ label: text('sync:device.records'), value: records }]
  if (keeping !== null) {
    const space = { used: formatNumber(keeping.used, 1), free: formatNumber(keeping.free, 0) }
    rows.push(
      {
        label: text('sync:device.persisted'),
        value: keeping.persisted
          ? text('sync:device.persistedYes')
          : text('sync:device.persistedNo'),
      },
      { label: text('sync:device.space'), value: text('sync:device.spaceValue', space) },
    )
  }
  return (
    <Section title={text('sync:device.keptTitle')}>
      <Facts rows={rows} />
      <Program />
      {keeping?.persisted === false && (
        <div>
          <Button variant="default" onClick={ask}>
            {text('sync:device.askPersist')}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Program() {
  const { kept, part } = useSyncExternalStore(onProgram, programState)
  if (kept === 'keeping') return <LongJob label={text('sync:device.programKeeping')} part={part} />
  return (
    <Text>
      {kept === 'kept' ? text('sync:device.programKept') : text('sync:device.programNone')}
    </Text>
  )
}
