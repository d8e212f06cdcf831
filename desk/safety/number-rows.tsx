import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { callList, type CallList } from '../../core/safety/call-list.ts'
import type { Guidance } from '../../core/safety/guidance.ts'
import { DoingNote, formatDay, text, useDoing } from '../kit/index.ts'
import { type LocalRecord, useAct, useToday } from '../sync/index.ts'
import { guidance, say } from './guidance.ts'
import styles from './safety.module.css'
import { telOf } from './use-lines.ts'

type Line = Guidance['lines'][number]

/** The lines that the program brings, with the county's own numbers where somebody has entered them. */
export function NumberRows({
  its,
  mayEdit = false,
}: {
  readonly its: LocalRecord<CallList> | null
  readonly mayEdit?: boolean
}) {
  return (
    <ul className={styles.lines}>
      {guidance.lines.map((line) => (
        <NumberRow key={line.id} line={line} its={its} mayEdit={mayEdit} />
      ))}
    </ul>
  )
}

function NumberRow({
  line,
  its,
  mayEdit,
}: {
  readonly line: Line
  readonly its: LocalRecord<CallList> | null
  readonly mayEdit: boolean
}) {
  const [open, setOpen] = useState(false)
  const own = its?.lines[line.id]
  const phone = own === undefined || own.phone === '' ? line.phone : own.phone
  const checkedOn = own?.checkedOn ?? null
  const state =
    checkedOn === null
      ? line.verify
        ? text('safety:call.unchecked')
        : ''
      : text('safety:numbers.checkedOn', { day: formatDay(checkedOn) })
  return (
    <li className={`${styles.line} ${styles.other}`}>
      <a className={styles.phone} href={telOf(phone)}>
        {phone}
      </a>
      <span>
        <strong>{say(line.name)}</strong>
        <span className={styles.use}>
          {[say(line.use), own?.note ?? '', state].filter((part) => part !== '').join(' · ')}
        </span>
      </span>
      {its !== null && mayEdit && !open && (
        <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
          {text('safety:numbers.change')}
        </Button>
      )}
      {its !== null && open && (
        <ChangeNumber its={its} line={line} phone={phone} onClose={() => setOpen(false)} />
      )}
    </li>
  )
}

function ChangeNumber({
  its,
  line,
  phone,
  onClose,
}: {
  readonly its: LocalRecord<CallList>
  readonly line: Line
  readonly phone: string
  readonly onClose: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const today = useToday()
  const own = its.lines[line.id]
  const [now, setNow] = useState({ phone, note: own?.note ?? '' })
  const save = async () => {
    const fresh = { phone: now.phone.trim(), note: now.note.trim(), checkedOn: today }
    const changed = fresh.phone !== phone
    const words = `${say(line.name)}: ${phone} → ${fresh.phone}`
    const past = changed ? { ...its.past, [new Date().toISOString()]: words } : its.past
    const fields = { lines: { ...its.lines, [line.id]: fresh }, past }
    const saved = await doing.run(() =>
      act({ kind: callList, recordId: its.id, verb: 'edit', input: {}, fields }),
    )
    if (saved !== null) onClose()
  }
  return (
    <div>
      <Group align="flex-end" gap="xs">
        <TextInput
          type="tel"
          label={text('safety:fields.phone')}
          maxLength={60}
          value={now.phone}
          onChange={({ currentTarget }) => setNow({ ...now, phone: currentTarget.value })}
        />
        <TextInput
          label={text('safety:numbers.note')}
          maxLength={200}
          value={now.note}
          onChange={({ currentTarget }) => setNow({ ...now, note: currentTarget.value })}
          flex="1 1 12rem"
        />
        <Button onClick={() => void save().catch(reportError)}>
          {text('safety:numbers.checkedSave')}
        </Button>
        <Button variant="subtle" color="gray.8" onClick={onClose}>
          {text('kit:cancel')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}
