import { z } from 'zod'
import { guardianshipBases } from '../../../core/families/guardianship.ts'
import { returnRhythms } from '../../../core/families/migration.ts'
import { pairRelations } from '../../../core/families/pair.ts'
import { newId } from '../../sync/index.ts'

export const guardianBases = guardianshipBases.slice(0, 4)
export const caregiverBases = guardianshipBases.slice(4)

const childFormShape = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  sex: z.enum(['female', 'male', 'unknown']),
  bornOn: z.string().nullable(),
  phone: z.string(),
})
export type ChildForm = z.infer<typeof childFormShape>

const adultFormShape = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  relation: z.enum(pairRelations),
  phone: z.string(),
  /** A form that was kept before this was asked has none. */
  email: z.string().default(''),
  /** Null: nobody has said yet; in a left-behind register neither answer may be supposed. */
  livesHere: z.boolean().nullable(),
  away: z.boolean(),
  province: z.string(),
  city: z.string(),
  since: z.string().nullable(),
  returnRhythm: z.enum(returnRhythms),
  acrossTownship: z.boolean(),
  guardianBasis: z.enum(guardianshipBases).nullable(),
  careBasis: z.enum(guardianshipBases).nullable(),
  /** Null: proposed by what is known (parents, and whoever cares). */
  paired: z.boolean().nullable(),
})
export type AdultForm = z.infer<typeof adultFormShape>

/** What the register form holds while it is being filled; kept on the device until it is saved. */
export const familyFormShape = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  village: z.string(),
  township: z.string(),
  children: z.array(childFormShape),
  adults: z.array(adultFormShape),
})
export type FamilyForm = z.infer<typeof familyFormShape>

export const parental: readonly string[] = ['mother', 'father', 'stepmother', 'stepfather']

export function emptyChild(): ChildForm {
  return { id: newId(), name: '', sex: 'unknown', bornOn: null, phone: '' }
}

export function emptyAdult(relation: AdultForm['relation']): AdultForm {
  const isParent = relation === 'mother' || relation === 'father'
  return {
    id: newId(),
    name: '',
    relation,
    phone: '',
    email: '',
    livesHere: null,
    away: false,
    province: '',
    city: '',
    since: null,
    returnRhythm: 'unknown',
    acrossTownship: true,
    guardianBasis: isParent ? 'parent' : null,
    careBasis: null,
    paired: null,
  }
}

export function emptyFamily(code: string): FamilyForm {
  return {
    id: newId(),
    code,
    village: '',
    township: '',
    children: [emptyChild()],
    adults: [emptyAdult('mother'), emptyAdult('father')],
  }
}

/** Parents and whoever looks after the child: the pairs that practice works with. */
export function isPaired(adult: AdultForm): boolean {
  return adult.paired ?? (parental.includes(adult.relation) || adult.careBasis !== null)
}

/** The adults with a name of whom the person has not said where they live now. */
export function listUnplaced({ adults }: FamilyForm): readonly AdultForm[] {
  return adults.filter(
    ({ name, away, livesHere }) => name.trim() !== '' && !away && livesHere === null,
  )
}

/** The next number in the way this agency numbers its files. */
export function nextCode(codes: readonly string[]): string {
  const numbered = codes
    .map((code) => /^(.*?)(\d{1,9})$/.exec(code))
    .filter((found) => found !== null)
    .sort((left, right) => Number(left[2]) - Number(right[2]))
  const last = numbered.at(-1)
  const digits = last?.[2] ?? '000'
  return `${last?.[1] ?? 'F-'}${String(Number(digits) + 1).padStart(digits.length, '0')}`
}
