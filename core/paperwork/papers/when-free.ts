import {
  type Availability,
  dayParts,
  type SlotName,
  type Slots,
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
  ['timesBusy', '没空的日子'],
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
  if (times === undefined) return Object.fromEntries(timeColumns.slice(1).map(([id]) => [id, '']))
  const { shift, bestWindow, reunions, busy, market } = times
  const listGap = translate('paperwork:summary.nameGap')
  return {
    timesShift: shift === 'notAsked' ? '' : translate(`families:availability.shifts.${shift}`),
    timesFree: writeWeeks(times, 'free', translate),
    timesMaybe: writeWeeks(times, 'maybe', translate),
    timesBest: bestWindow,
    timesTogether: Object.values(reunions)
      .toSorted((left, right) => left.from.localeCompare(right.from))
      .map(({ time, from, until, way }) =>
        translate('families:availability.reunionOn', {
          ...{ from, until },
          time: translate(`families:availability.time.${time}`),
          way: translate(`families:availability.ways.${way}`),
        }),
      )
      .join('\n'),
    timesBusy: [
      ...(market === null
        ? []
        : [
            translate('families:availability.marketOn', {
              calendar: translate(`families:availability.calendars.${market.calendar}`),
              ends: market.ends.join(listGap),
            }),
          ]),
      ...Object.values(busy)
        .toSorted((left, right) => left.from.localeCompare(right.from))
        .map(({ why, from, until }) =>
          translate('families:availability.busyOn', {
            ...{ from, until },
            why: translate(`families:availability.busyReasons.${why}`),
          }),
        ),
    ].join('\n'),
  }
}

type State = Slots[string]

/** Whoever's shifts turn has two weeks, each said by itself. */
function writeWeeks(
  { slots, otherWeek, cycleFrom }: Availability,
  state: State,
  translate: Translate,
): string {
  const first = writeSlots(slots, state, translate)
  if (Object.keys(otherWeek).length === 0) return first
  const named = (label: string, text: string): string =>
    translate('paperwork:paper.labelled', { label, text: text === '' ? '–' : text })
  const from = cycleFrom === null ? '' : ` ${cycleFrom}`
  return [
    named(`${translate('families:availability.thisWeek')}${from}`, first),
    named(translate('families:availability.otherWeek'), writeSlots(otherWeek, state, translate)),
  ].join('\n')
}

/** In the order of the week. */
function writeSlots(slots: Slots, state: State, translate: Translate): string {
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
