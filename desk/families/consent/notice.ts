// The notice that is read to guardians, as it stands in content; a new wording has a new version.
import { parse } from 'yaml'
import { z } from 'zod'
import { consentPurposes } from '../../../core/families/consent.ts'
import source from '../../../content/consent/notice.yaml?raw'

const inBoth = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ 'zh-CN': shape, en: shape })

const noticeShape = z.strictObject({
  version: z.string().min(1),
  purposes: z.array(
    z.strictObject({
      purpose: z.enum(consentPurposes),
      title: inBoth(z.string()),
      paragraphs: inBoth(z.array(z.string())),
    }),
  ),
})
export type Notice = z.infer<typeof noticeShape>

export const notice: Notice = noticeShape.parse(parse(source))
