import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Buffer } from 'node:buffer'
import {
  Document,
  Footer,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { groupWorld } from '../../core/evaluation/cases/group-world.ts'
import { buildEvaluationSummary } from '../../core/paperwork/build-evaluation-summary.ts'
import { summaryInput } from '../../core/paperwork/cases/summary-world.ts'
import { summaryFields } from '../../core/paperwork/summary-fields.ts'
import { buildZip } from '../files/archive/build-zip.ts'
import { readXml } from '../files/archive/read-xml.ts'
import { checkTemplate } from './check-template.ts'
import { guardWordPackage } from './guard-word-package.ts'
import { prepareFonts } from './prepare-fonts.ts'
import { readDefaultTemplate } from './render-document.ts'
import { renderReport } from './render-report.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiteline-paperwork-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function render(
  language: 'zh-CN' | 'en',
  template: Uint8Array | null = null,
  changes: Parameters<typeof summaryInput>[1] = {},
) {
  const data = buildEvaluationSummary(summaryInput(language, changes))
  const content = { form: 'evaluationSummary', data } as const
  return renderReport({ template, content, language, fontCacheDir: join(folder, 'fonts') })
}

async function rendered(...request: Parameters<typeof render>): Promise<Uint8Array> {
  const outcome = await render(...request)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const guarded = await guardWordPackage(bytes)
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read(name)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function wordsOf(xml: string): string {
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, '')
}

function templateOf(...lines: string[]): Promise<Uint8Array> {
  const children = lines.map((text) => new Paragraph({ children: [new TextRun({ text })] }))
  return Packer.toBuffer(new Document({ creator: '张三', sections: [{ children }] }))
}

describe('the shipped form', () => {
  it.each([
    'zh-CN',
    'en',
  ] as const)('has only known fields and prints every list in %s [PAP-7]', async (language) => {
    const check = await checkTemplate(
      await readDefaultTemplate('evaluationSummary', language),
      'evaluationSummary',
    )
    if (!check.ok) throw new Error(check.refusal.id)
    expect(check.value.problems).toEqual([])
    const lists = summaryFields.filter(({ kind, id }) => kind === 'list' && id !== 'warnings')
    for (const { id } of lists) expect(check.value.fields, id).toContain(id)
  })

  it.each(['zh-CN', 'en'] as const)('becomes a clean Word file in %s [PAP-8]', async (language) => {
    const bytes = await rendered(language)
    const guarded = await guardWordPackage(bytes)
    if (!guarded.ok) throw new Error(guarded.refusal.id)
    for (const name of guarded.value.names.filter((one) => /\.(xml|rels)$/.test(one)))
      await readXml(guarded.value.read(name), name, { open() {}, text() {}, close() {} })
    const text = wordsOf(await partOf(bytes, 'word/document.xml'))
    expect(text.match(/[{}]/)).toBeNull()
    expect(text).toContain(language === 'zh-CN' ? '示例资料' : 'Sample material')
    expect(text).toContain('Z-03')
    expect(/(Child|Parent) \d/.test(text)).toBe(false)
    expect(guarded.value.names.filter((name) => name.endsWith('.png'))).toHaveLength(2)
  })

  it('prints every number of the sections with its row in the appendix [PAP-3]', async () => {
    const summary = buildEvaluationSummary(summaryInput('zh-CN'))
    const text = wordsOf(await partOf(await rendered('zh-CN'), 'word/document.xml'))
    for (const { id } of summary.rows) expect(text).toContain(`${id}\n`)
    const [line] = summary.scales[0]?.lines ?? []
    expect(text).toContain(`${line?.attendance}\n${line?.ref}\n`)
    expect(text).toContain(summary.digest)
  })

  it('numbers the figures that it prints without a gap', async () => {
    const text = wordsOf(await partOf(await rendered('en'), 'word/document.xml'))
    const figures = [...text.matchAll(/Figure (\d+) /g)].map(([, number]) => Number(number))
    expect(figures).toEqual([1, 2])
  })

  it('leaves the sample notice and its box out for a real agency', async () => {
    const agency = { name: 'A', county: '', sample: false }
    const document = await partOf(await rendered('zh-CN', null, { agency }), 'word/document.xml')
    expect(document).not.toContain('示例资料')
    expect(document.match(/<w:pBdr>/g)).toBeNull()
  })
})

