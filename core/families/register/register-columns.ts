// What a column of the register may become, and what happens to the columns that become nothing.

export const whos = [
  'family',
  'child',
  'father',
  'mother',
  'parents',
  'oneParent',
  'paternalGrandfather',
  'paternalGrandmother',
  'maternalGrandfather',
  'maternalGrandmother',
  'caregiver',
] as const
export type Who = (typeof whos)[number]

const adultFacts = ['name', 'bornOn', 'phone'] as const
const facts = {
  family: ['code', 'village', 'township'],
  child: ['name', 'sex', 'bornOn', 'phone'],
  father: [...adultFacts, 'workPlace', 'awaySince', 'returnRhythm'],
  mother: [...adultFacts, 'workPlace', 'awaySince', 'returnRhythm'],
  /** One column for both; and one that does not say whose it is. */
  parents: ['workPlace'],
  oneParent: ['workPlace'],
  paternalGrandfather: adultFacts,
  paternalGrandmother: adultFacts,
  maternalGrandfather: adultFacts,
  maternalGrandmother: adultFacts,
  caregiver: [...adultFacts, 'relation'],
} as const satisfies Readonly<Record<Who, readonly string[]>>

type Facts = typeof facts
export type Target = { [One in Who]: `${One}.${Facts[One][number]}` }[Who]

/** Why a column is not brought in: an identity number, needs consent first, computed from other facts, no field for it, nobody knows it, or the person said so. */
export const unusedReasons = ['identity', 'held', 'computed', 'noField', 'unknown', 'skip'] as const
export type UnusedReason = (typeof unusedReasons)[number]

export type ColumnUse = Target | UnusedReason

const ofPeople = (whose: Who, names: readonly string[]) => names.map((fact) => `${whose}.${fact}`)

function isTargetName(name: string): name is Target {
  const [whose = '', fact = ''] = name.split('.')
  const who = whos.find((each) => each === whose)
  return who !== undefined && facts[who].some((each) => each === fact)
}

export const targets: readonly Target[] = whos
  .flatMap((who) => ofPeople(who, facts[who]))
  .filter(isTargetName)

const byName: ReadonlyMap<string, Target> = new Map(targets.map((target) => [target, target]))

export function targetOf(who: Who, fact: string): Target | null {
  return byName.get(`${who}.${fact}`) ?? null
}

/** Turns a stored or chosen text back into a use; unknown texts are none. */
export function columnUseOf(text: string): ColumnUse | null {
  return byName.get(text) ?? unusedReasons.find((reason) => reason === text) ?? null
}

export function isTarget(use: ColumnUse): use is Target {
  return byName.has(use)
}
