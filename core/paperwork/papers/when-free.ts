import {
  type Availability,
  dayParts,
  type SlotName,
  weekdays,
} from '../../families/availability.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import type { FamilyOnPaper } from './family-on-paper.ts'

/** When somebody of the family can take part. */
export const timeColumns: readonly DeclaredField[] = [
  ['timesName', '谁的时间'],
  ['timesShift', '班次'],
  ['timesFree', '有空'],
  ['timesMaybe', '也许'],
  ['timesBest', '打电话最好的时间'],
  ['timesTogether', '团聚'],
]

/** Every adult, and children whose times somebody has asked for; who was not asked has room to write. */
export function fillTimes(file: FamilyOnPaper, translate: Translate): readonly FieldValues[] {
  const timesOf = (personId: string): Availability | undefined =>
    file.availabilities.find((one) => one.personId === personId)
  return file.people
    .filter(({ id, alive, role }) => alive && (role !== 'child' || timesOf(id) !== undefined))
    .map(({ id, name }) => ({ timesName: name, ...writeTimes(timesOf(id), translate) }))
}

function writeTimes(times: Availability | undefined, translate: Translate): FieldValues {
  if (times === undefined)
    return { timesShift: '', timesFree: '', timesMaybe: '', timesBest: '', timesTogether: '' }
  const { shift, bestWindow, reunions } = times
  return {
    timesShift: shift === 'notAsked' ? '' : translate(`families:availability.shifts.${shift}`),
    timesFree: writeSlots(times, 'free', translate),
    timesMaybe: writeSlots(times, 'maybe', translate),
    timesBest: bestWindow,
    timesTogether: Object.values(reunions)
      .toSorted((left, right) => left.from.localeCompare(right.from))
      .map(({ time, from, until, way }) =>
        translate('paperwork:paper.together', {
          ...{ from, until },
          time: translate(`families:availability.time.${time}`),
          way: translate(`families:availability.ways.${way}`),
        }),
      )
      .join('\n'),
  }
}

/** In the order of the week. */
function writeSlots(
  { slots }: Availability,
  state: 'free' | 'maybe',
  translate: Translate,
): string {
  return weekdays
    .flatMap((weekday) => dayParts.map((part) => ({ weekday, part })))
    .filter(({ weekday, part }) => {
      const slot: SlotName = `${weekday} ${part}`
      return slots[slot] === state
    })
    .map(({ weekday, part }) =>
      translate('groupwork:planning.weekTime', {
        weekday: translate(`families:availability.weekday.${weekday}`),
        part: translate(`families:availability.part.${part}`),
      }),
    )
    .join(translate('paperwork:summary.nameGap'))
}
