import {
  dayParts,
  type SlotName,
  type Slots,
  weekdays,
} from '../../../core/families/availability.ts'
import { formatList, text } from '../../kit/index.ts'

/** Such as “Wednesday evening”. */
export function slotWords(slot: string): string {
  const [weekday = '', part = ''] = slot.split(' ')
  return text('groupwork:planning.weekTime', { weekday: dayWords(weekday), part: partWords(part) })
}

/** A whole week in few words: “Monday to Friday evening, Saturday morning”. */
export function weekWords(slots: Slots, state: 'free' | 'maybe'): string {
  return dayParts
    .flatMap((part) => {
      const days = weekdays.filter((weekday) => {
        const slot: SlotName = `${weekday} ${part}`
        return slots[slot] === state
      })
      if (days.length === 0) return []
      const weekday = formatList(runsOf(days))
      return [text('groupwork:planning.weekTime', { weekday, part: partWords(part) })]
    })
    .join(text('groupwork:planning.weekJoin'))
}

/** Three days or more in a row are told by the first and the last. */
function runsOf(days: readonly string[]): readonly string[] {
  const runs: string[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run !== undefined && Number(run.at(-1)) + 1 === Number(day)) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap((run) => {
    const [first = ''] = run
    return run.length < 3
      ? run.map(dayWords)
      : [
          text('groupwork:planning.dayToDay', {
            from: dayWords(first),
            to: dayWords(run.at(-1) ?? ''),
          }),
        ]
  })
}

function dayWords(weekday: string): string {
  return text(`families:availability.weekday.${weekday}`)
}

function partWords(part: string): string {
  return text(`groupwork:planning.part.${part}`)
}
