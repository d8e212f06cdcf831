// Which families were erased, in a file of its own beside the database: a restored backup knows nothing of them.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'

const entryShape = z.strictObject({ agencyId: z.uuid(), familyId: z.uuid(), erasedAt: z.string() })
export type LedgerEntry = z.infer<typeof entryShape>

/** Lies in the data folder. */
export const eraseLedgerName = 'erased.log'

export interface EraseLedger {
  readonly list: () => readonly LedgerEntry[]
  /** On the disk when it returns. */
  readonly append: (entry: LedgerEntry) => void
}

export function openEraseLedger(file: string): EraseLedger {
  return {
    list: () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(readLine) : []),
    append: (entry) => {
      const handle = openSync(file, 'a', 0o600)
      try {
        // After a line that a power cut left half, the new one begins on its own.
        writeSync(handle, `\n${JSON.stringify(entry)}`)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    },
  }
}

function readLine(line: string): readonly LedgerEntry[] {
  try {
    return [entryShape.parse(JSON.parse(line))]
  } catch {
    return []
  }
}
