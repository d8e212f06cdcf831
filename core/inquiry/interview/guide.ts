// A guide for talking: open questions in an order that can be left, each with what helps to go on. Content, not code.
import { z } from 'zod'

export const guideRoles = ['child', 'parent', 'guardian', 'teacher', 'village'] as const
export type GuideRole = (typeof guideRoles)[number]

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
const lists = z.strictObject({
  'zh-CN': z.array(z.string().min(1)).min(1),
  en: z.array(z.string().min(1)).min(1),
})
const idShape = z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/)

const guideShape = z.strictObject({
  code: idShape,
  version: z.string().min(1).max(20),
  role: z.enum(guideRoles),
  title: words,
  minutes: z.string().min(1).max(20),
  /** What is said before the first question. */
  opening: words,
  does: lists,
  donts: lists,
  /** What to do when harm comes to light. */
  harm: lists,
  parts: z
    .array(
      z.strictObject({
        id: idShape,
        title: words,
        /** Why it is asked: what of the assessment it serves. */
        serves: words,
        questions: z
          .array(z.strictObject({ id: idShape, ask: words, probes: lists.optional() }))
          .min(1),
      }),
    )
    .min(1),
  closing: words,
})
export type Guide = z.infer<typeof guideShape>

/** Reads a guide as it stands in content; throws when it is not one (our bug). */
export function readGuide(content: unknown): Guide {
  return guideShape.parse(content)
}
