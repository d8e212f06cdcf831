import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { planStrands } from './strand.ts'
import { sessionShape } from './plan-shape.ts'

export const programmeHeadFields = {
  /** Short name that stays the same through versions and languages. */
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.string().min(1).max(20),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  title: z.string().min(1).max(120),
  summary: z.string().max(2000).default(''),
  theory: z.string().max(4000).default(''),
  /** For whom, and who is better helped by casework first. */
  audience: z.string().max(2000).default(''),
  /** What must be done before the first meeting and after the last. */
  preparation: z.array(z.string().min(1).max(600)).max(30).default([]),
  followUp: z.array(z.string().min(1).max(600)).max(30).default([]),
  /** Two adults, pick-up, online rules: what holds in every meeting. */
  safetyRules: z.array(z.string().min(1).max(600)).max(30).default([]),
}

export const programmeShape = z.strictObject({
  ...programmeHeadFields,
  sessions: z.array(sessionShape).max(60).default([]),
})
export type Programme = z.infer<typeof programmeShape>

const shelvedShape = programmeShape.extend({
  /** Set by the verb `retire`: no new group is planned from it. */
  retiredOn: dayShape.nullable().default(null),
})
export type ShelvedProgramme = z.infer<typeof shelvedShape>

/** A template on the agency's shelf. Groups copy it when they are planned, so editing it changes no group that runs. */
export const programme = defineKind({
  name: 'programme',
  room: 'groupwork',
  shape: shelvedShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  columns: ['code', 'version', 'language'],
  guarded: ['retiredOn'],
  verbs: {
    /** GRP-55: a retired template leaves the choice for new groups; groups that have it keep their copy and its name. */
    retire: defineVerb({
      of: shelvedShape,
      input: z.strictObject({}),
      run: ({ retiredOn, title }, _input, _found, { today }) =>
        retiredOn === null
          ? done({ retiredOn: today })
          : refuse('ProgrammeIsRetired', { title, day: retiredOn }),
    }),
    restore: defineVerb({
      of: shelvedShape,
      input: z.strictObject({}),
      run: ({ retiredOn, title }) =>
        retiredOn === null ? refuse('ProgrammeNotRetired', { title }) : done({ retiredOn: null }),
    }),
  },
  rule: (after, before) =>
    before === null && after.retiredOn !== null
      ? refusal('FieldNeedsVerb', { field: 'retiredOn' })
      : refuseDoubleNames(after),
})

/** The template alone, without what a device knows about its record. */
export function programmeOf(record: Programme): Programme {
  const fields = Object.keys(programmeShape.shape)
  const own = Object.entries(record).filter(([name]) => fields.includes(name))
  return programmeShape.parse(Object.fromEntries(own))
}

/** GRP-1: sessions are numbered once each, and a segment's id names one segment of its session. */
export function refuseDoubleNames(after: Programme): Refusal | null {
  const twice = firstTwice(after.sessions.map((session) => session.no))
  if (twice !== null) return refusal('SessionNumberTwice', { no: twice })
  for (const session of after.sessions) {
    const segments = planStrands.flatMap((strand) => session.strands[strand]?.segments ?? [])
    const segment = firstTwice(segments.map(({ id }) => id))
    if (segment !== null) return refusal('SegmentIdTwice', { no: session.no, segment })
  }
  return null
}

function firstTwice<Value>(values: readonly Value[]): Value | null {
  return values.find((value, at) => values.indexOf(value) !== at) ?? null
}
