import type { Meeting } from '../../../core/groupwork/meeting.ts'
import {
  countReach,
  listReach,
  type ReachFacts,
  slotOf,
  timeOf,
} from '../../../core/groupwork/planning/place-meetings.ts'
import { type PlanStrand, sortStrands } from '../../../core/groupwork/strand.ts'
import { text } from '../../kit/index.ts'
import { formatDayOfYear } from '../format-day.ts'
import type { GroupFile } from '../use-group.ts'
import styles from './planning.module.css'
import { ReachLines } from './reach-lines.tsx'
import { reachWords } from './reach-words.ts'
import { slotWords } from './slot-words.ts'
import { useReachFacts } from './use-reach.ts'

/** Who could come to a meeting on a day and hour that are only being thought of. */
export function MeetingReach({
  file,
  meeting,
}: {
  readonly file: GroupFile
  readonly meeting: Meeting
}) {
  return <StrandsReach meeting={meeting} facts={useReachFacts(file)} />
}

export function StrandsReach({
  meeting,
  facts,
}: {
  readonly meeting: Meeting
  readonly facts: ReachFacts
}) {
  const { form, strands } = meeting
  const own: readonly PlanStrand[] = form === 'joint' ? ['joint'] : sortStrands(strands)
  return (
    <div className={styles.strandReach}>
      {own.map((strand) => (
        <StrandReach key={strand} meeting={meeting} strand={strand} facts={facts} />
      ))}
    </div>
  )
}

function StrandReach({
  meeting,
  strand,
  facts,
}: {
  readonly meeting: Meeting
  readonly strand: PlanStrand
  readonly facts: ReachFacts
}) {
  const list = listReach(meeting, strand, facts)
  const slot = slotOf(meeting, strand)
  const { day } = timeOf(meeting, strand)
  if (list.length === 0) return null
  return (
    <div>
      {text('groupwork:planning.strandPlaced', {
        strand: text(`groupwork:strand.${strand}`),
        day: formatDayOfYear(day),
        time:
          slot === null
            ? text('groupwork:planning.noHour')
            : text('groupwork:planning.timeAndCount', {
                time: slotWords(slot),
                count: reachWords(countReach(list)),
              }),
      })}
      <ReachLines list={list} />
    </div>
  )
}
