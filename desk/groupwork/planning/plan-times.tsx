import { availability, type SlotName } from '../../../core/families/availability.ts'
import { dayFor } from '../../../core/groupwork/meeting.ts'
import {
  bestSlots,
  countSlot,
  reunionsOn,
  type SlotCount,
  slotOf,
} from '../../../core/groupwork/planning/place-meetings.ts'
import { formatList, Section, text } from '../../kit/index.ts'
import { useRecords } from '../../sync/index.ts'
import { formatDayOfYear } from '../format-day.ts'
import type { GroupFile } from '../use-group.ts'
import styles from './planning.module.css'

/** How many of the parents could come live to each meeting still ahead, and the two times that reach most. The worker decides. */
export function PlanTimes({ file: { seats, meetings } }: { readonly file: GroupFile }) {
  const known = useRecords(availability)
  const seated = seats.filter(({ strand, leftOn }) => strand === 'parent' && leftOn === null)
  const parents = seated.map(({ personId }) => personId)
  const nameOf = (id: string) => seated.find(({ personId }) => personId === id)?.displayName ?? ''
  const ahead = meetings.filter(
    ({ state, strands }) => state === 'planned' && strands.includes('parent'),
  )
  if (parents.length === 0) return null
  const best = bestSlots(parents, known)
  return (
    <Section title={text('groupwork:planning.times')} hint={text('groupwork:planning.timesHint')}>
      <p className={styles.fine}>
        {best.length === 0
          ? text('groupwork:planning.nobodyAsked')
          : text('groupwork:planning.best', {
              times: formatList(
                best.map(({ slot, count }) =>
                  text('groupwork:planning.timeAndCount', {
                    time: slotWords(slot),
                    count: countWords(count),
                  }),
                ),
              ),
            })}
      </p>
      <ul className={styles.away}>
        {ahead.map((meeting) => {
          const slot = slotOf(meeting, 'parent')
          const together = reunionsOn(parents, known, dayFor(meeting, 'parent'))
          return (
            <li key={meeting.id}>
              <span>
                {text('groupwork:meeting.noTheme', { no: meeting.no, theme: meeting.theme })}
              </span>
              <span>
                {formatDayOfYear(dayFor(meeting, 'parent'))}{' '}
                {slot === null
                  ? text('groupwork:planning.noHour')
                  : text('groupwork:planning.timeAndCount', {
                      time: slotWords(slot),
                      count: countWords(countSlot(parents, known, slot)),
                    })}
              </span>
              {together.length > 0 && (
                <strong>
                  {text('groupwork:planning.together', {
                    names: formatList([
                      ...new Set(together.map(({ personId }) => nameOf(personId))),
                    ]),
                  })}
                </strong>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function slotWords(slot: SlotName): string {
  const [weekday, part] = slot.split(' ')
  return text('groupwork:planning.weekTime', {
    weekday: text(`families:availability.weekday.${weekday ?? ''}`),
    part: text(`families:availability.part.${part ?? ''}`),
  })
}

function countWords({ free, maybe, unknown, of }: SlotCount): string {
  return text('groupwork:planning.slotCount', { free, maybe, unknown, of })
}
