import { done, refuse, type Outcome } from '../outcome.ts'
import { ByteWriter } from './byte-writer.ts'
import { packCases } from './pack-cases.ts'
import { refuseSavFile, type SavFile } from './sav-file.ts'
import { layOut, type SavColumn } from './lay-out.ts'
import { writeDictionary } from './write-dictionary.ts'

/**
 * An SPSS system file (.sav): UTF-8, little endian, cases packed by the format's own bytecode. Variable labels, value
 * labels, missing codes, days and long or Chinese names are kept; null becomes the system's missing value, never 0.
 * The layout follows PSPP's description of the format ("System File Format").
 * Refusals: those of `refuseSavFile`.
 */
export function writeSav(file: SavFile): Outcome<Uint8Array> {
  const wrong = refuseSavFile(file)
  if (wrong !== null) return refuse(wrong.id, wrong.details)
  const columns: readonly SavColumn[] = layOut(file)
  const writer = new ByteWriter()
  writeDictionary(writer, file, columns)
  packCases(writer, file.rows, columns)
  return done(writer.finish())
}
