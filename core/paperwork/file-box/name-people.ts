import type { Translate } from '../../evaluation/write-numbers.ts'
import { codePeople } from '../../inquiry/dataset/code-people.ts'
import { ageOn, type Day } from '../../kit/dates.ts'
import type { FileBoxInput } from './file-box-input.ts'

export interface NamedPeople {
  /** As a reader reads it: `Z-014 · 儿童1`. */
  readonly labelOf: (personId: string) => string
  /** As data files name the same person: `Z-014-C1`. */
  readonly codeOf: (personId: string) => string
  /** The family's code. */
  readonly familyOf: (familyId: string) => string
}

/** PAP-9: everybody is the family's code, the role and a number; the same person has the same number in every export. */
export function namePeople(
  { families, people, wording }: Pick<FileBoxInput, 'families' | 'people' | 'wording'>,
  translate: Translate = wording.translate,
): NamedPeople {
  const codes = codePeople(families, people)
  const roles = new Map(people.map(({ id, role }) => [id, role]))
  const familyCodes = new Map(families.map(({ id, code }) => [id, code]))
  const familyIds = new Map(people.map(({ id, familyId }) => [id, familyId]))
  const familyOf = (id: string): string => familyCodes.get(id) ?? '?'
  const codeOf = (id: string): string => codes.get(id) ?? '?'
  return {
    familyOf,
    codeOf,
    labelOf: (id) => {
      const number = /\d+$/.exec(codeOf(id))?.[0] ?? ''
      const role = translate(`paperwork:fileBox.role.${roles.get(id) ?? 'other'}`)
      return translate('paperwork:fileBox.person', {
        code: familyOf(familyIds.get(id) ?? ''),
        role,
        number,
      })
    },
  }
}

const childBands = [6, 9, 12, 15, 18] as const
const adultBands = [30, 40, 50, 60] as const

/** A band instead of a birth date: three years for children, ten for adults. */
export function bandAge(bornOn: Day | null, on: Day, translate: Translate): string {
  if (bornOn === null) return translate('paperwork:fileBox.age.unknown')
  const age = ageOn(bornOn, on)
  const bounds = [...childBands, ...adultBands]
  const to = bounds.find((bound) => age < bound)
  const from = bounds.findLast((bound) => age >= bound)
  if (to === undefined) return translate('paperwork:fileBox.age.from', { from: from ?? age })
  return from === undefined
    ? translate('paperwork:fileBox.age.under', { to })
    : translate('paperwork:fileBox.age.band', { from, to: to - 1 })
}
