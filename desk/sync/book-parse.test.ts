import { describe, expect, it } from 'vitest'
import { bookShape } from './book-parse.ts'

const book = (cell: unknown) => ({
  format: 'csv',
  encoding: 'gb18030',
  delimiter: ',',
  sheets: [{ name: 'S', hidden: false, rows: [[cell]], merges: [] }],
  problems: [],
  problemCount: 0,
  notices: [],
  noticeCount: 0,
})

describe('an uploaded spreadsheet, as the server read it', () => {
  it.each([
    { kind: 'empty' },
    { kind: 'text', text: '有点像' },
    { kind: 'number', value: 7, shown: '007' },
    { kind: 'date', date: '2026-11-01', time: '08:00:00' },
    { kind: 'boolean', value: true },
    { kind: 'error', code: '#N/A' },
    { kind: 'formula', cached: { kind: 'number', value: 3 } },
  ])('takes a cell of kind $kind', (cell) => {
    expect(bookShape.safeParse(book(cell)).success).toBe(true)
  })

  it.each([
    null,
    'text',
    { kind: 'text' },
    { kind: 'number', value: '7' },
    { kind: 'picture' },
    { kind: 'formula', cached: { kind: 'formula', cached: { kind: 'empty' } } },
  ])('refuses what is no cell: %j', (cell) => {
    expect(bookShape.safeParse(book(cell)).success).toBe(false)
  })
})
