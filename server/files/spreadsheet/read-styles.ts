import type { GuardedArchive } from '../archive/guard-archive.ts'
import { readXml } from '../archive/read-xml.ts'
import { stopWith } from '../refusals.ts'
import type { SpreadsheetLimits } from './book.ts'
import { meaningOfBuiltIn, meaningOfCode, type NumberMeaning } from './number-format.ts'

/** Meaning of a number for each cell style, in the order cells name them. */
export async function readStyles(
  archive: GuardedArchive,
  part: string | undefined,
  limits: SpreadsheetLimits,
): Promise<NumberMeaning[]> {
  const styles: NumberMeaning[] = []
  if (part === undefined || !archive.has(part)) return styles
  const codes = new Map<number, NumberMeaning>()
  let inCellStyles = false
  await readXml(archive.read(part), part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellStyles = true
      if (name === 'numFmt')
        codes.set(Number(attributes.numFmtId), meaningOfCode(attributes.formatCode ?? ''))
      if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0)
        styles.push(codes.get(id) ?? meaningOfBuiltIn(id))
      }
      if (Math.max(styles.length, codes.size) > limits.styles) {
        stopWith('SpreadsheetTooManyStyles', { limit: limits.styles })
      }
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return styles
}
