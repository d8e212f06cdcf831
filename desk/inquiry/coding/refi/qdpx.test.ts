import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  codeOf,
  idOf,
  interviewEntry,
  laidOut,
  spanOf,
} from '../../../../core/inquiry/coding/cases/coding-world.ts'
import {
  codesToExport,
  exportRefi,
  type ExportSetting,
  listRefiCodes,
} from '../../../../core/inquiry/coding/refi/export-refi.ts'
import { hideText, openText } from '../../../../core/inquiry/coding/refi/hidden-text.ts'
import {
  planRefiImport,
  type RefiWorld,
} from '../../../../core/inquiry/coding/refi/plan-refi-import.ts'
import {
  writeRefiCodebook,
  writeRefiProject,
} from '../../../../core/inquiry/coding/refi/write-refi.ts'
import type { CodedSpanEntry } from '../../../../core/inquiry/coding/coded-span.ts'
import { interview } from '../../../../core/inquiry/interview/interview.ts'
import { joinLines } from '../../../../core/inquiry/interview/text-lines.ts'
import {
  guid,
  taguetteCodebook,
  writeLikeQualCoder,
  writeLikeWindows,
} from './cases/foreign-files.ts'
import { findAgainstSchema } from './cases/refi-schema.ts'
import { openCodebook, openProject, packProject } from './qdpx.ts'
import { readXml } from './read-xml.ts'

const at = '2026-03-10T08:00:00Z'
const marks = { use: '何时用：', not: '何时不用：' }
const head = codeOf('目标', { codable: false })
const topics = codeOf('topics', {
  name: '内容单一',
  parentId: head.id,
  definition: '只讲学习 & 吃饭。\n“<作业>”',
  whenToUse: '讲到具体一次',
  whenNotToUse: '只说“挺好”',
  colour: '#123ABC',
})
const promise = codeOf('promise', { name: '信任受损', parentId: head.id, place: 1 })
const codes = [head, topics, promise]
const own = interview.readEntry(interviewEntry)
const lines = laidOut()
const people = [
  { familyId: idOf('family'), name: '王小强' },
  { familyId: idOf('family'), name: '作业' },
]
const codeOfFamily = () => 'Z-003'
const hide = (text: string) => hideText(text, people, codeOfFamily).text

function mine(code: string, quote: string, fields: Partial<CodedSpanEntry> = {}): CodedSpanEntry {
  return { ...spanOf('worker', code, quote), ...fields }
}

const spans = [
  mine('topics', '总是问作业', {
    memo: '低头\n小声说 <嗯> "好"',
    markedAt: '2026-03-09T01:02:03Z',
  }),
  mine('promise', '过年回来，又没有回来'),
  mine('promise', '𠮷祥物', { codeId: null, memo: '拿出来给我看😀' }),
]

function setting(change: Partial<ExportSetting> = {}): ExportSetting {
  const text = openText(joinLines(lines))
  return {
    name: 'kites',
    origin: 'Kiteline',
    codes: codesToExport(codes, spans),
    texts: [
      {
        interview: own,
        name: '访谈 1',
        lines,
        leaving: text,
        memo: '在院子里',
        caseId: idOf('family'),
        caseName: 'Z-003',
      },
    ],
    spans,
    staff: [{ id: idOf('worker'), name: '王静' }],
    marks,
    hide: (said) => said,
    ...change,
  }
}

function world(change: Partial<RefiWorld> = {}): RefiWorld {
  return {
    codes,
    texts: [{ interview: own, lines, hidden: hideText(joinLines(lines), people, codeOfFamily) }],
    spans,
    staff: [{ id: idOf('worker'), name: '王静' }],
    importerId: idOf('worker'),
    isDone: () => false,
    marks: [marks],
    hide: (said) => said,
    ...change,
  }
}

function read(bytes: Uint8Array) {
  const opened = openProject(bytes)
  if (!opened.ok) throw new Error(opened.refusal.id)
  return opened.value
}

