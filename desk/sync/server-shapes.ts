// What the server may say. An answer of any other shape is no answer: a hotel's sign-in page with status 200, half a JSON text.
import { z } from 'zod'
import { usualZone } from '../../core/kit/zone.ts'
import { entryShape } from '../../core/sync/entry.ts'

export const statusShape = z.object({
  /** `sample`: nobody but the fictional village is here yet. */
  state: z.enum(['empty', 'sample', 'ready']),
  version: z.string(),
  publicOrigin: z.string().nullable(),
})
export type ServerStatus = z.infer<typeof statusShape>

export const loginAnswerShape = z.object({
  staff: z.object({
    id: z.uuid(),
    name: z.string(),
    roles: z.array(z.string()),
    language: z.enum(['zh-CN', 'en']),
  }),
  agency: z.object({ id: z.uuid(), name: z.string(), sample: z.boolean() }),
  endsAt: z.string(),
  /** By which the agency counts its days. */
  zone: z.string().default(usualZone),
})
export type LoginAnswer = z.infer<typeof loginAnswerShape>

export const refusalShape = z.object({
  id: z.string().min(1).max(80),
  details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  trace: z.string().optional(),
})

const answerShape = z.discriminatedUnion('status', [
  z.object({ changeId: z.uuid(), status: z.literal('applied'), conflicts: z.number().int() }),
  z.object({ changeId: z.uuid(), status: z.literal('held'), waitsFor: z.array(z.string()) }),
  z.object({ changeId: z.uuid(), status: z.literal('refused'), refusal: refusalShape }),
  z.object({ changeId: z.uuid(), status: z.literal('retry'), refusal: refusalShape }),
])

export const pushAnswerShape = z.object({
  epoch: z.uuid(),
  answers: z.array(answerShape),
  entries: z.array(entryShape),
  missing: z.array(z.number().int()),
})

export const nothingShape = z.object({})
export const invitationShape = z.object({ staffId: z.uuid(), code: z.string() })
export const codeShape = z.object({ code: z.string() })
export const shutDevicesShape = z.object({ shut: z.array(z.uuid()) })
