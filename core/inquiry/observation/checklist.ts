// A list of what to look for while two people deal with each other, each with what 0, 2 and 4 look like. Content, not code.
import { z } from 'zod'
import { programmeTargets } from '../programme-targets.ts'

export const checklistCodes = ['rolePlay', 'call', 'jointTask'] as const
export type ChecklistCode = (typeof checklistCodes)[number]

const words = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })

const checklistShape = z.strictObject({
  code: z.enum(checklistCodes),
  version: z.string().min(1).max(20),
  title: words,
  /** Which occasion it is for, and how it is observed. */
  about: words,
  minutes: z.string().min(1).max(20),
  items: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-zA-Z0-9]{1,39}$/),
        target: z.enum(programmeTargets),
        look: words,
        /** What makes it a 0, a 2, a 4; 1 and 3 lie between. */
        none: words,
        partly: words,
        clearly: words,
      }),
    )
    .min(1),
})
export type Checklist = z.infer<typeof checklistShape>
export type ChecklistItem = Checklist['items'][number]

/** Reads a checklist as it stands in content; throws when it is not one (our bug). */
export function readChecklist(content: unknown): Checklist {
  return checklistShape.parse(content)
}