describe('a project file', () => {
  it('comes back as it went: texts, codes, colours, users, cases, marks, memos and every name [INQ-37]', () => {
    const { project, leftOut } = exportRefi(setting())
    expect(leftOut).toEqual([])
    const back = read(packProject(project, at))
    expect(back.leftOut).toEqual([])
    const selections = project.sources[0]?.selections.map((selection) => ({
      ...selection,
      markedAt: selection.markedAt || at,
    }))
    expect(back.project).toEqual({
      ...project,
      sources: [{ ...project.sources[0], selections }],
    })
    expect(selections?.map(({ codings }) => codings.length)).toEqual([1, 0, 1])
  })

  it('is as the published schema has it, element by element [INQ-37]', () => {
    const { project } = exportRefi(setting())
    const tree = readXml(writeRefiProject(project, '2026-03-10T08:00:00.123Z').project)
    if (!tree.ok) throw new Error(tree.refusal.id)
    expect(findAgainstSchema(tree.value)).toEqual([])
    const nameless = { guid: '12', name: '', description: '', text: '', selections: [] }
    const wrong = readXml(writeRefiProject({ ...project, sources: [nameless] }, at).project)
    expect(wrong.ok && findAgainstSchema(wrong.value)).toEqual([
      '/Project/Sources/TextSource: guid="12"',
    ])
  })

  it('brought back unchanged brings nothing, also when names were hidden [INQ-38]', () => {
    const memo = '在院子里'
    const known = world({
      texts: world().texts.map((text) => ({ ...text, interview: { ...own, memo } })),
    })
    const open = planRefiImport(read(packProject(exportRefi(setting()).project, at)).project, known)
    const leaving = hideText(joinLines(lines), people, codeOfFamily)
    expect(leaving.text).toContain('总是问Z-003，我')
    const texts = setting().texts.map((text) => ({ ...text, leaving }))
    const exported = exportRefi(setting({ texts, hide }))
    const hidden = planRefiImport(read(packProject(exported.project, at)).project, {
      ...known,
      hide,
    })
    for (const plan of [open, hidden]) {
      expect(plan.codes.map(({ state }) => state)).toEqual(['same', 'same', 'same'])
      expect(plan.texts[0]).toMatchObject({
        source: { state: 'known' },
        spans: [],
        same: 3,
        gone: [],
        leftOut: [],
        memo: null,
      })
    }
  })

  it('with a mark around a hidden name finds its place in the own text [INQ-38]', () => {
    const leaving = hideText(joinLines(lines), people, codeOfFamily)
    const { project } = exportRefi(
      setting({ texts: setting().texts.map((text) => ({ ...text, leaving })) }),
    )
    const [source] = project.sources
    if (source === undefined) throw new Error('no source')
    const from = Array.from(leaving.text.slice(0, leaving.text.indexOf('问Z-003'))).length
    const fresh = {
      guid: guid(70),
      from,
      to: from + 6,
      description: '',
      userGuid: '',
      markedAt: at,
    }
    const coding = { guid: guid(71), codeGuid: promise.id, userGuid: '' }
    const changed = {
      ...project,
      sources: [{ ...source, selections: [...source.selections, { ...fresh, codings: [coding] }] }],
    }
    const plan = planRefiImport(read(packProject(changed, at)).project, world({ hide }))
    expect(plan.texts[0]?.spans.map(({ fields }) => fields.quote)).toEqual(['问作业'])
  })
})

