import {
  listSpoken,
  markWords,
  type SpokenOf,
  spokenWords,
  type SpokenWords,
} from '../../../core/inquiry/spoken/spoken-words.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import { newId } from '../clock.ts'
import { useRecords } from '../records.ts'
import type { LocalRecord } from '../typed-record-parse.ts'
import { useAct, useMay } from '../use-act.ts'
import { useToday } from '../use-state-of-desk.ts'
import { useKeepFile, useWaitingFiles, type WaitingFileState } from '../use-waiting-files.ts'
import type { Taken } from './use-recorder.ts'

export type SpokenRecord = LocalRecord<SpokenWords>

/** What can be played of words, wherever they stand: one look at all recordings. */
export function useSpokenOf(): (words: string) => readonly SpokenRecord[] {
  const all = useRecords(spokenWords)
  return (words) => listSpoken(all, words)
}

export interface SpokenKeeping {
  readonly may: boolean
  readonly waiting: (words: string) => readonly WaitingFileState[]
  readonly keep: (
    of: { readonly what: SpokenOf; readonly words: string },
    taken: Taken,
    dialect: string,
  ) => Promise<Outcome<unknown>>
  readonly takeBack: (record: SpokenRecord) => Promise<Outcome<unknown>>
}

/** Keeps recordings on this device until they can be sent, like every other file. */
export function useSpokenKeeping(): SpokenKeeping {
  const act = useAct()
  const keepFile = useKeepFile()
  const today = useToday()
  const may = useMay('spokenWords', 'create', 'agency')
  const all = useRecords(spokenWords)
  const files = useWaitingFiles()
  return {
    may,
    waiting: (words) => {
      const mark = markWords(words)
      const ids = new Set(all.filter((one) => one.words === mark).map(({ id }) => id))
      return files.filter(({ holder }) => ids.has(holder.recordId))
    },
    keep: async ({ what, words }, { file, seconds }, dialect) => {
      const recordId = newId()
      const fields = {
        what,
        words: markWords(words),
        dialect,
        seconds,
        recordedOn: today,
      }
      const made = await act({ kind: spokenWords, recordId, verb: 'create', fields, input: {} })
      if (!made.ok) return made
      const holder = { kind: spokenWords.name, recordId, verb: 'attachAudio' }
      return done(await keepFile({ purpose: 'spokenWords', owner: 'agency', file, holder }))
    },
    takeBack: ({ id }) =>
      act({ kind: spokenWords, recordId: id, verb: 'takeBack', input: {}, fields: {} }),
  }
}
