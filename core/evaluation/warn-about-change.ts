import type { ChangeNumbers, Direction } from './measure-change.ts'
import type { MeasuredLine } from './collect-lines.ts'
import type { ReliableChange } from './judge-people.ts'
import type { nameValidation } from '../inquiry/name-validation.ts'

/** Texts hang on the id (evaluation:warnings.<id>); details fill their placeholders. */
export interface ChangeWarning {
  readonly id:
    | 'openConflict'
    | 'noComparison'
    | 'verySmallGroup'
    | 'smallGroupNamed'
    | 'fewFamilies'
    | 'sameFamily'
    | 'someMissing'
    | 'fewMissing'
    | 'ceiling'
    | 'floorOfP'
    | 'differentRespondents'
    | 'differentModes'
    | 'prorated'
    | 'notValidated'
    | 'validationUnknown'
    | 'plainNumbers'
    | 'ownSd'
    | 'ownReliability'
    | 'noReliability'
    | 'otherVersion'
    | 'noInterval'
    | 'severalTests'
    | 'groupsChanged'
    | 'fewGroupsChanged'
    | 'slopesDiffer'
    | 'groupAndTreatment'
    | 'unmarkedAttendance'
    | 'mirrorLimitsDiffer'
  readonly details: Readonly<Record<string, string | number>>
}

interface Judged {
  readonly lines: readonly MeasuredLine[]
  readonly numbers: ChangeNumbers
  readonly direction: Direction
  readonly range: { readonly min: number; readonly max: number }
  readonly reliable: ReliableChange | null
  readonly validation: ReturnType<typeof nameValidation>
}

const fewPeople = 5
const nearBestEnd = 0.1
const shareAtCeiling = 1 / 3

/** EVA-10: what must be said before anybody reads the numbers. The order is the order of reading. */
export function warnAboutChange(judged: Judged): readonly ChangeWarning[] {
  return [
    say('noComparison', true),
    say('verySmallGroup', judged.numbers.n > 0 && judged.numbers.n < fewPeople, {
      n: judged.numbers.n,
    }),
    ...warnSameFamily(judged.lines),
    say('someMissing', countMissing(judged) > 0, { count: countMissing(judged) }),
    warnCeiling(judged),
    warnSmallestP(judged.numbers),
    warnRespondents(judged.lines),
    warnModes(judged.lines),
    warnProrated(judged.lines),
    judged.validation === null ? null : { id: judged.validation, details: {} },
    warnReliability(judged.reliable),
    say('noInterval', judged.numbers.n > 1 && judged.numbers.interval === null),
  ].flatMap((warning) => warning ?? [])
}

function say(
  id: ChangeWarning['id'],
  holds: boolean,
  details: ChangeWarning['details'] = {},
): ChangeWarning | null {
  return holds ? { id, details } : null
}

function countMissing({ lines }: Judged): number {
  return lines.filter(({ before, after }) => !before.ok || !after.ok).length
}

/** Intervals take every line to stand by itself; brothers and sisters, or two parents of one child, do not. */
function warnSameFamily(lines: readonly MeasuredLine[]): readonly (ChangeWarning | null)[] {
  const complete = lines.filter(({ before, after }) => before.ok && after.ok)
  const families = new Set(complete.map(({ familyId }) => familyId)).size
  return [
    say('fewFamilies', complete.length >= fewPeople && families < fewPeople, { families }),
    say('sameFamily', families < complete.length, { count: complete.length, families }),
  ]
}

/** Whoever starts at the best end cannot get better on this scale. */
function warnCeiling({ lines, direction, range }: Judged): ChangeWarning | null {
  if (direction === 'neutral') return null
  const started = lines.flatMap(({ before }) => (before.ok ? [before.at.value] : []))
  const width = (range.max - range.min) * nearBestEnd
  const atBest = started.filter((value) =>
    direction === 'higherIsBetter' ? value >= range.max - width : value <= range.min + width,
  ).length
  const many = started.length > 0 && atBest / started.length >= shareAtCeiling
  return say('ceiling', many, { count: atBest, n: started.length })
}

function warnSmallestP({ test, n }: ChangeNumbers): ChangeWarning | null {
  const floor = test?.smallestP ?? null
  return floor === null || floor <= 0.05
    ? null
    : say('floorOfP', true, { n, p: floor.toPrecision(3) })
}

function countPairs(
  lines: readonly MeasuredLine[],
  differ: (
    before: Extract<MeasuredLine['before'], { ok: true }>['at'],
    after: Extract<MeasuredLine['after'], { ok: true }>['at'],
  ) => boolean,
): number {
  return lines.filter(({ before, after }) => before.ok && after.ok && differ(before.at, after.at))
    .length
}

function warnRespondents(lines: readonly MeasuredLine[]): ChangeWarning | null {
  const count = countPairs(lines, (before, after) => before.respondentId !== after.respondentId)
  return say('differentRespondents', count > 0, { count })
}

function warnModes(lines: readonly MeasuredLine[]): ChangeWarning | null {
  const count = countPairs(lines, (before, after) => before.mode !== after.mode)
  return say('differentModes', count > 0, { count })
}

function warnProrated(lines: readonly MeasuredLine[]): ChangeWarning | null {
  const count = lines.filter(({ before, after }) =>
    [before, after].some((one) => one.ok && one.at.score.missingItems.length > 0),
  ).length
  return say('prorated', count > 0, { count })
}

function warnReliability(reliable: ReliableChange | null): ChangeWarning | null {
  if (reliable === null) return say('noReliability', true)
  switch (reliable.source.from) {
    case 'published':
      return null
    case 'ownSd':
      return say('ownSd', true)
    case 'own':
      return say('ownReliability', true)
  }
}
