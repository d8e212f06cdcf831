import { fieldsAsJson } from '../kit/json-parse.ts'
import { equalJson } from '../kit/json.ts'
import type { MeetingRecord, RecordVersion } from './meeting-record.ts'

/** The free texts of a record, in the order in which it is read. */
export const recordTexts = [
  'goalAttainment',
  'evidence',
  'dynamics',
  'reflection',
  'homeTaskGiven',
  'nextSteps',
] as const
export type RecordTextName = (typeof recordTexts)[number]

/** Words that stayed, went, or came. */
export interface Passage {
  readonly words: string
  readonly fate: 'kept' | 'gone' | 'new'
}

export interface RecordChanges {
  readonly texts: readonly {
    readonly field: RecordTextName
    readonly passages: readonly Passage[]
  }[]
  /** Segments ticked differently and key events changed; null where the version did not keep them. */
  readonly ticks: number | null
  readonly keyEvents: number | null
}

type Written = Pick<MeetingRecord, RecordTextName> & {
  readonly ticks: RecordVersion['ticks']
  readonly keyEvents: RecordVersion['keyEvents']
}

/** GRP-48: what differs between a record as it was handed in and as it stands in the next version, or now. Sentence by sentence. */
export function compareWritten(before: Written, after: Written): RecordChanges {
  return {
    texts: recordTexts
      .filter((field) => before[field].trim() !== after[field].trim())
      .map((field) => ({ field, passages: comparePassages(before[field], after[field]) })),
    ticks: countChanged(before.ticks, after.ticks),
    keyEvents: countChanged(before.keyEvents, after.keyEvents),
  }
}

export function isUnchanged({ texts, ticks, keyEvents }: RecordChanges): boolean {
  return texts.length === 0 && (ticks ?? 0) === 0 && (keyEvents ?? 0) === 0
}

/** GRP-48: the version that a supervisor last read, when what stands now has not been read. Null: never read, or read as it stands. */
export function lastSeenVersion(record: MeetingRecord): RecordVersion | null {
  return record.seenOn === null
    ? (record.versions.findLast(({ seenOn }) => seenOn !== null) ?? null)
    : null
}

function countChanged(
  before: Readonly<Record<string, object>> | null,
  after: Readonly<Record<string, object>> | null,
): number | null {
  if (before === null || after === null) return null
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => {
    const [left, right] = [before[key], after[key]]
    return left === undefined || right === undefined
      ? true
      : !equalJson(fieldsAsJson(left), fieldsAsJson(right))
  }).length
}

/** The longest common run of sentences stays; what lies between went or came. */
function comparePassages(before: string, after: string): readonly Passage[] {
  const [old, fresh] = [splitSentences(before), splitSentences(after)]
  const common = commonLengths(old, fresh)
  const passages: Passage[] = []
  let [left, right] = [0, 0]
  while (left < old.length || right < fresh.length) {
    const [oldWords, freshWords] = [old[left], fresh[right]]
    if (oldWords !== undefined && oldWords === freshWords) {
      passages.push({ words: oldWords, fate: 'kept' })
      left += 1
      right += 1
    } else if (
      oldWords !== undefined &&
      (common[left + 1]?.[right] ?? 0) >= (common[left]?.[right + 1] ?? 0)
    ) {
      passages.push({ words: oldWords, fate: 'gone' })
      left += 1
    } else {
      if (freshWords !== undefined) passages.push({ words: freshWords, fate: 'new' })
      right += 1
    }
  }
  return passages
}

function splitSentences(text: string): readonly string[] {
  return text
    .split(/(?<=[。！？；!?;])|(?<=\.)(?=\s)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

function commonLengths(
  old: readonly string[],
  fresh: readonly string[],
): readonly (readonly number[])[] {
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  )
  for (let left = old.length - 1; left >= 0; left -= 1) {
    const row = lengths[left] ?? []
    for (let right = fresh.length - 1; right >= 0; right -= 1)
      row[right] =
        old[left] === fresh[right]
          ? 1 + (lengths[left + 1]?.[right + 1] ?? 0)
          : Math.max(lengths[left + 1]?.[right] ?? 0, row[right + 1] ?? 0)
  }
  return lengths
}