describe('an agency’s own template', () => {
  it('is filled with Chinese and English field names alike, in paragraphs and table rows', async () => {
    const row = new TableRow({
      children: ['{#量表总表}{量表名称}', '{change}{/量表总表}'].map(
        (text) => new TableCell({ children: [new Paragraph(text)] }),
      ),
    })
    const sections = [
      { children: [new Paragraph('{机构名称}|{groupCode}'), new Table({ rows: [row] })] },
    ]
    const own = await Packer.toBuffer(new Document({ sections }))
    const document = await partOf(await rendered('zh-CN', own), 'word/document.xml')
    expect(wordsOf(document)).toContain('虚构县星星社会工作服务中心|P-2026-01')
    expect(document.match(/<w:tr[ >]/g)).toHaveLength(2)
    expect(wordsOf(document)).toContain('信任\n+2.00')
  })

  it('takes text as text: markup, braces and control characters stay harmless [PAP-8]', async () => {
    const own = await templateOf('{小组名称}', '{#量表列表}{前后对照图}{/量表列表}')
    const { group, records } = summaryInput('zh-CN')
    const title = '<w:p>&"{机构名称}\u0001𬭎💛'
    const instruments = records.instruments.map((one) => ({
      ...one,
      subscales: one.subscales.map((scale) => ({
        ...scale,
        title: { 'zh-CN': '信任"<&>\u202e𬭎', en: '' },
      })),
    }))
    const changes = { group: { ...group, title }, records: { ...records, instruments } }
    const document = await partOf(await rendered('zh-CN', own, changes), 'word/document.xml')
    expect(document).toContain('&lt;w:p&gt;&amp;')
    expect(document).toContain('{机构名称}𬭎💛')
    expect(document).toContain('信任&quot;&lt;&amp;&gt;')
  })

  it('loses the name of whoever wrote it', async () => {
    const bytes = await rendered('zh-CN', await templateOf('{小组名称}'))
    expect(await partOf(bytes, 'docProps/core.xml')).not.toContain('张三')
  })

  it('says under the picture which characters it could not draw', async () => {
    const families = groupWorld().families.map((one) => ({ ...one, code: `䶮${one.code}` }))
    const { records } = summaryInput('zh-CN')
    const own = await templateOf('{#量表列表}{前后对照图}{前后对照图题}{/量表列表}')
    const document = await partOf(
      await rendered('zh-CN', own, { records: { ...records, families } }),
      'word/document.xml',
    )
    expect(wordsOf(document)).toContain('每个家庭前后的得分（图中以 〓 代替无法绘制的字：䶮）')
  })

  it('gives pictures room in a line of fixed height', async () => {
    const children = [
      new Paragraph({
        spacing: { line: 560, lineRule: 'exact' },
        children: [new TextRun('{#量表列表}{前后对照图}{/量表列表}')],
      }),
    ]
    const own = await Packer.toBuffer(new Document({ sections: [{ children }] }))
    const document = await partOf(await rendered('zh-CN', own), 'word/document.xml')
    expect(document).toContain('w:lineRule="auto"')
    expect(document).not.toContain('w:lineRule="exact"')
  })

  it('is not filled as long as something in it is wrong', async () => {
    const outcome = await render('zh-CN', await templateOf('{小组名}'))
    expect(outcome).toMatchObject({ ok: false, refusal: { id: 'TemplateFieldUnknownNear' } })
  })
})

describe('checkTemplate', () => {
  async function problemsOf(...lines: string[]) {
    const check = await checkTemplate(await templateOf(...lines), 'evaluationSummary')
    if (!check.ok) throw new Error(check.refusal.id)
    return check.value.problems
  }

  const inText = (near: string) => ({ place: 'text', table: 0, row: 0, near })

  it('names every wrong field with the nearest right name, all at once [PAP-7]', async () => {
    expect(
      await problemsOf('{小组名}', '{groupTitel}', '{完全不相干的东西}', '{小组名称}'),
    ).toEqual([
      {
        id: 'TemplateFieldUnknownNear',
        details: { name: '小组名', nearest: '小组名称', ...inText('{小组名}') },
      },
      {
        id: 'TemplateFieldUnknownNear',
        details: { name: 'groupTitel', nearest: 'groupTitle', ...inText('{groupTitel}') },
      },
      {
        id: 'TemplateFieldUnknown',
        details: { name: '完全不相干的东西', ...inText('{完全不相干的东西}') },
      },
    ])
  })

  it.each([
    [['{#量表列表}{量表名称}'], 'TemplateLoopOpen'],
    [['{/量表列表}'], 'TemplateLoopNotOpen'],
    [['{小组名称'], 'TemplateBracketOpen'],
    [['小组名称}'], 'TemplateBracketOpen'],
    [['{#小组名称}x{/小组名称}'], 'TemplateNotList'],
    [['{量表列表}'], 'TemplateListAsText'],
    [['{编号}'], 'TemplateFieldElsewhere'],
    [['{应到人数}'], 'TemplateFieldOfOther'],
    [['{__proto__}'], 'TemplateFieldUnknown'],
    [['{constructor}'], 'TemplateFieldUnknown'],
  ])('says what is wrong with %j', async (lines, id) => {
    expect((await problemsOf(...lines)).map((problem) => problem.id)).toContain(id)
  })

  it('says in which table and row, or whether in the head or foot of the page', async () => {
    const rowOf = (text: string) =>
      new TableRow({ children: [new TableCell({ children: [new Paragraph(text)] })] })
    const documentOf = (footer: string) =>
      new Document({
        sections: [
          {
            headers: { default: new Header({ children: [new Paragraph('{机构}')] }) },
            footers: { default: new Footer({ children: [new Paragraph(footer)] }) },
            children: [
              new Table({ rows: [rowOf('{小组名称}')] }),
              new Paragraph('{#活动列表}'),
              new Table({ rows: [rowOf('头'), rowOf('负责：{带领}')] }),
            ],
          },
        ],
      })
    const placesOf = async (document: Document) => {
      const check = await checkTemplate(await Packer.toBuffer(document), 'evaluationSummary')
      if (!check.ok) throw new Error(check.refusal.id)
      return check.value.problems.map(({ id, details }) => [
        id,
        details['place'],
        details['table'],
        details['row'],
        details['near'],
      ])
    }
    expect(await placesOf(documentOf('第 {页 页'))).toEqual([
      ['TemplateBracketOpen', 'footer', 0, 0, '第 {页 页'],
    ])
    expect(await placesOf(documentOf(''))).toEqual([
      ['TemplateFieldUnknownNear', 'table', 2, 2, '负责：{带领}'],
      ['TemplateLoopOpen', 'text', 0, 0, '{#活动列表}'],
      ['TemplateFieldUnknownNear', 'header', 0, 0, '{机构}'],
    ])
  })

  it('does not let a list that begins in the text end in the foot of the page', async () => {
    const own = new Document({
      sections: [
        {
          footers: { default: new Footer({ children: [new Paragraph('{/活动列表}')] }) },
          children: [new Paragraph('{#活动列表}{主题}')],
        },
      ],
    })
    const check = await checkTemplate(await Packer.toBuffer(own), 'evaluationSummary')
    if (!check.ok) throw new Error(check.refusal.id)
    expect(check.value.problems.map(({ id }) => id)).toEqual([
      'TemplateLoopOpen',
      'TemplateLoopNotOpen',
    ])
  })
})

