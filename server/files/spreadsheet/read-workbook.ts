// The parts of an .xlsx that say where its sheets are, what its dates look like and which texts it shares.

import type { GuardedArchive } from '../archive/guard-archive.ts'
import { readXml } from '../archive/read-xml.ts'
import { stopWith } from '../refusals.ts'
import type { SpreadsheetLimits } from './book.ts'
import { meaningOfBuiltIn, meaningOfCode, type NumberMeaning } from './number-format.ts'

export type SheetPlace = { readonly name: string; readonly hidden: boolean; readonly part: string }

export type Workbook = {
  readonly sheets: readonly SheetPlace[]
  readonly from1904: boolean
  readonly stringsPart: string | undefined
  readonly stylesPart: string | undefined
}

type Relation = { readonly id: string; readonly type: string; readonly part: string }

/** Follows the package's relations from its root to the sheets; chart sheets hold no cells and are left out. */
export async function readWorkbook(
  archive: GuardedArchive,
  limits: SpreadsheetLimits,
): Promise<Workbook> {
  const part = await findWorkbookPart(archive)
  const relations = await readRelations(archive, part)
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part
  const sheets: SheetPlace[] = []
  let from1904 = false
  await readXml(archive.read(part), part, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      if (sheets.length >= limits.sheets)
        stopWith('SpreadsheetTooManySheets', { limit: limits.sheets })
      const relation = relations.find(({ id }) => id === relationIdOf(attributes))
      if (relation === undefined) stopWith('FileDamaged', { part })
      if (relation.type !== 'worksheet') return
      sheets.push({
        name: (attributes.name ?? '').toWellFormed().normalize('NFC').slice(0, 255),
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        part: relation.part,
      })
    },
    text() {},
    close() {},
  })
  return { sheets, from1904, stringsPart: partOf('sharedStrings'), stylesPart: partOf('styles') }
}

async function findWorkbookPart(archive: GuardedArchive): Promise<string> {
  const relations = archive.has('_rels/.rels') ? await readRelations(archive, '') : []
  const office = relations.find(({ type }) => type === 'officeDocument')
  return office?.part ?? 'xl/workbook.xml'
}

async function readRelations(archive: GuardedArchive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const relationsPart = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const relations: Relation[] = []
  await readXml(archive.read(relationsPart), relationsPart, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External') return
      relations.push({
        id: Id ?? '',
        type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
        part: resolvePart(folder, Target ?? ''),
      })
    },
    text() {},
    close() {},
  })
  return relations
}

function resolvePart(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function relationIdOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const name = Object.keys(attributes).find((key) => key.endsWith(':id'))
  return name === undefined ? undefined : attributes[name]
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

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

/** Joins the <t> of one text item. */
export class RichTextCollector {
  #text = ''
  #inText = false
  #phonetic = 0

  begin(): void {
    this.#text = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1
    if (name === 't') this.#inText = true
  }

  add(text: string): void {
    if (this.#inText && this.#phonetic === 0) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1
    if (name === 't') this.#inText = false
  }

  end(): string {
    return decodeEscapes(this.#text)
  }
}

/** Characters XML cannot hold are written _xHHHH_ in these files. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
