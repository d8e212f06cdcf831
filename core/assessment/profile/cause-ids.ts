/** Causes that the two studies name; their words are `profile.cause.<id>` in the texts and may be reworded in a profile. */
export const causeIds = [
  'distance',
  'upbringing',
  'guardianNoBridge',
  'puberty',
  'reserve',
  'misreading',
  'lowInitiative',
  'narrowContent',
  'lackingSkills',
] as const
export type CauseId = (typeof causeIds)[number]

/** What the estrangement does to the child; words in `profile.harm.<id>`. */
export const harmIds = ['learning', 'habits', 'feelings', 'conduct', 'safety'] as const
export type HarmId = (typeof harmIds)[number]

export const strengthIds = ['child', 'adult', 'family', 'helpers', 'wishes'] as const
export type StrengthId = (typeof strengthIds)[number]

/** What a marked passage may show beside a target. */
export type SignOf =
  | { readonly of: 'cause'; readonly id: CauseId }
  | { readonly of: 'harm'; readonly id: HarmId }
  | { readonly of: 'strength'; readonly id: StrengthId }

export const allSigns: readonly SignOf[] = [
  ...causeIds.map((id) => ({ of: 'cause', id }) as const),
  ...harmIds.map((id) => ({ of: 'harm', id }) as const),
  ...strengthIds.map((id) => ({ of: 'strength', id }) as const),
]
