import { isStorable } from '../kit/json.ts'
import { fieldsAsJson, jsonShape } from '../kit/json-parse.ts'
import { done, refuse, type Outcome } from '../kit/outcome.ts'
import { parseFields } from '../sync/kind.ts'
import { z } from 'zod'
import { programmeOf, programmeShape, refuseDoubleNames, type Programme } from './programme.ts'

/** Far above the longest programme; a larger file is something else. */
const mostCharacters = 2_000_000

const fileShape = z.strictObject({
  kiteline: z.literal('programme'),
  edition: z.literal(1),
  programme: jsonShape,
})

/** One programme as one file that another agency can take over: its words and nothing of this agency. */
export function writeProgrammeFile(own: Programme): string {
  const file = { kiteline: 'programme', edition: 1, programme: programmeOf(own) }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * GRP-43: what somebody handed in, checked to the last field before anything is kept. The first wrong place is named by its
 * path; texts stay texts whatever they contain. Answers the programme; keeping it is another step.
 */
export function readProgrammeFile(text: string): Outcome<Programme> {
  if (text.length > mostCharacters) return refuse('NotAProgrammeFile')
  const file = fileShape.safeParse(readJson(text))
  if (!file.success) return refuse('NotAProgrammeFile')
  const { programme } = file.data
  if (!isStorable(programme)) return refuse('NotAProgrammeFile')
  const parsed = parseFields(programmeShape, fieldsAsJson(Object(programme)))
  if (!parsed.ok)
    return refuse('ProgrammeFileWrong', { path: String(parsed.refusal.details['field']) })
  const own = programmeShape.parse(parsed.value)
  const doubled = refuseDoubleNames(own)
  return doubled === null ? done(own) : { ok: false, refusal: doubled }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
