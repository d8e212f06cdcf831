import type { NoticePurpose } from '../../../core/contact/delivery/notice.ts'
import type { Day } from '../../../core/kit/dates.ts'
import { writeDay } from '../../../core/kit/write-day.ts'

type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** DLV-4: one of our own sentences, with the address and the last day; nothing else can be filled in. */
export function writeNotice(
  purpose: NoticePurpose,
  language: 'zh-CN' | 'en',
  words: (language: 'zh-CN' | 'en') => Words,
  { address, lastDay }: { readonly address: string; readonly lastDay: Day },
): string {
  const day = writeDay(lastDay, language)
  return words(language)(`delivery:notice.${purpose}`, purpose === 'test' ? {} : { address, day })
}
