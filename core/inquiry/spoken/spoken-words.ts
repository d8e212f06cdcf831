import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { idShape } from '../../kit/ids.ts'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'

export const spokenOf = ['card', 'item', 'opening', 'lesson'] as const
export type SpokenOf = (typeof spokenOf)[number]
export const longestSeconds = 180
/** Three minutes in the poorest form that a device records (mp3, 256 kbit/s). */
export const mostBytes = 6 * 1024 * 1024

const spokenShape = z.strictObject({
  what: z.enum(spokenOf),
  /** The mark of the words that were read (`markWords`): the same words elsewhere are spoken by the same recording. */
  words: z.string().regex(/^[0-9a-f]{16}$/),
  /** As people call it at home (客家话, 赣语); empty for the common language. */
  dialect: z.string().trim().max(20).default(''),
  seconds: z.number().int().min(1).max(longestSeconds),
  recordedOn: dayShape,
  /** Null until the recording has arrived, and again when it was taken back. */
  audioFileId: idShape.nullable().default(null),
  /** Heard no more; a new reading is a record of its own. */
  takenBack: z.boolean().default(false),
})
export type SpokenWords = z.infer<typeof spokenShape>
export type SpokenEntry = SpokenWords & { readonly id: string }

/** A worker's own voice, reading words of ours to somebody who may not read: nobody's family, and nobody else's voice. */
export const spokenWords = defineKind({
  name: 'spokenWords',
  room: 'inquiry',
  shape: spokenShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  guarded: ['what', 'words', 'audioFileId', 'takenBack'],
  columns: ['words'],
  verbs: {
    attachAudio: defineVerb({
      of: spokenShape,
      input: z.strictObject({ fileId: idShape }),
      // Another reading is a record of its own: what somebody has heard is not exchanged under them.
      run: ({ audioFileId, takenBack }, { fileId }) =>
        !takenBack && (audioFileId === null || audioFileId === fileId)
          ? done<Partial<SpokenWords>>({ audioFileId: fileId })
          : refuse('SpokenAlready'),
    }),
    takeBack: defineVerb({
      of: spokenShape,
      input: z.strictObject({}),
      run: ({ audioFileId }) =>
        audioFileId === null
          ? refuse('NoAudio')
          : done<Partial<SpokenWords>>({ audioFileId: null, takenBack: true }),
    }),
  },
  rule: ({ recordedOn }, _before, _found, { today }) =>
    recordedOn > today ? refusal('DateInFuture', { field: 'recordedOn', day: recordedOn }) : null,
})

/** The mark of words as somebody read them aloud: 16 hexadecimal digits of their SHA-256. */
export function markWords(words: string): string {
  return bytesToHex(sha256(utf8ToBytes(words.normalize('NFC').trim()))).slice(0, 16)
}

/**
 * CON-16: what can be played of words: of each dialect the newest recording that has arrived; the common language first,
 * then by name. Words that were changed since have another mark, and no recording; the same words are the same in every
 * language of the pages around them.
 */
export function listSpoken<Entry extends SpokenEntry>(
  all: readonly Entry[],
  words: string,
): readonly Entry[] {
  const mark = markWords(words)
  const fitting = all
    .filter((one) => one.words === mark && one.audioFileId !== null)
    .toSorted(
      (left, right) =>
        right.recordedOn.localeCompare(left.recordedOn) || right.id.localeCompare(left.id),
    )
  const newest = new Map<string, Entry>()
  for (const one of fitting) if (!newest.has(one.dialect)) newest.set(one.dialect, one)
  return [...newest.values()].toSorted((left, right) => left.dialect.localeCompare(right.dialect))
}
