// Which words of a family's page a worker has read aloud (CON-16).
import { listSpoken, markWords, spokenWords } from '../../core/inquiry/spoken/spoken-words.ts'
import type { Spoken } from '../../family/listen.ts'
import type { Visit } from './family-send.ts'
import { lookAt } from './record-store.ts'

/** The recordings of words that stand on the page. */
export type SpokenOn = (words: string) => readonly Spoken[]

/** One look for all the words of a page. */
export async function openSpoken(
  { house, link, context }: Visit,
  words: readonly string[],
): Promise<SpokenOn> {
  const marks = [...new Set(words.filter(Boolean).map(markWords))]
  const all =
    marks.length === 0
      ? []
      : await lookAt(house, link.agencyId, (look) => look.every(spokenWords, 'words', marks))
  return (its) =>
    listSpoken(all, its).map(({ id, dialect }) => ({
      href: `/f/${context.req.param('token') ?? ''}/s/${id}`,
      dialect,
    }))
}
