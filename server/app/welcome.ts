import { z } from 'zod'
import { roleShape } from '../../core/access/roles.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import type { Welcome } from '../access/sessions.ts'

/** What whoever has come in is told of themselves. */
export const welcomeShape = z.object({
  staff: z.object({
    id: z.uuid(),
    name: z.string(),
    roles: z.array(roleShape),
    language: z.enum(['zh-CN', 'en']),
  }),
  agency: z.object({ id: z.uuid(), name: z.string(), sample: z.boolean() }),
  endsAt: z.string(),
  /** By which the agency counts its days. */
  zone: z.string(),
})
export type WelcomeAnswer = z.infer<typeof welcomeShape>

export function welcomeAnswer(
  welcome: Welcome,
  { zone }: { readonly zone: string },
): Outcome<WelcomeAnswer> {
  return done(welcomeShape.parse({ ...welcome, zone }))
}
