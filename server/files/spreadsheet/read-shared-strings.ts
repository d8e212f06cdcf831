import type { GuardedArchive } from '../archive/guard-archive.ts'
import { readXml } from '../archive/read-xml.ts'
import { stopWith } from '../refusals.ts'
import type { SpreadsheetLimits } from './book.ts'
import { RichTextCollector } from './rich-text-collector.ts'

/** The texts that cells name by number; runs of rich text are joined, reading aids (phonetic runs) left out. */
export async function readSharedStrings(
  archive: GuardedArchive,
  part: string | undefined,
  limits: SpreadsheetLimits,
): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined || !archive.has(part)) return strings
  const collector = new RichTextCollector()
  let characters = 0
  await readXml(archive.read(part), part, {
    open(name) {
      if (name === 'si') collector.begin()
      else collector.open(name)
    },
    text: (text) => collector.add(text),
    close(name) {
      collector.close(name)
      if (name !== 'si') return
      const text = collector.end()
      characters += text.length
      if (characters > limits.allCharacters) {
        stopWith('SpreadsheetTooMuchText', { limit: limits.allCharacters })
      }
      if (strings.length >= limits.cells)
        stopWith('SpreadsheetTooManyCells', { limit: limits.cells })
      strings.push(text)
    },
  })
  return strings
}
