import { Buffer } from 'node:buffer'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { buildZip } from '../files/archive/build-zip.ts'
import { readDefaultTemplate } from '../paperwork/render-document.ts'

const storedShape = z.object({ id: z.uuid() })
const takenShape = z.object({
  templateId: z.uuid().nullable(),
  problems: z.array(
    z.object({ id: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
})
const refusedShape = z.object({ id: z.string() })

let house: TestHouse
let cookie = ''
beforeAll(async () => {
  house = await openTestHouse()
  const answer = await send('/api/setup/sample', {
    body: JSON.stringify({ token: house.open.setupCode, language: 'zh-CN' }),
    headers: { 'content-type': 'application/json' },
  })
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}, 120_000)
afterAll(() => house.close())

function send(
  path: string,
  { body, headers }: { body: string | Uint8Array<ArrayBuffer>; headers: Record<string, string> },
): Promise<Response> {
  const init = { method: 'POST', headers: { 'x-kiteline': '1', cookie, ...headers }, body }
  const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return Promise.resolve(house.app.request(path, init, address))
}

function store(name: string, bytes: Uint8Array): Promise<Response> {
  return send('/api/files/template/agency', {
    body: new Uint8Array(bytes),
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
  })
}

/** Both steps of the screen: the file is stored, then taken as the form's template. */
async function upload(form: string, bytes: Uint8Array) {
  const stored = await store('本机构.docx', bytes)
  const { id } = storedShape.parse(await stored.json())
  const answer = await send('/api/templates', {
    body: JSON.stringify({ fileId: id, title: '本机构', form, language: 'zh-CN' }),
    headers: { 'content-type': 'application/json' },
  })
  return takenShape.parse(await answer.json())
}

function word(...lines: readonly (string | Table)[]): Promise<Uint8Array> {
  const children = lines.map((line) => (typeof line === 'string' ? new Paragraph(line) : line))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function tableOf(...rows: readonly (readonly string[])[]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  })
}

async function refusalOf(name: string, bytes: Uint8Array): Promise<string> {
  const answer = await store(name, bytes)
  expect(answer.ok).toBe(false)
  const json: unknown = await answer.json()
  return refusedShape.parse(json).id
}

describe('an agency’s template with faults [PAP-7]', () => {
  it('is not kept, and every fault is named with where it stands', async () => {
    const bytes = await word(
      '{小组名称} {组名}',
      tableOf(['序号', '组员', '签名'], ['{#组员列表}{序号}', '{组员}', '{签名}']),
      '{签名}',
      '{出席曲线图}',
    )
    const { templateId, problems } = await upload('signInSheet', bytes)
    expect(templateId).toBeNull()
    expect(problems.map(({ id, details }) => [id, details['name'], details['place']])).toEqual([
      ['TemplateFieldUnknownNear', '组名', 'text'],
      ['TemplateFieldOfOther', '出席曲线图', 'text'],
      ['TemplateLoopOpen', '组员列表', 'table'],
    ])
    expect(problems[2]?.details).toMatchObject({ table: 1, row: 2, near: '{#组员列表}{序号}' })
  })

  it('hears that a field stands outside its list, and which form another belongs to', async () => {
    const { problems } = await upload('signInSheet', await word('{签名}', '{机构名称}{平均变化}'))
    expect(problems.map(({ id, details }) => [id, details['list'] ?? details['form']])).toEqual([
      ['TemplateFieldElsewhere', '组员列表'],
      ['TemplateFieldOfOther', 'evaluationSummary'],
    ])
  })

  it('is kept once it is mended', async () => {
    const bytes = await word(tableOf(['组员'], ['{#组员列表}{组员}{/组员列表}']), '{机构名称}')
    const { templateId, problems } = await upload('signInSheet', bytes)
    expect(problems).toEqual([])
    expect(templateId).not.toBeNull()
  })
})

describe('what is no template [PAP-7]', () => {
  it.each([
    ['an old .doc', '表格.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a zip', '表格.zip', buildZip([{ name: 'a.txt', content: 'x' }])],
    ['a zip called .docx', '表格.docx', buildZip([{ name: 'a.txt', content: 'x' }])],
    ['a page called .docx', '表格.docx', Buffer.from('<html><body>x</body></html>')],
  ])('%s is refused before it is kept', async (_what, name, bytes) => {
    expect(await refusalOf(name, bytes)).toBe('FileTypeNotAllowed')
  })

  it('more than five megabytes are refused', async () => {
    const own = await readDefaultTemplate('signInSheet', 'zh-CN')
    const huge = Buffer.concat([own, Buffer.alloc(5 * 1024 * 1024)])
    expect(await refusalOf('表格.docx', huge)).toBe('FileTooLarge')
  })

  it('a package that unpacks into more than it may is refused', async () => {
    const bomb = buildZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: `<a>${' '.repeat(60 * 1024 * 1024)}</a>` },
    ])
    expect(['ArchiveRatioTooHigh', 'ArchiveEntryTooLarge', 'ArchiveUnpacksTooLarge']).toContain(
      await refusalOf('表格.docx', bomb),
    )
  })
})
