import { createHash } from 'node:crypto'
import { strToU8, zipSync } from 'fflate'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import type { BoxFile, FileBox, Paper } from '../../../core/paperwork/file-box/file-box.ts'
import { hideMarks } from '../../../core/paperwork/file-box/hide-marks.ts'
import { writeXlsx } from '../../files/spreadsheet/write/write-xlsx.ts'
import { hideInWord } from './hide-in-word.ts'
import { writeWord } from './write-word.ts'

export interface PackTask {
  readonly box: FileBox
  /** The bytes of earlier reports by the id of their kept file. */
  readonly reports: ReadonlyMap<string, Uint8Array>
  /** When the files of the archive say they were made. */
  readonly madeAt: string
}

interface MadeFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** PAP-11: the archive with the index first, every file's digest in it and in a list that `sha256sum -c` reads. */
export async function packFileBox({ box, reports, madeAt }: PackTask): Promise<Uint8Array> {
  const made: MadeFile[] = []
  for (const file of box.parts.flatMap(({ files }) => files)) {
    const bytes = await writeFile(file, box, reports)
    if (bytes !== null) made.push(finish(file.path, bytes))
  }
  const index = finish(
    box.index.path,
    await writeWord(addDigests(box.index.content.paper, box, made), box),
  )
  const list = [index, ...made].map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')
  const all = [index, finish(box.words.hashFile, strToU8(list)), ...made]
  return zipSync(Object.fromEntries(all.map(({ path, bytes }) => [`${box.name}/${path}`, bytes])), {
    mtime: madeAt,
  })
}

function finish(path: string, bytes: Uint8Array): MadeFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

async function writeFile(
  { content }: BoxFile,
  box: FileBox,
  reports: PackTask['reports'],
): Promise<Uint8Array | null> {
  switch (content.type) {
    case 'word':
      return writeWord(content.paper, box)
    case 'workbook': {
      const sheets = content.sheets.map((sheet) => ({ ...sheet, headerRows: 1 }))
      return (await writeXlsx(sheets)).bytes
    }
    case 'csv':
      return strToU8(writeGuardedCsv(content.rows))
    case 'keptReport': {
      const report = reports.get(content.fileId)
      return report === undefined
        ? null
        : hideInWord(report, hideMarks(box.marks, box.words.number))
    }
  }
}

function addDigests(paper: Paper, { words }: FileBox, made: readonly MadeFile[]): Paper {
  const rows = made.map(({ path, bytes, sha256 }) => [path, String(bytes.byteLength), sha256])
  return {
    ...paper,
    blocks: [
      ...paper.blocks,
      { kind: 'heading', level: 1, text: words.hashes.title },
      { kind: 'table', columns: words.hashes.columns, rows },
    ],
  }
}
