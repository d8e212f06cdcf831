import type { GuardedArchive } from '../files/archive/guard-archive.ts'
import { readXml } from '../files/archive/read-xml.ts'
import { placeOf, type TemplatePlace } from './place-in-template.ts'

const filledParts = /^word\/(document|header\d*|footer\d*)\.xml$/
const mostNamed = 20

/**
 * Paragraphs in which a curly bracket has no partner. The template library prints a field with half a bracket as it
 * stands, and nobody would notice before the report is read.
 */
export async function findHalfBrackets(archive: GuardedArchive): Promise<readonly TemplatePlace[]> {
  const found: TemplatePlace[] = []
  for (const name of archive.names.filter((one) => filledParts.test(one)))
    found.push(...(await findInPart(archive, name)))
  return found.slice(0, mostNamed)
}

async function findInPart(
  archive: GuardedArchive,
  name: string,
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
      if (element === 'p' && hasHalf(paragraph))
        found.push(placeOf(part, depth === 0 ? 0 : table, row, paragraph))
    },
  })
  return found
}

function hasHalf(paragraph: string): boolean {
  return /[{}]/.test(paragraph.replace(/\{[^{}]*\}/g, ''))
}
