import {
  Document,
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  type IPropertiesOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { describe, expect, it } from 'vitest'
import { forms } from '../../core/paperwork/form-template.ts'
import { checkTemplate } from './check-template.ts'
import { readDefaultTemplate } from './render-document.ts'
import { tryTemplate } from './try-template.ts'

type Block = string | Table

function tableOf(...rows: readonly (readonly string[])[]): Table {
  const cellOf = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  return new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cellOf) })) })
}

function wordOf(
  blocks: readonly (Block | Paragraph)[],
  more: Omit<IPropertiesOptions, 'sections'> = {},
): Promise<Uint8Array> {
  const children = blocks.map((one) => (typeof one === 'string' ? new Paragraph(one) : one))
  return Packer.toBuffer(new Document({ ...more, sections: [{ children }] }))
}

async function problemsOf(bytes: Uint8Array) {
  const check = await checkTemplate(bytes, 'signInSheet')
  if (!check.ok) throw new Error(check.refusal.id)
  return check.value.problems
}

describe('a list in a template [PAP-7]', () => {
  it.each<[what: string, blocks: readonly Block[]]>([
    ['a cell and after the table', [tableOf(['{#members}', '{memberName}']), '{/members}']],
    ['two tables', [tableOf(['{#members}{memberName}']), tableOf(['{/members}'])]],
    ['the text and a cell', ['{#members}', tableOf(['{memberName}{/members}'])]],
  ])('that begins and ends in %s is named', async (_what, blocks) => {
    const [problem, ...others] = await problemsOf(await wordOf(blocks))
    expect(problem).toMatchObject({ id: 'TemplateLoopApart', details: { open: 'members' } })
    expect(others).toEqual([])
  })

  it.each<[what: string, blocks: readonly Block[]]>([
    ['in rows of one table', [tableOf(['{#members}{memberName}', 'a'], ['b', '{/members}'])]],
    ['in one cell', [tableOf(['{#members}{memberName}{/members}'])]],
    ['round a table', ['{#members}', tableOf(['{memberName}']), '{/members}']],
    ['under the other language’s name', ['{#组员列表}{memberName}{/members}']],
    ['without a name at its end', ['{#members}{memberName}{/}']],
  ])('%s is taken, and can be filled', async (_what, blocks) => {
    const bytes = await wordOf(blocks)
    expect(await problemsOf(bytes)).toEqual([])
    expect(await tryTemplate(bytes, 'signInSheet')).toBeNull()
  })

  it('that is ended by another’s name is named with both', async () => {
    expect(await problemsOf(await wordOf(['{#members}{memberName}{/groups}']))).toMatchObject([
      { id: 'TemplateLoopOther', details: { name: 'groups', open: 'members', place: 'text' } },
    ])
    const crossed = '{#members}{#isSample}{memberName}{/members}{/isSample}'
    expect(
      (await problemsOf(await wordOf([crossed]))).map(({ details }) => details['open']),
    ).toEqual(['isSample', 'members'])
  })
})

it('fields in footnotes and endnotes, which nobody fills, are named [PAP-7]', async () => {
  const text = new Paragraph({
    children: [new TextRun('x'), new FootnoteReferenceRun(1), new EndnoteReferenceRun(1)],
  })
  const noteOf = (words: string) => ({ 1: { children: [new Paragraph(words)] } })
  const bytes = await wordOf([text, '{groupTitle}'], {
    footnotes: noteOf('见 {groupTitle}'),
    endnotes: noteOf('半个 {括号'),
  })
  const problems = await problemsOf(bytes)
  expect(problems.map(({ id, details }) => [id, details['place'], details['near']])).toEqual([
    ['TemplateFieldInNote', 'footnote', '见 {groupTitle}'],
    ['TemplateFieldInNote', 'endnote', '半个 {括号'],
  ])
})

describe('a trial filling', () => {
  it.each(
    forms,
  )('%s as it comes with Kiteline can be filled, full and empty [PAP-7]', async (form) => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(await tryTemplate(await readDefaultTemplate(form, language), form)).toBeNull()
  })

  it('finds what the check did not: the file is not kept with it [PAP-7]', async () => {
    const apart = await wordOf([tableOf(['{#members}']), '{/members}'])
    expect(await tryTemplate(apart, 'signInSheet')).toMatchObject({ id: 'TemplateNotFilled' })
  })
})
