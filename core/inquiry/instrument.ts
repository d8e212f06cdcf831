import { z } from 'zod'
import { deriveId } from '../kit/ids.ts'
import { equalJson } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { refuseBrokenScale } from './check-scale.ts'
import { scaleShape } from './scale.ts'

export const instrumentCodeShape = z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/)

const instrumentShape = scaleShape.extend({
  code: instrumentCodeShape,
  /** A new wording or key is a new version: a record of its own, so that old scores keep their meaning. */
  version: z.string().min(1).max(40),
  state: z.enum(['draft', 'published', 'retired']).default('draft'),
})
export type Instrument = z.infer<typeof instrumentShape>

/** A questionnaire, test or key in one version. Drafted, published (and then frozen), retired. */
export const instrument = defineKind({
  name: 'instrument',
  room: 'inquiry',
  shape: instrumentShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  guarded: ['state', 'code', 'version'],
  columns: ['code', 'version', 'state'],
  verbs: {
    publish: defineVerb({
      of: instrumentShape,
      input: z.strictObject({}),
      run: (fields) => moveState(fields, 'draft', 'published'),
    }),
    retire: defineVerb({
      of: instrumentShape,
      input: z.strictObject({}),
      run: (fields) => moveState(fields, 'published', 'retired'),
    }),
  },
  rule: (after, before) =>
    refuseStart(after, before) ?? refuseThaw(after, before) ?? refuseUnready(after),
})

/** The same questionnaire in the same version is one record, whoever loads it first. */
export function instrumentIdOf(code: string, version: string): string {
  return deriveId('instrument', code, version)
}

function moveState(
  fields: Instrument,
  from: Instrument['state'],
  to: Instrument['state'],
): Outcome<Partial<Instrument>> {
  return fields.state === from
    ? done({ state: to })
    : refuse('WrongInstrumentState', { state: fields.state })
}

function refuseStart(after: Instrument, before: Instrument | null): Refusal | null {
  return before === null && after.state !== 'draft' ? refusal('InstrumentStartsAsDraft') : null
}

/** INQ-1: what was published is frozen; another wording, key or title is another version. */
function refuseThaw(after: Instrument, before: Instrument | null): Refusal | null {
  if (before === null || before.state === 'draft') return null
  const same = equalJson(
    fieldsAsJson({ ...after, state: '' }),
    fieldsAsJson({ ...before, state: '' }),
  )
  return same ? null : refusal('InstrumentFrozen', { code: before.code, version: before.version })
}

function refuseUnready(after: Instrument): Refusal | null {
  return after.state === 'published' ? refuseBrokenScale(after) : null
}
