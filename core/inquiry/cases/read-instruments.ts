import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readInstrumentContent } from '../instrument-content.ts'
import type { Instrument } from '../instrument.ts'

const folder = new URL('../../../content/instruments/', import.meta.url)

export function listInstrumentFiles(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.yaml'))
}

export function readInstrumentFile(name: string): unknown {
  return parse(readFileSync(new URL(name, folder), 'utf8'))
}

/** A shipped instrument by its code, or a failing test that says why there is none. */
export function readInstrument(code: string): Instrument {
  const read = readInstrumentContent(readInstrumentFile(`${code}.yaml`))
  if (!read.ok) throw new Error(`${code}: ${JSON.stringify(read.refusal)}`)
  return read.value
}
