import { z } from 'zod'
import { consentPurposes } from './consent.ts'

const inBoth = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ 'zh-CN': shape, en: shape })

/** The notice that is read to guardians, purpose by purpose, in both languages; a new wording has a new version. */
export const consentNoticeShape = z.strictObject({
  version: z.string().min(1),
  purposes: z.array(
    z.strictObject({
      purpose: z.enum(consentPurposes),
      title: inBoth(z.string().min(1)),
      paragraphs: inBoth(z.array(z.string().min(1)).min(1)),
    }),
  ),
})
export type ConsentNotice = z.infer<typeof consentNoticeShape>
