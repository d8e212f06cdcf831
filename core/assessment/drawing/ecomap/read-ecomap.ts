import type { Person } from '../../../families/person-shape.ts'
import { holdsOn } from '../facts/partial-day.ts'
import { type SystemTie, systems } from '../facts/system-tie.ts'
import type { Known } from '../genogram/genogram-records.ts'

export interface DrawnTie {
  readonly id: string
  readonly system: SystemTie['system']
  readonly name: string
  /** Whose it is; empty: the household's. */
  readonly whose: string
  readonly strength: SystemTie['strength']
  readonly stressful: boolean
  readonly flow: SystemTie['flow']
}

export interface Ecomap {
  readonly day: string
  /** Who stands in the middle. */
  readonly centre: readonly string[]
  /** In the order of form-F25, so that two days compare place by place. */
  readonly ties: readonly DrawnTie[]
}

/** The ties of a household on a day; the order in which records come changes nothing. */
export function readEcomap(
  ties: readonly Known<SystemTie>[],
  people: readonly Known<Person>[],
  centre: readonly string[],
  day: string,
): Ecomap {
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? ''
  return {
    day,
    centre: centre.map(nameOf).filter((name) => name !== ''),
    ties: ties
      .filter((one) => holdsOn(one, day))
      .sort(
        (left, right) =>
          systems.indexOf(left.system) - systems.indexOf(right.system) ||
          (left.name < right.name ? -1 : left.name > right.name ? 1 : left.id < right.id ? -1 : 1),
      )
      .map(({ id, system, name, personId, strength, stressful, flow }) => ({
        id,
        system,
        name,
        whose: nameOf(personId),
        strength,
        stressful,
        flow,
      })),
  }
}
