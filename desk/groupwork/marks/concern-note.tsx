import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { concernReasons } from '../../../core/groupwork/members/member-mark.ts'
import { Icon, text } from '../../kit/index.ts'
import { useKeptDraft } from '../../sync/index.ts'
import styles from '../attendance.module.css'
import { Chip } from '../chip.tsx'
import { addNote, type Concern, noConcern } from './concern.ts'

/**
 * Two taps: somebody needs a talk, and what it is about. A pointer for colleagues, never a finding.
 * What is typed is saved when the field is left, when this closes and when the view is left.
 */
export function ConcernNote({
  name,
  from,
  concern: now,
  onSay,
  onClose,
}: {
  /** Under which half-written words are kept on this device. */
  readonly name: string
  /** The address of the member in this meeting: where suspected harm is written instead. */
  readonly from: string
  readonly concern: Concern
  readonly onSay: (concern: Concern) => void
  readonly onClose: () => void
}) {
  const kept = useKeptDraft<string>(name, now.concernNote, (words) =>
    typeof words === 'string' ? words : null,
  )
  const note = kept.value ?? now.concernNote
  const [hurt, setHurt] = useState(now.concernAbout === 'hurt')
  const said = useRef<string | null>(null)
  const say = (fields: Partial<Concern>) => {
    said.current = note
    onSay({ ...now, concernNote: note, ...fields })
    void kept.clear().catch(reportError)
  }
  const saveNote = () => {
    const next = addNote(now, note)
    if (next !== null && said.current !== note) say(next)
  }
  const leave = useRef(saveNote)
  useEffect(() => {
    leave.current = saveNote
  })
  useEffect(() => () => leave.current(), [])
  const takeBack = () => {
    kept.change('')
    leave.current = () => undefined
    say(noConcern)
    onClose()
  }
  return (
    <div className={styles.chips}>
      {concernReasons.map((reason) => (
        <Chip
          key={reason}
          label={text(`groupwork:concernReason.${reason}`)}
          pressed={reason === 'hurt' ? hurt : now.concern !== 'none' && now.concernAbout === reason}
          // Suspected harm is nothing for the group's record, which all its leaders read (C02).
          onPress={() =>
            reason === 'hurt' ? setHurt(!hurt) : say({ concern: 'open', concernAbout: reason })
          }
        />
      ))}
      {hurt && (
        <Alert role="alert" color="kite" variant="light" icon={<Icon name="warning" />}>
          {text('groupwork:marks.hurtFirst')}
          <Group mt="xs">
            <Button component={Link} to={`/safety/new?from=${encodeURIComponent(from)}`}>
              {text('groupwork:marks.hurtWrite')}
            </Button>
          </Group>
        </Alert>
      )}
      <TextInput
        w="100%"
        label={text('groupwork:marks.concernNote')}
        description={text('groupwork:marks.concernHint')}
        value={note}
        maxLength={400}
        onChange={(event) => kept.change(event.currentTarget.value)}
        onBlur={saveNote}
      />
      <Group gap="xs">
        {now.concern === 'open' && (
          <Button variant="default" onClick={() => say({ concern: 'talked' })}>
            {text('groupwork:marks.talked')}
          </Button>
        )}
        {now.concern !== 'none' && (
          <Button variant="subtle" color="gray.8" onClick={takeBack}>
            {text('groupwork:marks.noConcern')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {text('kit:done')}
        </Button>
      </Group>
    </div>
  )
}
