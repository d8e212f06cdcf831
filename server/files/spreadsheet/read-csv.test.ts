import { expect, test } from 'vitest'
import { spreadsheetLimits } from './book.ts'
import { unpackCell } from './packed-cell.ts'
import { readCsv } from './read-csv.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function read(bytes: Uint8Array) {
  const book = readCsv(bytes, 's', spreadsheetLimits)
  const rows = book.sheets[0]?.rows.map((row) =>
    row.map((packed) => {
      const cell = unpackCell(packed)
      return cell.kind === 'text' ? cell.text : cell.kind
    }),
  )
  return { ...book, rows }
}

// 姓名,备注 / 䶮㛃𣲗,好 as Chinese Excel saves it.
const GB18030 = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0d, 0x0a, 0xfe, 0x9f, 0x82, 0x30, 0xb7,
  0x31, 0x96, 0x34, 0xa9, 0x37, 0x2c, 0xba, 0xc3,
])

test('rare names in GB18030 are read exactly', () => {
  const { encoding, rows } = read(GB18030)
  expect(encoding).toBe('gb18030')
  expect(rows).toEqual([
    ['姓名', '备注'],
    ['䶮㛃𣲗', '好'],
  ])
})

test('Han that GB18030 once kept in its private area are read as themselves', () => {
  expect(read(Uint8Array.from([0xfe, 0x51, 0xb0, 0xa1])).rows).toEqual([['\u{20087}啊']])
})

test('UTF-8 with and without mark and UTF-16 with mark read the same', () => {
  const text = '姓名,年龄\r\n䶮㛃𣲗,9'
  const wide = (littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * text.length + 2))
    const units = `\ufeff${text}`
    for (let at = 0; at < units.length; at += 1) {
      view.setUint16(2 * at, units.charCodeAt(at), littleEndian)
    }
    return new Uint8Array(view.buffer)
  }
  const files = [utf8(text), utf8(`\ufeff${text}`), wide(true), wide(false)].map(read)
  expect(files.map(({ encoding }) => encoding)).toEqual(['utf-8', 'utf-8', 'utf-16le', 'utf-16be'])
  for (const { rows } of files) {
    expect(rows).toEqual([
      ['姓名', '年龄'],
      ['䶮㛃𣲗', '9'],
    ])
  }
})

test('a home-made character refuses its own cell; a file full of them is no GB18030', () => {
  const homeMade = [0xaa, 0xa1]
  const han = Array.from({ length: 30 }, () => [0xb0, 0xa1]).flat()
  const { rows, tally } = read(Uint8Array.from([...homeMade, 0x2c, ...han]))
  expect(rows).toEqual([['error', '啊'.repeat(30)]])
  expect(tally.problems).toEqual([{ sheet: 's', row: 1, column: 1, id: 'TextHasBrokenCharacter' }])
  const foreign = Uint8Array.from([...homeMade, ...homeMade, 0x2c, ...han.slice(0, 8)])
  expect(() => read(foreign)).toThrow('CsvEncodingUnknown')
})

test('bytes that fit no encoding are refused', () => {
  const latin = Uint8Array.from([0x61, 0x2c, 0xe9, 0x0a, 0xfc, 0x2c, 0x62, 0x0a])
  expect(() => read(latin)).toThrow('CsvEncodingUnknown')
})

test.each([
  ['a;b,c;d\n1;2;3\n', ';'],
  ['a,b\n"x;y;z",2\n', ','],
  ['a\tb\n1,5\t2,5\n', '\t'],
  ['名单\nA,B,C\n1,2,3\n', ','],
  ['one column\nonly\n', ','],
  ['sep=;\na;b,c,d\n', ';'],
])('the delimiter of %j is %j', (text, delimiter) => {
  expect(read(utf8(text)).delimiter).toBe(delimiter)
})

test('quotes, doubled quotes, delimiters and line ends inside quotes belong to the cell (RFC 4180)', () => {
  const { rows } = read(utf8('a,b\r\n"他说""好""","第一行\r\n第二行, 完"\r\n,last'))
  expect(rows).toEqual([
    ['a', 'b'],
    ['他说"好"', '第一行\r\n第二行, 完'],
    ['empty', 'last'],
  ])
})

test('empty lines keep their row number and empty ends are cut', () => {
  expect(read(utf8('a,b,,\n\n,,\nc,,,\n,,\n')).rows).toEqual([['a', 'b'], [], [], ['c']])
})

test('a quote in the wrong place names its row', () => {
  const stop = (text: string) => {
    try {
      read(utf8(text))
    } catch (error) {
      return error
    }
    return undefined
  }
  expect(stop('a,b\n1,"open\n2,3\n')).toMatchObject({
    refusal: { id: 'CsvQuoteWrong', details: { row: 2 } },
  })
  expect(stop('a,b\n1,2\nx"y,3\n')).toMatchObject({
    refusal: { id: 'CsvQuoteWrong', details: { row: 3 } },
  })
})

test('a row pushed sideways by an unquoted comma is pointed out', () => {
  const { tally } = read(utf8('姓名,住址\n甲,南京\n乙,南京,鼓楼\n丙,合肥\n'))
  expect(tally.notices).toEqual([{ sheet: 's', row: 3, column: 3, id: 'RowLongerThanOthers' }])
})
