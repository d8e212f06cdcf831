import { Button } from '@mantine/core'
import type { Concern } from '../../core/safety/concern-shape.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReport } from '../../core/safety/concern-report.ts'
import { draftRecord } from '../../core/sync/draft-record.ts'
import { DoingNote, formatList, formatTime, text, useDoing } from '../kit/index.ts'
import { newId, type LocalRecord, useAct, useRecords } from '../sync/index.ts'
import styles from './safety.module.css'
import { type CallLine, telOf, useLines } from './use-lines.ts'

/** Whom to call, 110 first where somebody is harmed; a call that was made is noted with one tap. */
export function CallPanel({ its }: { readonly its: LocalRecord<Concern> }) {
  const lines = useLines(its.sort, its.familyId)
  const firstOnes = lines.filter(({ first }) => first)
  const others = lines.filter(({ first }) => !first)
  const note = useNoteCall(its)
  const list = (some: readonly CallLine[], className: string | undefined) => (
    <ul className={`${styles.lines} ${className ?? ''}`}>
      {some.map((line) => (
        <li key={line.id} className={styles.line}>
          <PhoneLink line={line} />
          <LineWords line={line} />
          {its.state !== 'closed' && line.to === null && (
            <span className={styles.quiet}>{text('safety:call.noReport')}</span>
          )}
          {its.state !== 'closed' && (
            <Button
              size="compact-md"
              variant="default"
              disabled={note.doing.busy}
              onClick={() => note.say(line)}
            >
              {text(note.timesOf(line) === '' ? 'safety:call.noted' : 'safety:call.again')}
            </Button>
          )}
          {note.timesOf(line) !== '' && (
            <output className={styles.noted}>
              {text('safety:call.notedAt', { times: note.timesOf(line) })}
            </output>
          )}
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(firstOnes, '')}
      <DoingNote doing={note.doing} />
      <details className={styles.more}>
        <summary>{text('safety:call.others')}</summary>
        {list(others, styles.other)}
      </details>
    </>
  )
}

export function PhoneLink({ line }: { readonly line: CallLine }) {
  return (
    <a className={styles.phone} href={telOf(line.phone)}>
      {line.phone}
    </a>
  )
}

export function LineWords({ line }: { readonly line: CallLine }) {
  return (
    <span>
      <strong>{line.name}</strong>
      <span className={styles.use}>
        {line.use}
        {line.unchecked && ` · ${text('safety:call.unchecked')}`}
      </span>
    </span>
  )
}

/** A call to an authority is a report from that moment; a call for advice is a line in the record. */
function useNoteCall(its: LocalRecord<Concern>) {
  const act = useAct()
  const doing = useDoing()
  const reports = useRecords(concernReport, { concernId: its.id })
  const wordsOf = (line: CallLine) =>
    text('safety:call.line', { name: line.name, phone: line.phone })
  const timesOf = (line: CallLine): string => {
    const reported = reports
      .filter(({ agency }) => agency === line.name)
      .map(({ reportedAt }) => reportedAt)
    const asked = Object.entries(its.additions)
      .filter(([, words]) => words === wordsOf(line))
      .map(([at]) => at)
    return formatList([...reported, ...asked].sort().map((at) => formatTime(at)))
  }
  const say = (line: CallLine): void => {
    const at = new Date().toISOString()
    const call = line.to
    void doing.run(() =>
      act(
        call === null
          ? {
              ...{ kind: concern, recordId: its.id, verb: 'edit', input: {} },
              fields: { additions: { ...its.additions, [at]: wordsOf(line) } },
            }
          : [
              draftRecord(concernReport, newId(), {
                ...{ concernId: its.id, to: call, reportedAt: at },
                ...{ agency: line.name, phone: line.phone },
              }),
              { kind: concern, recordId: its.id, verb: 'markReported', input: { at }, fields: {} },
            ],
      ),
    )
  }
  return { doing, say, timesOf }
}
