import type { GuardedArchive } from '../files/archive/guard-archive.ts'
import { readXml } from '../files/archive/read-xml.ts'

const filledParts = /^word\/(document|header\d*|footer\d*)\.xml$/
const mostNamed = 20

/**
 * Paragraphs in which a curly bracket has no partner. The template library prints a field with half a bracket as it
 * stands, and nobody would notice before the report is read.
 */
export async function findHalfBrackets(archive: GuardedArchive): Promise<readonly string[]> {
  const found: string[] = []
  for (const name of archive.names.filter((one) => filledParts.test(one))) {
    let paragraph = ''
    let within = false
    await readXml(archive.read(name), name, {
      open: (element) => {
        if (element === 'p') paragraph = ''
        within = element === 't'
      },
      text: (text) => {
        if (within) paragraph += text
      },
      close: (element) => {
        if (element === 't') within = false
        if (element === 'p' && hasHalf(paragraph)) found.push(paragraph.trim().slice(0, 60))
      },
    })
  }
  return found.slice(0, mostNamed)
}

function hasHalf(paragraph: string): boolean {
  return /[{}]/.test(paragraph.replace(/\{[^{}]*\}/g, ''))
}
