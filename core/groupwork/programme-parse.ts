import type { Outcome } from '../kit/outcome.ts'
import { done } from '../kit/outcome.ts'
import { deriveId } from '../kit/ids.ts'
import { parseJsonObject } from '../kit/json-parse.ts'
import { parseFields } from '../sync/kind.ts'
import { programmeShape, type Programme } from './programme.ts'

/** Puts a template written as one head and one text per session together; the first thing wrong is named by its path. */
export function parseProgramme(head: unknown, sessions: readonly unknown[]): Outcome<Programme> {
  const ordered = sessions
    .map(parseJsonObject)
    .sort((left, right) => Number(left['no']) - Number(right['no']))
  const parsed = parseFields(programmeShape, { ...parseJsonObject(head), sessions: ordered })
  return parsed.ok ? done(programmeShape.parse(parsed.value)) : parsed
}

/** The same version of a template, taken over twice, is one record. */
export function programmeId(fields: Pick<Programme, 'code' | 'version' | 'language'>): string {
  return deriveId('programme', fields.code, fields.version, fields.language)
}
