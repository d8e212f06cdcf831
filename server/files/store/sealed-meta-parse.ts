import { z } from 'zod'
import { fileTypes } from './recognise-type.ts'

const sealedMeta = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().nonnegative(),
  type: z.enum(fileTypes),
  name: z.string(),
})

/** What the last piece of a sealed file says about it; nothing when it is not such a piece. */
export function readSealedMeta(json: string): z.infer<typeof sealedMeta> | undefined {
  const parsed = sealedMeta.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : undefined
}