describe('guardWordPackage', () => {
  const types = { name: '[Content_Types].xml', content: '<Types/>' }
  const document = { name: 'word/document.xml', content: '<w:document/>' }
  const external =
    '<Relationships><Relationship Id="r" Type="t" TargetMode="External" Target="https://a.example/x"/></Relationships>'
  const field =
    '<w:document><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\\\x</w:instrText></w:r></w:document>'

  it.each([
    ['TemplateHasMacros', [types, document, { name: 'word/vbaProject.bin', content: 'x' }]],
    [
      'TemplateHasMacros',
      [
        {
          ...types,
          content:
            '<Types><Default ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        },
        document,
      ],
    ],
    [
      'TemplateLinksOutside',
      [types, document, { name: 'word/_rels/document.xml.rels', content: external }],
    ],
    [
      'TemplateLinksOutside',
      [types, document, { name: 'word/_rels/settings.xml.rels', content: external }],
    ],
    ['TemplateHasActiveField', [types, { ...document, content: field }]],
    ['TemplateHasEmbedding', [types, document, { name: 'word/embeddings/a.docx', content: 'x' }]],
    ['TemplateNotWord', [types, { name: 'xl/workbook.xml', content: '<workbook/>' }]],
    [
      'ArchiveRatioTooHigh',
      [types, document, { name: 'word/a.xml', content: `<a>${' '.repeat(3_000_000)}</a>` }],
    ],
    [
      'XmlDoctypeFound',
      [types, { ...document, content: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }],
    ],
  ])('refuses %s [PAP-7]', async (id, parts) => {
    const outcome = await guardWordPackage(buildZip(parts))
    expect(outcome).toMatchObject({ ok: false, refusal: { id } })
  })

  it('refuses bytes that are no package at all', async () => {
    const outcome = await guardWordPackage(new TextEncoder().encode('not a zip'))
    expect(outcome).toMatchObject({ ok: false, refusal: { id: 'FileDamaged' } })
  })
})

describe('prepareFonts', () => {
  it('is shared by reports that start at the same moment on a fresh machine', async () => {
    const template = await templateOf('{#量表列表}{前后对照图}{/量表列表}')
    const content = {
      form: 'evaluationSummary',
      data: buildEvaluationSummary(summaryInput('zh-CN')),
    } as const
    const fontCacheDir = join(folder, 'together')
    const request = { template, content, language: 'zh-CN', fontCacheDir } as const
    const made = await Promise.all([1, 2, 3].map(() => renderReport(request)))
    expect(made.map(({ ok }) => ok)).toEqual([true, true, true])
  })

  it('unpacks once, covers Chinese and Latin, and repairs a damaged folder without touching what else lies there', async () => {
    const place = join(folder, 'once')
    await mkdir(place)
    await writeFile(join(place, 'other'), 'stays')
    const [first, second] = await Promise.all([prepareFonts(place), prepareFonts(place)])
    for (const character of '亲子变化区间Aé+−○●■') {
      expect(first.covers.has(character.codePointAt(0) ?? 0), character).toBe(true)
      expect(second.covers.has(character.codePointAt(0) ?? 0), character).toBe(true)
    }
    expect(first.covers.has('䶮'.codePointAt(0) ?? 0)).toBe(false)
    await rm(first.files[0] ?? '')
    const repaired = await prepareFonts(place)
    expect(repaired.covers.size).toBe(first.covers.size)
    expect((await readdir(place)).sort()).toEqual(['noto-sans-sc', 'other'])
  })
})
