import {
  bestSlots,
  countReach,
  listReach,
  type ReachCount,
  type ReachFacts,
  slotOf,
  timeOf,
} from '../../../core/groupwork/planning/place-meetings.ts'
import type { Meeting } from '../../../core/groupwork/meeting.ts'
import { type PlanStrand, sortStrands, strands } from '../../../core/groupwork/strand.ts'
import { formatList, Section, text } from '../../kit/index.ts'
import type { LocalRecord } from '../../sync/index.ts'
import { formatDayOfYear } from '../format-day.ts'
import type { GroupFile } from '../use-group.ts'
import styles from './planning.module.css'
import { ReachLines } from './reach-lines.tsx'
import { slotWords } from './slot-words.ts'
import { useReachFacts } from './use-reach.ts'

/** How many of each strand could come to each meeting still ahead, who cannot, and the times that reach most. The worker decides. */
export function PlanTimes({ file }: { readonly file: GroupFile }) {
  const facts = useReachFacts(file)
  const ahead = file.meetings.filter(({ state }) => state === 'planned')
  const sitting = file.seats.filter(({ leftOn }) => leftOn === null)
  if (sitting.length === 0) return null
  return (
    <Section title={text('groupwork:planning.times')} hint={text('groupwork:planning.timesHint')}>
      <ul className={styles.best}>
        {strands.map((strand) => {
          const seats = sitting.filter((seat) => seat.strand === strand)
          return seats.length === 0 ? null : (
            <BestTimes key={strand} strand={strand} facts={{ ...facts, seats }} />
          )
        })}
        <BestTimes strand="joint" facts={{ ...facts, seats: sitting }} />
      </ul>
      <ol className={styles.placed}>
        {ahead.map((meeting) => (
          <li key={meeting.id}>
            <strong>
              {text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}
            </strong>
            <div className={styles.strandReach}>
              {strandsOf(meeting).map((strand) => (
                <StrandReach key={strand} meeting={meeting} strand={strand} facts={facts} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function BestTimes({ strand, facts }: { readonly strand: PlanStrand; readonly facts: ReachFacts }) {
  const best = bestSlots(facts)
  const times = formatList(
    best.map(({ slot, count }) =>
      text('groupwork:planning.timeAndCount', { time: slotWords(slot), count: countWords(count) }),
    ),
  )
  return (
    <li>
      {text(best.length === 0 ? 'groupwork:planning.nobodyAsked' : 'groupwork:planning.best', {
        strand: text(`groupwork:strand.${strand}`),
        times,
      })}
    </li>
  )
}

function StrandReach({
  meeting,
  strand,
  facts,
}: {
  readonly meeting: LocalRecord<Meeting>
  readonly strand: PlanStrand
  readonly facts: ReachFacts
}) {
  const list = listReach(meeting, strand, facts)
  const slot = slotOf(meeting, strand)
  const { day } = timeOf(meeting, strand)
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
                count: countWords(countReach(list)),
              }),
      })}
      <ReachLines list={list} />
    </div>
  )
}

export function strandsOf({ form, strands: own }: Meeting): readonly PlanStrand[] {
  return form === 'joint' ? ['joint'] : sortStrands(own)
}

function countWords({ free, maybe, cannot, unknown, of }: ReachCount): string {
  return text('groupwork:planning.slotCount', { free, maybe, cannot, unknown, of })
}
