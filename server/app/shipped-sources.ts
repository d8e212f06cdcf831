import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import {
  readShippedSource,
  type ShippedSource,
} from '../../core/inquiry/evidence/shipped-source.ts'

const folder = new URL('../../content/evidence/', import.meta.url)
let read: readonly ShippedSource[] | null = null

/** The sources of the evidence library as they stand in content; they do not change while the program runs. */
export function shippedSources(): readonly ShippedSource[] {
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readShippedSource(parse(readFileSync(new URL(name, folder), 'utf8'))))
  return read
}
