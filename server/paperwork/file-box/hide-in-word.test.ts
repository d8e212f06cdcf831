import { Document, Footer, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { hideMarks } from '../../../core/paperwork/file-box/hide-marks.ts'
import { hideInWord } from './hide-in-word.ts'

const hide = hideMarks(
  [
    { hidden: '王小梅', shown: '〔Z-01 · 儿童1〕', kind: 'word' },
    { hidden: 'A & B <school>', shown: '〔学校〕', kind: 'word' },
  ],
  '〔号码〕',
)

/** As Word writes it: one sentence in several runs, some of them bold. */
async function write(runs: readonly string[]): Promise<Uint8Array> {
  const sentence = () =>
    new Paragraph({ children: runs.map((text, at) => new TextRun({ text, bold: at % 2 === 1 })) })
  const cell = new TableCell({ children: [sentence()] })
  return new Uint8Array(
    await Packer.toBuffer(
      new Document({
        title: runs.join(''),
        sections: [
          {
            footers: { default: new Footer({ children: [sentence()] }) },
            children: [sentence(), new Table({ rows: [new TableRow({ children: [cell] })] })],
          },
        ],
      }),
    ),
  )
}

function readXml(bytes: Uint8Array): readonly string[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^(word\/(document|footer\d*)|docProps\/core)\.xml$/.test(name))
    .map(([, part]) => strFromU8(part))
}

test('a name that Word cut into runs is hidden in text, table, foot and title', async () => {
  const hidden = hideInWord(await write(['王', '小', '梅打了 138', '00001111。']), hide)
  const parts = readXml(hidden)
  expect(parts).toHaveLength(3)
  for (const xml of parts) {
    const words = xml.replaceAll(/<[^>]+>/g, '')
    expect(words).toContain('〔Z-01 · 儿童1〕打了 〔号码〕。')
    expect(words).not.toContain('小梅')
  }
})

test('signs that XML writes as entities are read and written again', async () => {
  const [xml = ''] = readXml(hideInWord(await write(['at A & B <school>, 3 < 4 & 5']), hide))
  const words = xml.replaceAll(/<[^>]+>/g, '')
  expect(words).toContain('at 〔学校〕, 3 &lt; 4 &amp; 5')
})

test('a paragraph that says nothing too much stays as it was, bold runs and all', async () => {
  const bytes = await write(['plain ', 'bold', ' plain'])
  expect(readXml(hideInWord(bytes, hide))).toEqual(readXml(bytes))
})
