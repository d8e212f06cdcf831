import { consentState } from '../../core/families/consent-state.ts'
import { nameKey } from '../../core/families/find-duplicates.ts'
import {
  findCensus,
  findCivilAffairs,
  isUnattended,
  livesAlone,
} from '../../core/families/left-behind.ts'
import { isAwayOn } from '../../core/families/migration.ts'
import { childrenIn, type FamilyFile } from './use-register.ts'

export const filterNames = [
  'civilAffairs',
  'census',
  'prompts',
  'toAsk',
  'noConsent',
  'away',
] as const
export type FilterName = (typeof filterNames)[number]

/** What the list and its filters must know about a family, worked out once per change. */
export interface FamilyLine {
  readonly file: FamilyFile
  readonly words: string
  readonly marks: ReadonlySet<FilterName>
  readonly unsent: boolean
  readonly conflicts: boolean
}

export function describeFamilies(files: readonly FamilyFile[], today: string): FamilyLine[] {
  return files.map((file) => describeFamily(file, today))
}

function describeFamily(file: FamilyFile, today: string): FamilyLine {
  const marks = new Set<FilterName>()
  for (const child of childrenIn(file)) {
    const civil = findCivilAffairs(file, child, today).holds
    const census = findCensus(file, child, today).holds
    if (civil === true) marks.add('civilAffairs')
    if (census === true) marks.add('census')
    if (civil === null || census === null) marks.add('toAsk')
    if (livesAlone(file, child, today) || isUnattended(file, child, today)) marks.add('prompts')
    if (consentState(file.consents, child.id, 'service', today).state !== 'given')
      marks.add('noConsent')
  }
  if (file.migrations.some((stay) => isAwayOn(stay, today))) marks.add('away')
  const records = [
    file.family,
    ...file.people,
    ...file.migrations,
    ...file.guardianships,
    ...file.pairs,
    ...file.consents,
  ]
  return {
    file,
    words: [
      file.family.code,
      file.family.village,
      file.family.township,
      ...file.people.map(({ name }) => name),
    ]
      .map(nameKey)
      .join('|'),
    marks,
    unsent: records.some(({ unsent }) => unsent),
    conflicts: records.some(({ conflicts }) => conflicts.length > 0),
  }
}

/** Every word must be found somewhere: name, village or number. */
export function searchFamilies(
  lines: readonly FamilyLine[],
  asked: string,
  filters: ReadonlySet<FilterName>,
): readonly FamilyLine[] {
  const words = asked
    .split(/\s+/u)
    .map(nameKey)
    .filter((word) => word !== '')
  return lines.filter(
    (line) =>
      words.every((word) => line.words.includes(word)) &&
      [...filters].every((filter) => line.marks.has(filter)),
  )
}
