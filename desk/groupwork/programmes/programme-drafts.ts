import { programmeId } from '../../../core/groupwork/programme-parse.ts'
import { refuseKnownName } from '../../../core/groupwork/programme-shelf.ts'
import {
  programme,
  programmeOf,
  programmeShape,
  type Programme,
} from '../../../core/groupwork/programme.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { isJsonArray, isJsonObject, type Json } from '../../../core/kit/json.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import type { Draft } from '../../../core/sync/device.ts'

/** A new template on the shelf; refused when its name is taken, because the same name would be the same record. */
export function draftOfNew(
  shelf: readonly (Programme & { readonly id: string })[],
  own: Programme,
): Outcome<Draft> {
  const known = refuseKnownName(shelf, own)
  if (known !== null) return { ok: false, refusal: known }
  return done({
    kind: programme,
    recordId: programmeId(own),
    verb: 'create',
    input: {},
    fields: fieldsAsJson(programmeOf(own)),
  })
}

/** What a worker wrote over what stood there, without the empty lines that were left while writing. */
export function draftOfEdit(id: string, own: Programme, was: Programme): Draft {
  return {
    kind: programme,
    recordId: id,
    verb: 'edit',
    input: {},
    fields: fieldsAsJson({ ...wordsOf(own), sessions: own.sessions.map(withoutGaps) }),
    base: fieldsAsJson(wordsOf(was)),
  }
}

function wordsOf(own: Programme) {
  const { code: _code, version: _version, language: _language, ...words } = programmeOf(own)
  return words
}

type Session = Programme['sessions'][number]

function withoutGaps(session: Session): Session {
  const strands: Session['strands'] = { ...session.strands }
  for (const strand of ['child', 'parent', 'guardian', 'joint'] as const) {
    const plan = strands[strand]
    if (plan === undefined) continue
    const steps = plan.pictureSteps.filter(({ words }) => words.trim() !== '')
    strands[strand] = { ...plan, pictureSteps: steps }
  }
  return { ...session, strands }
}

/** A draft that was left in the middle of a word: gaps are filled so that nothing of the rest is lost; null when it is something else. */
export function readDraft(kept: Json): Programme | null {
  const draft = programmeShape.safeParse(fillGaps(kept))
  return draft.success ? draft.data : null
}

const neverEmpty = ['title', 'theme', 'words', 'script', 'recall', 'task']
const gap = '…'

function fillGaps(value: Json): Json {
  if (isJsonArray(value)) return value.filter((item) => item !== '').map(fillGaps)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (inner === '' && neverEmpty.includes(name)) return [name, gap]
      const filled = fillGaps(inner)
      return [name, name === 'lines' && isJsonArray(filled) && filled.length === 0 ? [gap] : filled]
    }),
  )
}
