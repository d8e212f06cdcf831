// Words of the sample's content files that stand for somebody, some record or some day, counted back from the day of opening.
import { pairId } from '../../core/families/pair.ts'
import { addDays, type Day } from '../../core/kit/dates.ts'
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../core/kit/json.ts'
import { servicePlanId } from '../../core/assessment/plan/service-plan.ts'
import { pairProfileId } from '../../core/assessment/profile/profile-shape.ts'
import { caseFileId } from '../../core/casework/case-shape.ts'
import type { SampleGround } from './sample-ground.ts'
import { sampleStaff } from './sample-shapes.ts'

export interface Told {
  readonly ground: SampleGround
  /** Of a record that an earlier step has begun, by its kind and key. */
  readonly idOf: (name: string) => string
}

/** `@person ting`, `@day 12`, `@day 12 workday`, `@at 12 15:30` …, wherever they stand alone in a value or are the name of a field. */
export function readWords(value: JsonObject, told: Told): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [readWord(name, told), readValue(one, told)]),
  )
}

function readValue(value: Json, told: Told): Json {
  if (typeof value === 'string') return readWord(value, told)
  if (isJsonArray(value)) return value.map((one) => readValue(one, told))
  return isJsonObject(value) ? readWords(value, told) : value
}

export function readWord(word: string, { ground, idOf }: Told): string {
  if (!word.startsWith('@')) return word
  const [what = '', first = '', second = '', third = ''] = word.slice(1).split(' ')
  const ofPair = () => pairId(ground.personId(first), ground.personId(second))
  switch (what) {
    case 'person':
      return ground.personId(first)
    case 'staff':
      return staffNamed(first, ground)
    case 'family':
      return ground.familyId(first)
    case 'pair':
      return ofPair()
    case 'case':
      return caseFileId({ pairId: ofPair(), personId: null, no: 1 })
    case 'plan':
      return servicePlanId({
        ...{ familyId: ground.familyIdOf(first), pairId: ofPair(), personId: null },
        version: Number(third),
      })
    case 'profile':
      return `profile:${pairProfileId(ofPair(), Number(third))}`
    case 'goal':
      return ground.idOf('goal', first)
    case 'new':
      return ground.idOf(first, second)
    case 'id':
      return idOf(`${first} ${second}`)
    case 'day':
      return dayNamed(ground.daysAgo(Number(first)), second)
    case 'at':
      return momentOf(ground.daysAgo(Number(first)), second)
    default:
      throw new Error(`content/sample: nobody knows what ${word} means`)
  }
}

function staffNamed(name: string, { staff }: SampleGround): string {
  const known = sampleStaff.find((one) => one === name)
  if (known === undefined) throw new Error(`content/sample: nobody of the staff is called ${name}`)
  return staff[known]
}

/** By China's clock, on whichever machine the village is opened. */
export function momentOf(day: Day, clock: string): string {
  return new Date(`${day}T${clock}:00+08:00`).toISOString()
}

const weekdays = { sunday: [0], saturday: [6], workday: [1, 2, 3, 4, 5] } as const

/** The same day or the last one before it that is such a day: nobody visits a school on a Sunday. */
export function dayNamed(day: Day, which: string): Day {
  if (which === '') return day
  if (which !== 'sunday' && which !== 'saturday' && which !== 'workday')
    throw new Error(`content/sample: ${which} is no day of the week`)
  const wanted: readonly number[] = weekdays[which]
  const isWanted = wanted.includes(new Date(`${day}T00:00:00Z`).getUTCDay())
  return isWanted ? day : dayNamed(addDays(day, -1), which)
}
