import { Button, Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { type MeetingForm, meetingForms, type Session } from '../../../core/groupwork/plan-shape.ts'
import {
  addSession,
  moveSession,
  removeSession,
} from '../../../core/groupwork/programme-sessions.ts'
import { ConfirmButton, text } from '../../kit/index.ts'
import { EditSession } from './edit-session.tsx'
import styles from './programmes.module.css'

export interface EditSessionsProps {
  readonly sessions: readonly Session[]
  /** The same sessions in the other language, to translate from. */
  readonly beside: readonly Session[]
  readonly onChange: (sessions: Session[]) => void
}

/** The order of the sessions, and one of them open at a time. */
export function EditSessions({ sessions, beside, onChange }: EditSessionsProps) {
  const [open, setOpen] = useState<number | null>(null)
  const move = (at: number, by: number) => {
    onChange(moveSession(sessions, at, by))
    setOpen(null)
  }
  return (
    <>
      <ol className={styles.sessions}>
        {sessions.map((session, at) => (
          <li key={session.no} className={styles.session}>
            <div className={styles.editRow}>
              <strong className={styles.editTitle}>
                {text('groupwork:meeting.noTheme', { no: session.no, theme: session.theme })}
              </strong>
              <MoveButton
                at={at}
                by={-1}
                last={sessions.length - 1}
                session={session}
                onMove={move}
              />
              <MoveButton
                at={at}
                by={1}
                last={sessions.length - 1}
                session={session}
                onMove={move}
              />
              <Button
                size="compact-md"
                variant="default"
                aria-expanded={open === at}
                onClick={() => setOpen(open === at ? null : at)}
              >
                {text(
                  open === at ? 'groupwork:library.closeSession' : 'groupwork:library.openSession',
                )}
              </Button>
              <ConfirmButton
                size="compact-md"
                question={text('groupwork:library.removeSession', {
                  no: session.no,
                  theme: session.theme,
                })}
                confirmLabel={text('kit:remove')}
                onConfirm={() => {
                  onChange(removeSession(sessions, at))
                  setOpen(null)
                }}
              >
                {text('kit:remove')}
              </ConfirmButton>
            </div>
            {open === at && (
              <EditSession
                session={session}
                beside={beside.find(({ no }) => no === session.no) ?? null}
                onChange={(part) =>
                  onChange(sessions.map((one, place) => (place === at ? { ...one, ...part } : one)))
                }
              />
            )}
          </li>
        ))}
      </ol>
      <AddSession
        onAdd={(form) => {
          const theme = text('groupwork:library.newSession')
          onChange(addSession(sessions, sessions.length - 1, form, theme))
          setOpen(sessions.length)
        }}
      />
    </>
  )
}

function MoveButton({
  at,
  by,
  last,
  session,
  onMove,
}: {
  readonly at: number
  readonly by: 1 | -1
  readonly last: number
  readonly session: Session
  readonly onMove: (at: number, by: number) => void
}) {
  const way = by < 0 ? 'earlier' : 'later'
  return (
    <Button
      size="compact-md"
      variant="default"
      disabled={at + by < 0 || at + by > last}
      aria-label={text(`groupwork:library.moveSession.${way}`, { no: session.no })}
      onClick={() => onMove(at, by)}
    >
      {by < 0 ? '↑' : '↓'}
    </Button>
  )
}

function AddSession({ onAdd }: { readonly onAdd: (form: MeetingForm) => void }) {
  const [form, setForm] = useState<MeetingForm>('parallel')
  return (
    <Group align="flex-end" gap="xs">
      <NativeSelect
        label={text('groupwork:library.formOfNew')}
        value={form}
        onChange={({ currentTarget: { value } }) =>
          setForm(meetingForms.find((one) => one === value) ?? 'parallel')
        }
        data={meetingForms.map((value) => ({ value, label: text(`groupwork:form.${value}`) }))}
      />
      <Button variant="default" onClick={() => onAdd(form)}>
        {text('groupwork:library.addSession')}
      </Button>
    </Group>
  )
}