describe('a project that QualCoder has worked on', () => {
  const text = joinLines(lines)
  const book = [
    {
      name: '目标',
      heading: true,
      codes: [{ name: '内容单一' }, { name: '信任受损', memo: '落空的许诺' }, { name: '想家' }],
    },
  ]
  const kept = [
    { code: '内容单一', words: '总是问作业', coder: '王静', memo: '低头\n小声说 &lt;嗯&gt; "好"' },
    { code: '信任受损', words: '过年回来，又没有回来', coder: '王静' },
  ]

  it('is known by its words, though everything in it is named anew [INQ-38]', () => {
    const added = [
      ...kept,
      { code: '想家', words: '𠮷祥物，是我自己折的', memo: '新标的', coder: '王静' },
      { code: '想家', words: '两次😀', coder: 'default' },
    ]
    const back = read(writeLikeQualCoder(text, book, added))
    expect(back.leftOut).toEqual([
      { what: 'Variable', name: 'grade' },
      { what: 'PictureSource', name: '画.png' },
    ])
    const plan = planRefiImport(back.project, world())
    expect(
      plan.codes.map(({ code, state, fields }) => [code.name, state, fields.definition]),
    ).toEqual([
      ['目标', 'same', undefined],
      ['内容单一', 'same', undefined],
      ['信任受损', 'changed', '落空的许诺'],
      ['想家', 'new', ''],
    ])
    const [planned] = plan.texts
    expect(planned).toMatchObject({ source: { state: 'known' }, same: 2, leftOut: [] })
    expect(
      planned?.spans.map(({ fields }) => [fields.quote, fields.memo, fields.coderName]),
    ).toEqual([
      ['𠮷祥物，是我自己折的', '新标的', ''],
      ['两次😀', '', 'default'],
    ])
    expect(planned?.gone.map(({ memo }) => memo)).toEqual(['拿出来给我看😀'])
  })

  it('brings a memo that was written on a mark, and changes nothing of a colleague’s [INQ-38]', () => {
    const changed = kept.map((mark) =>
      mark.memo === undefined ? mark : { ...mark, memo: '再想想' },
    )
    const bytes = writeLikeQualCoder(text, book, changed)
    const plan = planRefiImport(read(bytes).project, world())
    expect(plan.texts[0]?.spans).toEqual([
      { id: spans[0]?.id, state: 'changed', fields: { memo: '再想想' } },
    ])
    const other = planRefiImport(read(bytes).project, world({ importerId: idOf('colleague') }))
    expect(other.texts[0]).toMatchObject({
      spans: [],
      leftOut: [{ what: 'PlainTextSelection', name: '总是问作业' }],
    })
  })

  it('has a heading that could be marked as a heading with a code of its name: it is that one code [INQ-38]', () => {
    const wide = codeOf('topics', { name: '内容单一' })
    const inner = codeOf('inner', { name: '只问学习', parentId: wide.id })
    const doubled = [
      { name: '内容单一', heading: true, codes: [{ name: '内容单一' }, { name: '只问学习' }] },
    ]
    const bytes = writeLikeQualCoder(text, doubled, [kept[0] ?? { code: '', words: '' }])
    const plan = planRefiImport(read(bytes).project, world({ codes: [wide, inner] }))
    expect(plan.codes.map(({ code, state }) => [code.name, state])).toEqual([
      ['内容单一', 'same'],
      ['只问学习', 'same'],
    ])
    expect(plan.texts[0]?.same).toBe(1)
  })

  it('with notes on passages brings them as memos, and names the journal it leaves [INQ-38]', () => {
    const from = Array.from(text.slice(0, text.indexOf('两次'))).length
    const notes = [
      `<Notes><Note guid="${guid(50)}" creatingUser="${guid(901)}" creationDateTime="2026-03-09T10:00:00Z">`,
      `<PlainTextContent>笑了一下</PlainTextContent><PlainTextSelection guid="${guid(51)}" startPosition="${from}" endPosition="${from + 2}"/></Note>`,
      `<Note guid="${guid(52)}" name="研究日记" plainTextPath="internal://${guid(53)}.txt"><Description/></Note></Notes>`,
    ].join('')
    const back = read(writeLikeQualCoder(text, book, kept, notes))
    expect(back.leftOut.at(-1)).toEqual({ what: 'Note', name: '研究日记' })
    const [planned] = planRefiImport(back.project, world()).texts
    expect(planned?.spans.map(({ fields }) => [fields.quote, fields.codeId, fields.memo])).toEqual([
      ['两次', null, '笑了一下'],
    ])
  })

  it('with another text is new here; with other words under our name it is left, by name [INQ-38]', () => {
    const other = writeLikeQualCoder('社工：你好\n孩子：你好', book, [
      { code: '想家', words: '孩子' },
    ])
    const [planned] = planRefiImport(read(other).project, world()).texts
    expect(planned?.source.state).toBe('new')
    expect(planned?.lines.map((line) => line.text)).toEqual(['社工：你好', '孩子：你好'])
    const renamed = { ...own, sourceGuid: guid(3) }
    const texts = world().texts.map((known) => ({ ...known, interview: renamed }))
    const plan = planRefiImport(read(other).project, world({ texts }))
    expect(plan.texts[0]).toMatchObject({
      source: { state: 'changed' },
      leftOut: [{ what: 'TextSource', name: '访谈一' }],
    })
  })

  it('brought in twice brings nothing the second time [INQ-38]', () => {
    const bytes = writeLikeQualCoder(text, book, [
      ...kept,
      { code: '信任受损', words: '不知道说什么' },
    ])
    const first = planRefiImport(read(bytes).project, world())
    const fresh = first.texts[0]?.spans.map(({ id, fields }) => ({
      ...mine('promise', '问作业'),
      ...fields,
      id,
    }))
    const again = planRefiImport(
      read(bytes).project,
      world({ spans: [...spans, ...(fresh ?? [])] }),
    )
    expect(again.texts[0]).toMatchObject({ spans: [], same: 3 })
  })
})

