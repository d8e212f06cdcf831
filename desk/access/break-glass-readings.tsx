import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useDoing } from '../kit/doing.ts'
import { formatTime } from '../kit/format.ts'
import { DoingNote } from '../kit/notes.tsx'
import { Section } from '../kit/section.tsx'
import { text } from '../kit/text.ts'
import { callServer } from '../sync/server.ts'
import { UrgentFirst } from './break-glass-first.tsx'
import { UrgentRest } from './break-glass-rest.tsx'
import { type OwnReading, type UrgentFile, urgentFileShape } from './break-glass-shapes.ts'

/** One's own, the latest first; what is open can be read. */
export function UrgentReadings({ readings }: { readonly readings: readonly OwnReading[] }) {
  const doing = useDoing()
  const [file, setFile] = useState<(UrgentFile & { readonly id: string }) | null>(null)
  const read = async (id: string) => {
    const found = await doing.run(() => callServer('/api/urgent/read', { id }, urgentFileShape))
    setFile(found === null ? null : { ...found, id })
  }
  return (
    <>
      <Section title={text('rights:urgent.mine')}>
        {readings.length === 0 && <Text>{text('rights:urgent.none')}</Text>}
        {readings.map((one) => (
          <Group key={one.id}>
            <Text fw={600}>{one.code}</Text>
            <Text>{stateWords(one)}</Text>
            {isOpen(one) && (
              <Button loading={doing.busy} onClick={() => void read(one.id)}>
                {text('rights:urgent.read')}
              </Button>
            )}
          </Group>
        ))}
        <DoingNote doing={doing} />
      </Section>
      {file !== null && <OpenedFile key={file.id} file={file} onClose={() => setFile(null)} />}
    </>
  )
}

export function isOpen({ state, endsAt }: OwnReading): boolean {
  return state === 'open' && endsAt !== null && Date.parse(endsAt) > Date.now()
}

function stateWords(one: OwnReading): string {
  if (one.state !== 'open') return text(`rights:urgent.state.${one.state}`)
  const time = formatTime(one.endsAt)
  return isOpen(one) ? text('rights:urgent.until', { time }) : text('rights:urgent.over', { time })
}

function OpenedFile({
  file,
  onClose,
}: {
  readonly file: UrgentFile & { readonly id: string }
  readonly onClose: () => void
}) {
  return (
    <Section
      title={text('rights:urgent.readTitle', { code: file.code })}
      hint={text('rights:urgent.readHint', { time: formatTime(file.endsAt) })}
      actions={
        <Button variant="default" onClick={onClose}>
          {text('rights:urgent.close')}
        </Button>
      }
    >
      <UrgentFirst records={file.records} />
      <UrgentRest grantId={file.id} file={file} />
    </Section>
  )
}
