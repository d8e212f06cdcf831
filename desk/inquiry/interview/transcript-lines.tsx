import { Button, Group, Textarea } from '@mantine/core'
import { memo, useCallback, useRef, useState } from 'react'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import { placeSpans, planLineEdit } from '../../../core/inquiry/coding/place-spans.ts'
import { slicePoints } from '../../../core/inquiry/interview/code-points.ts'
import { readLine } from '../../../core/inquiry/interview/read-line.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import { transcript, transcriptId } from '../../../core/inquiry/interview/transcript.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { useAct, useRecord, useRecords } from '../../sync/index.ts'
import styles from './interview.module.css'
import type { InterviewRecord } from './use-interviews.ts'

/** The lines, each corrected where it stands; marks go along with their words. */
export function TranscriptLines({
  its,
  lines,
  disabled,
}: {
  readonly its: InterviewRecord
  readonly lines: readonly TextLine[]
  readonly disabled: boolean
}) {
  const act = useAct()
  const doing = useDoing()
  const record = useRecord(transcript, transcriptId(its.id))
  const spans = useRecords(codedSpan, { interviewId: its.id })
  const [open, setOpen] = useState<string | null>(null)
  const start = useCallback((key: string) => setOpen(key), [])
  const save = async (key: string, typed: string) => {
    if (record === null) return
    const { placed } = placeSpans(lines, spans)
    const edit = planLineEdit(lines, key, typed, placed)
    const drafts: Draft[] = edit.moved.map(({ id, fields }) => ({
      kind: codedSpan,
      recordId: id,
      verb: 'edit',
      input: {},
      fields: fieldsAsJson(fields),
    }))
    const changes = Object.entries(edit.lines)
    if (changes.length === 0) return setOpen(null)
    const made = await doing.run(() =>
      act([
        {
          kind: transcript,
          recordId: record.id,
          verb: 'edit',
          input: {},
          fields: { lines: { ...record.lines, ...Object.fromEntries(changes) } },
        },
        ...drafts,
      ]),
    )
    if (made !== null) setOpen(null)
  }
  return (
    <>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.key} line={line} disabled={disabled} onOpen={start}>
            {open === line.key ? (
              <Edit
                line={line}
                busy={doing.busy}
                onSave={(typed) => void save(line.key, typed)}
                onClose={() => setOpen(null)}
              />
            ) : null}
          </Line>
        ))}
      </ol>
      <DoingNote doing={doing} />
    </>
  )
}

const Line = memo(function Line({
  line,
  disabled,
  onOpen,
  children,
}: {
  readonly line: TextLine
  readonly disabled: boolean
  readonly onOpen: (key: string) => void
  readonly children: React.ReactNode
}) {
  const { wordsFrom } = readLine(line.text)
  return (
    <li className={styles.line}>
      {children ?? (
        <button
          type="button"
          className={styles.words}
          disabled={disabled}
          onClick={() => onOpen(line.key)}
        >
          <span className={styles.spokenHead}>{slicePoints(line.text, 0, wordsFrom)}</span>
          {slicePoints(line.text, wordsFrom, line.points)}
        </button>
      )}
    </li>
  )
})

function Edit({
  line,
  busy,
  onSave,
  onClose,
}: {
  readonly line: TextLine
  readonly busy: boolean
  readonly onSave: (typed: string) => void
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState(line.text)
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <div className={styles.edit}>
      <Textarea
        ref={area}
        aria-label={text('interview:transcript.correctLine')}
        autosize
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button size="sm" loading={busy} onClick={() => onSave(typed)}>
          {text('kit:save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </div>
  )
}
