import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found } from '../sync/kind.ts'
import { instrument } from './instrument.ts'

export const wavePhases = ['before', 'after', 'followUp', 'survey'] as const

const waveShape = z.strictObject({
  title: z.string().min(1).max(120),
  phase: z.enum(wavePhases),
  /** `families`: known people of the register answer. `codes`: a survey whose respondents are only codes. */
  subject: z.enum(['families', 'codes']).default('families'),
  /** The parallel group that this wave measures; null for a survey or a wave over the whole register. */
  groupId: z.uuid().nullable().default(null),
  instrumentIds: z.array(z.uuid()).min(1).max(20),
  opensOn: dayShape,
  dueOn: dayShape.nullable().default(null),
  state: z.enum(['open', 'closed']).default('open'),
  closedOn: dayShape.nullable().default(null),
  /** Of a survey by codes: how many sheets or links were handed out, school by school, class or village. */
  handedOut: z
    .array(
      z.strictObject({
        label: z.string().max(80),
        count: z.number().int().min(1).max(1_000_000),
      }),
    )
    .max(400)
    .default([]),
})
export type Wave = z.infer<typeof waveShape>

/** One occasion at which questionnaires are answered: before, after, at follow-up, or a survey. */
export const wave = defineKind({
  name: 'wave',
  room: 'inquiry',
  shape: waveShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sets: ['instrumentIds'],
  bound: [['opensOn', 'dueOn']],
  guarded: ['subject', 'state', 'closedOn'],
  references: { groupId: 'supportGroup' },
  columns: ['groupId', 'state', 'phase', 'subject'],
  verbs: {
    close: defineVerb({
      of: waveShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, context) =>
        fields.state === 'closed'
          ? refuse('WaveClosed')
          : done<Partial<Wave>>({ state: 'closed', closedOn: context.today }),
    }),
    reopen: defineVerb({
      of: waveShape,
      input: z.strictObject({}),
      run: (fields) =>
        fields.state === 'open'
          ? refuse('WaveIsOpen')
          : done<Partial<Wave>>({ state: 'open', closedOn: null }),
    }),
  },
  ruleNeeds: (after) => after.instrumentIds.map((id) => ({ kind: 'instrument', where: { id } })),
  rule: (after, before, found) =>
    refuseDates(after) ?? refuseUnpublished(freshInstruments(after, before), found),
})

function refuseDates({ opensOn, dueOn }: Wave): Refusal | null {
  return dueOn !== null && dueOn < opensOn ? refusal('DueBeforeOpening', { opensOn, dueOn }) : null
}

function freshInstruments(after: Wave, before: Wave | null): readonly string[] {
  return after.instrumentIds.filter((id) => before?.instrumentIds.includes(id) !== true)
}

/** INQ-3: a wave takes published instruments. One that is retired later stays in the waves that have it. */
function refuseUnpublished(ids: readonly string[], found: Found): Refusal | null {
  const known = new Map(found.of(instrument).map((one) => [one.id, one]))
  for (const id of ids) {
    const one = known.get(id)
    if (one === undefined) return refusal('InstrumentMissing')
    if (one.state !== 'published') return refusal('InstrumentNotPublished', { code: one.code })
  }
  return null
}
