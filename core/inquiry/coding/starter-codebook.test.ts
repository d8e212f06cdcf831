import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { expect, it } from 'vitest'
import { orderCodes } from './order-codes.ts'
import { readStarterCodebook } from './starter-codebook.ts'

const content: unknown = parse(
  readFileSync(new URL('../../../content/codebook/starter.yaml', import.meta.url), 'utf8'),
)

it('the starter codebook is the same tree in both languages, with names that are there once', () => {
  const shape = (language: 'zh-CN' | 'en') => {
    const codes = readStarterCodebook(content, language)
    const names = codes.map(({ fields }) => fields.name)
    expect(new Set(names).size).toBe(names.length)
    const tree = orderCodes(codes.map(({ id, fields }) => ({ id, ...fields })))
    expect(tree.map(({ code }) => code.name)).toEqual(names)
    return tree.map(({ code, depth }) => [code.id, depth, code.codable])
  }
  expect(shape('zh-CN')).toEqual(shape('en'))
  expect(shape('en').filter(([, depth]) => depth === 0)).toHaveLength(5)
})
