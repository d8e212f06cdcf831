import type { Block, BoxContent, BoxFile, BoxPart, FileBox } from './file-box.ts'
import type { FileBoxInput } from './file-box-input.ts'
import { hideMarks, type Hide } from './hide-marks.ts'
import { writeAttendance } from './write-attendance.ts'
import { evaluateBox } from './write-change.ts'
import { writeConsents } from './write-consents.ts'
import { writeCorrections } from './write-corrections.ts'
import { writeIndex } from './write-index.ts'
import { writeKeptReport } from './write-kept-report.ts'
import { writeMeasures } from './write-measures.ts'
import { writeMembers } from './write-members.ts'
import { writePlan } from './write-plan.ts'
import { writeRecords } from './write-records.ts'
import { columnsOf, prepareWriting, type Writing } from './writing.ts'

/**
 * The file box of one group as evaluators ask for it (PAP-9 … PAP-12): numbered papers, tables and data with an index.
 * Pure: the same records give the same box. Bytes and digests come later.
 */
export function buildFileBox(input: FileBoxInput): FileBox {
  const writing = prepareWriting(input)
  const parts = [
    writePlan(writing),
    writeMembers(writing),
    writeConsents(writing),
    writeAttendance(writing),
    writeRecords(writing),
    writeMeasures(writing, evaluateBox(input)),
    writeKeptReport(writing),
    writeCorrections(writing),
  ]
  // Days are hidden where a person typed them; a meeting's own day may be somebody's birthday.
  const words = writing.marks.filter(({ kind }) => kind === 'word' || kind === 'number')
  const hide = hideMarks(words, writing.say('mark.number'))
  const hidden = parts.map((part) => hidePart(part, hide))
  return {
    name: nameBox(writing),
    language: input.wording.language,
    parts: hidden,
    index: writeIndex(writing, hidden),
    marks: writing.marks,
    words: wordsOf(writing),
  }
}

function nameBox({ input, say }: Writing): string {
  const name = say('boxName', { code: input.group.code, day: input.madeOn })
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, '-')
}

/** Where Word puts the page's number and the number of pages. */
const pageMark = '#'

function wordsOf(writing: Writing): FileBox['words'] {
  const { input, say, translate } = writing
  return {
    // Whoever finds a loose sheet can tell whose it is and who took it out (P21).
    header: `${input.agency.name}\t${say('madeBy', { code: input.group.code, day: input.madeOn, by: input.madeBy })}`,
    page: say('page', { page: pageMark, pages: pageMark }).split(pageMark),
    sampleNotice: input.agency.sample ? translate('paperwork:summary.sampleNotice') : null,
    hashes: {
      title: say('index.digests'),
      columns: columnsOf(writing, [
        ['file', 40],
        ['bytes', 12],
        ['digest', 48],
      ]),
    },
    hashFile: '00-sha256.txt',
    number: say('mark.number'),
  }
}

/** The last look over everything: a field that nobody thought of does not carry a name out. */
function hidePart(part: BoxPart, hide: Hide): BoxPart {
  return {
    ...part,
    leftOut: part.leftOut.map(hide),
    files: part.files.map(
      (file): BoxFile => ({ ...file, content: hideContent(file.content, hide) }),
    ),
  }
}

function hideContent(content: BoxContent, hide: Hide): BoxContent {
  const hideRows = (rows: readonly (readonly (string | number | null)[])[]) =>
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? hide(cell) : cell)))
  switch (content.type) {
    case 'word': {
      const { title, blocks } = content.paper
      const paper = {
        ...content.paper,
        title: hide(title),
        blocks: blocks.map((block) => hideBlock(block, hide)),
      }
      return { type: 'word', paper }
    }
    case 'workbook':
      return {
        type: 'workbook',
        sheets: content.sheets.map(({ name, rows }) => ({ name, rows: hideRows(rows) })),
      }
    case 'csv':
      return { type: 'csv', rows: hideRows(content.rows) }
    case 'keptReport':
      return content
  }
}

function hideBlock(block: Block, hide: Hide): Block {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return { ...block, text: hide(block.text) }
    case 'list':
      return { ...block, items: block.items.map(hide) }
    case 'facts':
      return { ...block, rows: block.rows.map(([label, value]) => [label, hide(value)] as const) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(hide)) }
  }
}
