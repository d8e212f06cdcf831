import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { consentPurposes } from '../../core/families/consent.ts'

const file = new URL('../../content/consent/notice.yaml', import.meta.url)
const inBoth = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ 'zh-CN': shape, en: shape })

const noticeShape = z.strictObject({
  version: z.string().min(1),
  purposes: z.array(
    z.strictObject({
      purpose: z.enum(consentPurposes),
      title: inBoth(z.string().min(1)),
      paragraphs: inBoth(z.array(z.string().min(1)).min(1)),
    }),
  ),
})

export interface Notice {
  readonly version: string
  readonly purposes: readonly {
    readonly purpose: (typeof consentPurposes)[number]
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
}

/** The notice as it stands in content, in one language. */
export function readNotice(language: 'zh-CN' | 'en'): Notice {
  const notice = noticeShape.parse(parse(readFileSync(file, 'utf8')))
  return {
    version: notice.version,
    purposes: notice.purposes.map(({ purpose, title, paragraphs }) => ({
      purpose,
      title: title[language],
      paragraphs: paragraphs[language],
    })),
  }
}
