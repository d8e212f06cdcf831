import { z } from 'zod'

/** Input of `resolve`: the offers that the person saw; offers that came later stay open. */
export const resolveInputShape = z.strictObject({ seen: z.array(z.uuid()).max(200) })
