import type { ConsentNews } from '../../../core/families/list-consent-news.ts'
import { text } from '../../kit/text.ts'

/** What somebody decided by link, a no first: "不同意：照片；同意：服务、小组". */
export function describeNews(news: ConsentNews): string {
  return (['refused', 'withdrawn', 'given'] as const)
    .filter((word) => news[word].length > 0)
    .map((word) =>
      text('families:news.word', {
        word: text(`families:consent.state.${word}`),
        purposes: news[word]
          .map((purpose) => text(`families:purpose.${purpose}.short`))
          .join(text('families:nameSeparator')),
      }),
    )
    .join(text('families:news.join'))
}
