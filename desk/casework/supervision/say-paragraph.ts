import type { Paragraph } from '../../../core/assessment/review/review-shape.ts'
import { formatDay, formatList, text } from '../../kit/index.ts'
import { titleFor } from '../../kit/sources/evidence-picker.tsx'
import { useSources } from '../../kit/sources/use-sources.ts'
import { useStaffNames } from '../use-case.ts'

/** Which part of the text a paragraph is, in words. */
export function nameParagraph({ head, of }: Pick<Paragraph, 'head' | 'of'>): string {
  const name = text(`supervision:part.${head}`)
  if (of === '') return name
  return `${name} · ${head === 'strategy' ? text(`goals:plan.level.${of}`) : of}`
}

/** Names that a text holds as codes. */
interface Named {
  readonly staff: (id: string) => string
  readonly source: (id: string) => string
}

/** A paragraph as it is read: what it holds in codes becomes words. */
export function useSayParagraph(): (paragraph: Paragraph) => Paragraph {
  const staff = useStaffNames()
  const sources = useSources()
  const source = (id: string) => {
    const its = sources.find((one) => one.id === id)
    return its === undefined ? text('supervision:review.sourceGone') : titleFor(its)
  }
  return (paragraph) => sayParagraph(paragraph, { staff, source })
}

function sayGroupPart({ head, words }: Paragraph, named: Named): string {
  const lines = words.split('\n')
  switch (head) {
    case 'nature': {
      const [nature = '', openness = ''] = words.split(' ')
      return text('groupwork:planning.kindOfGroup', {
        nature: text(`groupwork:planning.natures.${nature}`),
        openness: text(`groupwork:planning.opennesses.${openness}`),
      })
    }
    case 'sources':
      return lines.map(named.source).join('\n')
    case 'team':
      return lines
        .map((line) => {
          const [role = '', id = ''] = line.split(' ')
          return `${text(`groupwork:teamRole.${role}`)} ${named.staff(id)}`
        })
        .join('\n')
    case 'timePlace':
      return lines
        .map((line) => {
          const count = /^× (\d+)$/.exec(line)?.[1]
          return count === undefined
            ? line.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay)
            : text('supervision:review.meetings', { count: Number(count) })
        })
        .join('\n')
    default:
      return words.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay)
  }
}

function sayParagraph(paragraph: Paragraph, named: Named): Paragraph {
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
    case 'nature':
    case 'sources':
    case 'timePlace':
    case 'team':
    case 'waves':
      return { ...paragraph, words: sayGroupPart(paragraph, named) }
    case 'actions':
    case 'goal':
      return { ...paragraph, words: words.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, formatDay) }
    default:
      return paragraph
  }
}
