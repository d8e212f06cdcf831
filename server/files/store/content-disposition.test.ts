import { expect, test } from 'vitest'
import { cleanFileName, contentDisposition } from './content-disposition.ts'

test('[R28] a Chinese name is sent exactly, with a plain name beside it', () => {
  expect(contentDisposition('同意书 小明(1).pdf')).toBe(
    `attachment; filename="___ __(1).pdf"; filename*=UTF-8''%E5%90%8C%E6%84%8F%E4%B9%A6%20%E5%B0%8F%E6%98%8E%281%29.pdf`,
  )
  expect(contentDisposition('a.png', 'inline')).toBe(
    `inline; filename="a.png"; filename*=UTF-8''a.png`,
  )
})

test.each([
  'a";\r\nX: 1',
  'a\\";x=".exe',
  "\"; filename*=UTF-8''evil.exe",
  'a%22%0d%0a.pdf',
  '\u202egnp.exe',
  '\ud800.pdf',
  '../../etc/passwd',
  'C:\\temp\\名单.xlsx',
  '',
  '...',
])('[A113] %j can neither end its quotes nor start a line', (name) => {
  const header = contentDisposition(name)
  expect(header).toMatch(/^attachment; filename="[^"\\%;]+"; filename\*=UTF-8''[A-Za-z0-9._~%-]+$/)
  expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header)
  expect(decodeURIComponent(header.slice(header.lastIndexOf("''") + 2))).toBe(cleanFileName(name))
})

test('folders are dropped, long names keep their extension, hidden names lose their dot', () => {
  expect(cleanFileName('C:\\temp\\名单.xlsx')).toBe('名单.xlsx')
  expect(cleanFileName('../../etc/passwd')).toBe('passwd')
  expect(cleanFileName('.htaccess')).toBe('htaccess')
  const long = cleanFileName(`${'𠀀'.repeat(300)}.docx`)
  expect([...long]).toHaveLength(150)
  expect(long.endsWith('𠀀.docx')).toBe(true)
})
