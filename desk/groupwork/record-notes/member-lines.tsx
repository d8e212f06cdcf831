import { Text } from '@mantine/core'
import { listMarkable } from '../../../core/groupwork/members/list-markable.ts'
import {
  hideOtherMembers,
  memberLine,
  memberLineId,
} from '../../../core/groupwork/members/member-line.ts'
import { placeAt } from '../../../core/groupwork/at-meeting.ts'
import { dayFor } from '../../../core/groupwork/meeting.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import type { PlanStrand } from '../../../core/groupwork/strand.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { compareNames, ConflictMark, Section, text } from '../../kit/index.ts'
import { useMay, useRecord } from '../../sync/index.ts'
import { KeptText } from '../../sync/kept-text.tsx'
import styles from '../run-plan.module.css'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'
import type { MeetingFile } from '../use-group.ts'

/** One line per member that goes into their own family's file, without the others' names. */
export function MemberLines({
  file,
  strand,
}: {
  readonly file: MeetingFile
  readonly strand: PlanStrand
}) {
  const { meeting, seats, rows } = file
  const own = listMarkable(meeting, seats, rows).filter(
    (seat) => strand === 'joint' || seat.strand === strand,
  )
  if (meeting.state !== 'held' || own.length === 0) return null
  return (
    <Section title={text('groupwork:line.title')} hint={text('groupwork:line.hint')}>
      <details>
        <summary className={styles.more}>
          {text('groupwork:line.open', { count: own.length })}
        </summary>
        <ul className={styles.segments}>
          {own
            .toSorted((left, right) => compareNames(left.displayName, right.displayName))
            .map((seat) => (
              <MemberLineField key={seat.id} file={file} seat={seat} />
            ))}
        </ul>
      </details>
    </Section>
  )
}

function MemberLineField({ file, seat }: { readonly file: MeetingFile; readonly seat: SeatEntry }) {
  const { meeting, seats } = file
  const recordId = memberLineId(meeting.id, seat.id)
  const line = useRecord(memberLine, recordId)
  const may = useMay('memberLine', 'create', `family:${seat.familyId}`)
  const act = useActInTurn()
  const save = (typed: string, was: string) => {
    const words = hideOtherMembers(typed, seat, seats, text('groupwork:line.other'))
    return act((look) => {
      const known = look(memberLine, recordId)
      const on = dayFor(meeting, seat.strand)
      const birth = known === null ? { ...placeAt(meeting.id, seat), on, no: meeting.no } : {}
      return {
        kind: memberLine,
        recordId,
        verb: known === null ? 'create' : 'edit',
        input: {},
        fields: fieldsAsJson({ ...birth, words }),
        base: { words: was },
      }
    })
  }
  return (
    <li className={styles.segment}>
      {may || line !== null ? (
        <KeptText
          name={`memberLine:${recordId}`}
          label={seat.displayName}
          minRows={1}
          maxLength={600}
          value={line?.words ?? ''}
          readOnly={!may}
          onSave={save}
        />
      ) : (
        <Text c="gray.7">{text('groupwork:line.notYours', { name: seat.displayName })}</Text>
      )}
      {line !== null && <ConflictMark kind={memberLine} record={line} />}
    </li>
  )
}
