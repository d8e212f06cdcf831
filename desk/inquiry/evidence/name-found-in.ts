import type { ListedSource } from '../../../core/inquiry/evidence/list-sources.ts'
import { text } from '../../kit/index.ts'

/** Where the facts were read, in the reader's language: sources that come along say it in marks, own ones in somebody's words. */
export function nameFoundIn({ own, foundIn }: ListedSource): string {
  if (own) return foundIn
  return foundIn
    .split('; ')
    .map((part) => {
      const at = part.indexOf(': ')
      const [mark, detail] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 2)]
      return text(`evidence:readIn.${mark}`, { detail })
    })
    .join(text('evidence:nameGap'))
}
