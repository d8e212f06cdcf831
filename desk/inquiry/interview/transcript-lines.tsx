import { Button, Group, Textarea } from '@mantine/core'
import { memo, useCallback, useRef, useState } from 'react'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import { placeSpans, planLineEdit } from '../../../core/inquiry/coding/place-spans.ts'
import { slicePoints } from '../../../core/inquiry/interview/code-points.ts'
import { readLine } from '../../../core/inquiry/interview/read-line.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import { transcript, transcriptId } from '../../../core/inquiry/interview/transcript.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { isJsonObject, type Json } from '../../../core/kit/json.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { useAct, useKeptDraft, useRecord, useRecords } from '../../sync/index.ts'
import styles from './interview.module.css'
import type { InterviewRecord } from './use-interviews.ts'

/** A line being corrected, and what it said when it was opened. */
type LineDraft = { readonly key: string; readonly was: string; readonly typed: string }

function takeLineDraft(found: Json): LineDraft | null {
  if (!isJsonObject(found)) return null
  const { key, was, typed } = found
  return typeof key === 'string' && typeof was === 'string' && typeof typed === 'string'
    ? { key, was, typed }
    : null
}

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
  const kept = useKeptDraft<LineDraft | null>(`transcript:line:${its.id}`, null, takeLineDraft)
  const [openedHere, setOpenedHere] = useState(false)
  const open = kept.value
  const { change } = kept
  const start = useCallback(
    (line: TextLine) => {
      setOpenedHere(true)
      change({ key: line.key, was: line.text, typed: line.text })
    },
    [change],
  )
  const close = () => {
    change(null)
    kept.clear().catch(reportError)
  }
  const save = async ({ key, was, typed }: LineDraft) => {
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
    if (changes.length === 0) return close()
    const made = await doing.run(() =>
      act([
        {
          kind: transcript,
          recordId: record.id,
          verb: 'edit',
          input: {},
          fields: { lines: { ...record.lines, ...Object.fromEntries(changes) } },
          // A colleague may have corrected the same line since it was opened.
          base: { lines: { ...record.lines, [key]: was } },
        },
        ...drafts,
      ]),
    )
    if (made !== null) close()
  }
  return (
    <>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.key} line={line} disabled={disabled} onOpen={start}>
            {open?.key === line.key && !disabled ? (
              <Edit
                typed={open.typed}
                restored={kept.restored && !openedHere}
                busy={doing.busy}
                onType={(typed) => change({ ...open, typed })}
                onSave={() => void save(open).catch(reportError)}
                onClose={close}
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
  readonly onOpen: (line: TextLine) => void
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
          onClick={() => onOpen(line)}
        >
          <span className={styles.spokenHead}>{slicePoints(line.text, 0, wordsFrom)}</span>
          {slicePoints(line.text, wordsFrom, line.points)}
        </button>
      )}
    </li>
  )
})

function Edit({
  typed,
  restored,
  busy,
  onType,
  onSave,
  onClose,
}: {
  readonly typed: string
  readonly restored: boolean
  readonly busy: boolean
  readonly onType: (typed: string) => void
  readonly onSave: () => void
  readonly onClose: () => void
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  return (
    <div className={styles.edit}>
      <Textarea
        ref={area}
        aria-label={text('interview:transcript.correctLine')}
        autosize
        autoFocus
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      {restored && <output>{text('observation:form.restored')}</output>}
      <Group gap="xs">
        <Button size="sm" loading={busy} onClick={onSave}>
          {text('kit:save')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {text('kit:cancel')}
        </Button>
      </Group>
    </div>
  )
}
