import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { consentNoticeShape } from '../../core/families/consent-notice.ts'
import type { ConsentPurpose } from '../../core/families/consent.ts'

const file = new URL('../../content/consent/notice.yaml', import.meta.url)
export interface Notice {
  readonly version: string
  readonly purposes: readonly {
    readonly purpose: ConsentPurpose
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
}

/** The notice as it stands in content, in one language. */
export function readNotice(language: 'zh-CN' | 'en'): Notice {
  const notice = consentNoticeShape.parse(parse(readFileSync(file, 'utf8')))
  return {
    version: notice.version,
    purposes: notice.purposes.map(({ purpose, title, paragraphs }) => ({
      purpose,
      title: title[language],
      paragraphs: paragraphs[language],
    })),
  }
}
