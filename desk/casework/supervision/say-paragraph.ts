import type { Paragraph } from '../../../core/assessment/review/review-shape.ts'
import { formatDay, formatList, text } from '../../kit/index.ts'

/** Which part of the text a paragraph is, in words. */
export function nameParagraph({ head, of }: Pick<Paragraph, 'head' | 'of'>): string {
  const name = text(`supervision:part.${head}`)
  if (of === '') return name
  return `${name} · ${head === 'strategy' ? text(`goals:plan.level.${of}`) : of}`
}

/** A paragraph as it is read: what it holds in codes becomes words. */
export function sayParagraph(paragraph: Paragraph): Paragraph {
  const { head, words } = paragraph
  if (words.trim() === '') return paragraph
  switch (head) {
    case 'targets':
      return {
        ...paragraph,
        words: formatList(words.split('\n').map((one) => text(`groupwork:target.${one}`))),
      }
    case 'closeReason':
      return { ...paragraph, words: text(`casework:closeReason.${words}`) }
    case 'reviews':
      return { ...paragraph, words: text('supervision:review.reviewEvery', { weeks: words }) }
    case 'shared':
      return {
        ...paragraph,
        words: formatList(
          words.split('\n').map((part) => text(`transfer:part.${part.split(':')[0]}`)),
        ),
      }
    case 'ground':
      return {
        ...paragraph,
        words:
          words === 'consent'
            ? text('transfer:ground.consent')
            : text(`transfer:override.${words}`),
      }
    case 'actions':
    case 'goal':
      return { ...paragraph, words: words.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay) }
    default:
      return paragraph
  }
}
