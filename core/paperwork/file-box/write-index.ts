import type { Block, BoxPart, FileBox } from './file-box.ts'
import {
  columnsOf,
  factsBlock,
  listBlock,
  paragraphs,
  tableBlock,
  under,
  type Writing,
} from './writing.ts'

/** Part 00: what is in the box, what is not and why, and how far hiding goes. The digests are added when the files exist. */
export function writeIndex(writing: Writing, parts: readonly BoxPart[]): FileBox['index'] {
  const { input, say, hide } = writing
  const title = say('part.index.title')
  return {
    path: `00-${say('part.index.file')}.docx`,
    content: {
      type: 'word',
      paper: {
        title,
        wide: false,
        blocks: [
          factsBlock([
            [say('fact.agency'), input.agency.name],
            [say('fact.group'), hide(input.group.title)],
            [say('fact.code'), input.group.code],
            [
              say('fact.madeAt'),
              say('index.madeAt', { at: timeOf(input.madeAt), by: input.madeBy }),
            ],
            [say('fact.version'), `Kiteline ${input.version}`],
            [say('fact.audience'), say(`audience.${input.audience}`)],
          ]),
          ...under(say('index.parts'), writeParts(writing, parts)),
          ...under(say('index.leftOut'), writeLeftOut(writing, parts)),
          ...under(say('index.hidden'), writeHiding(writing)),
        ],
      },
    },
  }
}

function timeOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}

function writeParts(writing: Writing, parts: readonly BoxPart[]): readonly Block[] {
  const columns = columnsOf(writing, [
    ['number', 8],
    ['title', 26],
    ['formName', 20],
    ['holds', 22],
    ['files', 24],
  ])
  const rows = parts.map(({ no, title, form, count, files }) => [
    no,
    title,
    form,
    count,
    files.length === 0 ? '–' : shortList(files.map(({ path }) => path)),
  ])
  return tableBlock(columns, rows)
}

/** A folder is named once; its files stand in the table of digests. */
function shortList(paths: readonly string[]): string {
  const names = paths.map((path) => (path.includes('/') ? `${path.split('/')[0] ?? ''}/` : path))
  return [...new Set(names)].join('\n')
}

function writeLeftOut(writing: Writing, parts: readonly BoxPart[]): readonly Block[] {
  const columns = columnsOf(writing, [
    ['number', 10],
    ['missingHere', 90],
  ])
  const rows = parts.flatMap(({ no, leftOut }) => leftOut.map((line) => [no, line]))
  return tableBlock(columns, rows)
}

/** What the computer did to the texts, and what it cannot do: somebody reads the box before it is handed over. */
function writeHiding({ say, isOutside, input }: Writing): readonly Block[] {
  return [
    ...paragraphs(say(isOutside ? 'index.hiddenOutside' : 'index.hiddenInside')),
    ...listBlock(['never', 'nicknames', 'others', 'staff'].map((key) => say(`index.${key}`))),
    ...(isOutside ? paragraphs(say('suppressed')) : []),
    ...(input.contested.size > 0
      ? paragraphs(say('index.contested', { count: input.contested.size }))
      : []),
  ]
}
