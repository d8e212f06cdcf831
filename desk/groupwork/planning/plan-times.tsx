import {
  bestSlots,
  type BestSlot,
  type ReachFacts,
} from '../../../core/groupwork/planning/place-meetings.ts'
import { type PlanStrand, strands } from '../../../core/groupwork/strand.ts'
import { formatList, Section, text } from '../../kit/index.ts'
import type { GroupFile } from '../use-group.ts'
import { StrandsReach } from './meeting-reach.tsx'
import styles from './planning.module.css'
import { reachWords } from './reach-words.ts'
import { slotWords, weekWords } from './slot-words.ts'
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
            <StrandsReach meeting={meeting} facts={facts} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function BestTimes({ strand, facts }: { readonly strand: PlanStrand; readonly facts: ReachFacts }) {
  const best = bestSlots(facts)
  const times = formatList(
    best.map((one) =>
      text('groupwork:planning.timeAndCount', {
        time: timeWords(one),
        count: reachWords(one.count),
      }),
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

const mostNamed = 3

function timeWords({ slot, alike }: BestSlot): string {
  const time = slotWords(slot)
  if (alike.length === 0) return time
  if (alike.length > mostNamed)
    return text('groupwork:planning.alikeMany', { time, number: alike.length })
  const others = weekWords(Object.fromEntries(alike.map((one) => [one, 'free'])), 'free')
  return text('groupwork:planning.alike', { time, others })
}
