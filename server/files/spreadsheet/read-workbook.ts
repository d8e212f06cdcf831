// The part of an .xlsx that says where its sheets are.

import type { GuardedArchive } from '../archive/guard-archive.ts'
import { readXml } from '../archive/read-xml.ts'
import { stopWith } from '../refusals.ts'
import type { SpreadsheetLimits } from './book.ts'

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