describe('positions', () => {
  const text = joinLines(lines)
  it.each([
    'units, ends as two',
    'points, ends as one',
  ] as const)('counted in %s are read by the words they name [INQ-38]', (counting) => {
    const { project } = read(writeLikeWindows(text, '𠮷祥物，是我自己折的', counting))
    const [source] = project.sources
    const [selection] = source?.selections ?? []
    const found = Array.from(source?.text ?? '')
      .slice(selection?.from, selection?.to)
      .join('')
    expect([source?.text, found]).toEqual([text, '𠮷祥物，是我自己折的'])
    expect(project.codes[0]).toMatchObject({ guid: guid(7), colour: '#112233' })
  })
})

describe('a codebook file', () => {
  it('comes back as it went [INQ-37]', () => {
    const listed = listRefiCodes(codes, marks)
    const back = openCodebook(strToU8(writeRefiCodebook(listed, 'Kiteline')))
    expect(back).toEqual({ ok: true, value: { codes: listed, leftOut: [] } })
  })

  it('of Taguette is read, twice to the same codes [INQ-38]', () => {
    const back = openCodebook(strToU8(taguetteCodebook))
    if (!back.ok) throw new Error(back.refusal.id)
    expect(back.value.codes.map(({ name, colour, codable }) => [name, colour, codable])).toEqual([
      ['trust', '', true],
      ['trust.promise', '', true],
    ])
    const project = {
      name: '',
      origin: '',
      users: [],
      cases: [],
      sources: [],
      codes: back.value.codes,
    }
    const plan = planRefiImport(project, world())
    expect(plan.codes.map(({ state }) => state)).toEqual(['new', 'new'])
    const taken = plan.codes.map(({ id, fields }) => ({ ...codeOf('x'), ...fields, id }))
    const again = planRefiImport(project, world({ codes: [...codes, ...taken] }))
    expect(again.codes.map(({ state }) => state)).toEqual(['same', 'same'])
  })
})

describe('a file that is none', () => {
  it.each([
    ['no archive', strToU8('hello'), 'RefiNotReadable'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'RefiNotAProject'],
    ['not well formed', zipSync({ 'project.qde': strToU8('<Project>') }), 'RefiNotReadable'],
    [
      'with a document type',
      zipSync({ 'project.qde': strToU8('<!DOCTYPE Project [<!ENTITY a "b">]><Project/>') }),
      'RefiNotReadable',
    ],
    ['another root', zipSync({ 'project.qde': strToU8('<CodeBook/>') }), 'RefiNotAProject'],
  ])('%s is refused', (_what, bytes, id) => {
    expect(openProject(bytes)).toMatchObject({ ok: false, refusal: { id } })
  })
})
