import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { allKinds } from '../../core/kinds.ts'
import { useDoing } from '../kit/doing.ts'
import { DoingNote } from '../kit/notes.tsx'
import { Facts, Section } from '../kit/section.tsx'
import { kindText, text, textOrNull } from '../kit/text.ts'
import { callServer } from '../sync/server.ts'
import { type UrgentFile, type UrgentRecord, urgentFileShape } from './break-glass-shapes.ts'

interface RestProps {
  readonly grantId: string
  readonly file: UrgentFile
}

/** The rest, room by room: each is fetched by a tap of its own, and each tap stands in the reading log. */
export function UrgentRest({ grantId, file }: RestProps) {
  const names = new Map(
    file.records.flatMap(({ kind, id, fields }) =>
      kind === 'person' && typeof fields['name'] === 'string' ? [[id, fields['name']]] : [],
    ),
  )
  if (file.rooms.length === 0) return null
  return (
    <Section title={text('rights:urgent.rest')} hint={text('rights:urgent.restHint')}>
      {file.rooms.map(({ room, count }) => (
        <Room key={room} grantId={grantId} room={room} count={count} names={names} />
      ))}
    </Section>
  )
}

function Room({
  grantId,
  room,
  count,
  names,
}: {
  readonly grantId: string
  readonly room: string
  readonly count: number
  readonly names: ReadonlyMap<string, string>
}) {
  const doing = useDoing()
  const [records, setRecords] = useState<readonly UrgentRecord[] | null>(null)
  const open = async () => {
    const found = await doing.run(() =>
      callServer('/api/urgent/read', { id: grantId, room }, urgentFileShape),
    )
    setRecords(found?.records ?? null)
  }
  const title = textOrNull(`rights:urgent.rooms.${room}`) ?? text('rights:urgent.rooms.other')
  return (
    <div>
      {records === null ? (
        <Button variant="default" loading={doing.busy} onClick={() => void open()}>
          {text('rights:urgent.openRoom', { room: title, count })}
        </Button>
      ) : (
        <Button variant="subtle" onClick={() => setRecords(null)}>
          {text('rights:urgent.closeRoom', { room: title })}
        </Button>
      )}
      <DoingNote doing={doing} />
      {records?.map((one) => (
        <div key={one.id}>
          <Text fw={600}>{kindText(one.kind)}</Text>
          <Facts rows={rowsOf(one, names)} />
        </div>
      ))}
    </div>
  )
}

function rowsOf({ kind, fields }: UrgentRecord, names: ReadonlyMap<string, string>) {
  const its = allKinds.find(({ name }) => name === kind)
  const room = its?.room ?? ''
  return Object.entries(fields).flatMap(([field, value]) => {
    const label = textOrNull(`${room}:fields.${field}`) ?? textOrNull(`families:fields.${field}`)
    // What has no name on any screen, and answers without their questions, tell nobody anything.
    if (label === null || field === 'state' || field === 'answers') return []
    const isFree = its?.sealed.some((one) => one === field) ?? false
    const words = wordsOf(value, { room, field, isFree, names })
    return words === '' ? [] : [{ label, value: words }]
  })
}

interface Place {
  readonly room: string
  readonly field: string
  /** Somebody's own words, never a code of ours. */
  readonly isFree: boolean
  readonly names: ReadonlyMap<string, string>
}

const instant = /^\d{4}-\d\d-\d\dT/
const id = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const code = /^[a-z][a-zA-Z0-9]*$/

/** Codes only in the words of their room; ids of strangers say nothing and are left out. */
function wordsOf(value: unknown, place: Place): string {
  if (typeof value === 'boolean') return text(value ? 'kit:yes' : 'kit:no')
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value
      .map((one) => wordsOf(one, place))
      .filter((one) => one !== '')
      .join(text('families:nameSeparator'))
  // Inside it fields have names of their own, which no screen shows alone.
  if (typeof value !== 'string' || instant.test(value)) return ''
  if (id.test(value)) return place.names.get(value) ?? ''
  if (place.isFree || !code.test(value)) return value
  const { room, field } = place
  const keys = [
    `${room}:${field}.${value}`,
    `${room}:${field}s.${value}`,
    `families:${field}.${value}`,
  ]
  const known = [...keys, `rights:copy.values.${field}.${value}`]
    .map((key) => textOrNull(key))
    .find((one) => one !== null)
  return known ?? ''
}
