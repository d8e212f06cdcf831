import type { GuardedArchive } from '../files/archive/guard-archive.ts'
import { readXml } from '../files/archive/read-xml.ts'
import { placeOf, type TemplatePlace } from './place-in-template.ts'

const mostNamed = 20

/** Where in these parts of the package the paragraphs stand whose words are looked for; the first of them. */
export async function findParagraphs(
  archive: GuardedArchive,
  parts: RegExp,
  isWanted: (paragraph: string) => boolean,
): Promise<readonly TemplatePlace[]> {
  const found: TemplatePlace[] = []
  for (const name of archive.names.filter((one) => parts.test(one)))
    found.push(...(await findInPart(archive, name, isWanted)))
  return found.slice(0, mostNamed)
}

async function findInPart(
  archive: GuardedArchive,
  name: string,
  isWanted: (paragraph: string) => boolean,
): Promise<readonly TemplatePlace[]> {
  const found: TemplatePlace[] = []
  const part = name.replace(/^word\/|\d*\.xml$/g, '')
  let paragraph = ''
  let within = false
  let depth = 0
  let table = 0
  let row = 0
  await readXml(archive.read(name), name, {
    open: (element) => {
      if (element === 'p') paragraph = ''
      if (element === 'tr' && depth === 1) row += 1
      if (element === 'tbl') {
        depth += 1
        if (depth === 1) [table, row] = [table + 1, 0]
      }
      within = element === 't'
    },
    text: (text) => {
      if (within) paragraph += text
    },
    close: (element) => {
      if (element === 't') within = false
      if (element === 'tbl') depth -= 1
      if (element === 'p' && isWanted(paragraph))
        found.push(placeOf(part, depth === 0 ? 0 : table, row, paragraph))
    },
  })
  return found
}
