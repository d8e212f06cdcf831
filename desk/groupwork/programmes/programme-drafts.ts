import { programmeId } from '../../../core/groupwork/programme-parse.ts'
import { refuseKnownName } from '../../../core/groupwork/programme-shelf.ts'
import { programme, programmeOf, type Programme } from '../../../core/groupwork/programme.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
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

/** What a worker wrote, without the empty lines that were left while writing. */
export function draftOfEdit(id: string, own: Programme): Draft {
  const { code: _code, version: _version, language: _language, ...words } = own
  return {
    kind: programme,
    recordId: id,
    verb: 'edit',
    input: {},
    fields: fieldsAsJson({ ...words, sessions: own.sessions.map(withoutGaps) }),
  }
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
