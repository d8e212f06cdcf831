import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { idOf } from '../cases/family-world.ts'
import {
  afterSaving,
  nothingYet,
  planOf,
  plainHeader,
  tableOf,
  type Written,
} from '../cases/register-table.ts'
import { guardianship } from '../guardianship.ts'
import { migration } from '../migration.ts'
import { pair } from '../pair.ts'
import { fieldsAfterConsent, person } from '../person.ts'
import type { RegisterPlan } from './plan-register-import.ts'
import { proposeMapping } from './propose-mapping.ts'
import type { CellNote } from './register-row.ts'

const ming: Written[] = [
  'Z村',
  '王小明',
  '男',
  '2014-03-05',
  '433101201403051234',
  '王大',
  '138 0000 0000',
  '广东省东莞市长安镇8号',
  '李梅',
  '在家',
  '张桂英',
  '奶奶',
  '健康',
]
const hong: Written[] = [
  'Z村',
  '王小红',
  '女',
  '2016年7月1日',
  '',
  '王大',
  '',
  '东莞',
  '李梅',
  '',
  '张桂英',
  '奶奶',
  '',
]

function sheet(...rows: readonly (readonly Written[])[]) {
  return tableOf([plainHeader, ...rows])
}

function draftsOf(plan: RegisterPlan, kind: string) {
  return plan.bundles.flat().filter((draft) => draft.kind.name === kind)
}

function notesOf(plan: RegisterPlan, weight: CellNote['weight'] = 'cell') {
  return plan.notes
    .filter((note) => note.weight === weight)
    .map((note) => `${note.row}/${note.column} ${note.reason} ${note.shown}`.trim())
}

function changed(column: number, value: Written, row = ming) {
  return row.map((each, index) => (index === column - 1 ? value : each))
}

describe('a register row', () => {
  const plan = planOf(sheet(ming))

  it('becomes a family with persons, stays, guardians, caregiver and pairs (FAM-20)', () => {
    expect(plan.counts).toEqual({
      rows: 1,
      families: 1,
      children: 1,
      withoutBirth: 0,
      kinds: { family: 1, person: 4, migration: 1, guardianship: 3, pair: 3 },
    })
    expect(plan.families).toMatchObject([
      { code: 'R-001', village: 'Z村', joins: false, children: [{ row: 2, name: '王小明' }] },
    ])
  })

  it('makes parents legal guardians and the entrusted grandmother caregiver (FAM-6)', () => {
    const bonds = draftsOf(plan, 'guardianship').map(({ fields }) =>
      guardianship.read(fieldsAsJson(fields)),
    )
    expect(bonds.map(({ kind, basis }) => `${kind} ${basis}`)).toEqual([
      'legalGuardian parent',
      'legalGuardian parent',
      'caregiver factOnly',
    ])
    const pairs = draftsOf(plan, 'pair').map(
      ({ fields }) => pair.read(fieldsAsJson(fields)).relation,
    )
    expect(pairs).toEqual(['father', 'mother', 'grandmother'])
  })

  it('keeps a work address as province and city and shows what was cut (FAM-23)', () => {
    const [stay] = draftsOf(plan, 'migration').map(({ fields }) =>
      migration.read(fieldsAsJson(fields)),
    )
    expect([stay?.province, stay?.city, stay?.work]).toEqual(['广东', '东莞', ''])
    expect(plan.notes.find(({ reason }) => reason === 'placeCut')).toMatchObject({
      row: 2,
      column: 8,
      weight: 'look',
      kept: '广东东莞',
    })
  })

  it('holds contact data only (FAM-4, FAM-24)', () => {
    const blank = fieldsAsJson(person.read({ familyId: idOf(1), name: 'x', role: 'child' }))
    for (const { fields } of draftsOf(plan, 'person'))
      for (const field of fieldsAfterConsent) expect(fields[field]).toEqual(blank[field])
  })

  it('leaves no identity number anywhere in the plan (FAM-22)', () => {
    const inName = planOf(
      sheet(changed(2, '王小明433101201403051234'), changed(6, '43310119800305123X', hong)),
    )
    for (const each of [plan, inName])
      expect(JSON.stringify([each.notes, each.bundles, each.families])).not.toMatch(
        /4331012014|4331011980/,
      )
    expect(notesOf(inName, 'row')).toEqual(['2/2 identityInside 王小明••••••••••••••••••'])
    expect(notesOf(inName)).toEqual(['3/6 identityInside ••••••••••••••••••'])
  })
})

describe('cells that cannot be taken (FAM-21)', () => {
  it.each([
    [2, '', 'row', '2/2 nameMissing'],
    [2, 12345, 'row', '2/2 nameIsNumber 12345'],
    [2, '王'.repeat(81), 'row', `2/2 textTooLong ${'王'.repeat(81)}`],
    [4, '', 'cell', '2/4 birthMissing'],
    [4, '2014-02-30', 'cell', '2/4 dateImpossible 2014-02-30'],
    [4, '2027-01-01', 'cell', '2/4 dateInFuture 2027-01-01'],
    [4, '不知道', 'cell', '2/4 dateUnreadable 不知道'],
    [
      4,
      { kind: 'formula', cached: { kind: 'date', date: '2014-03-05' } },
      'cell',
      '2/4 formula 2014-03-05',
    ],
    [4, { kind: 'error', code: '#N/A' }, 'cell', '2/4 errorCell #N/A'],
    [3, '雄', 'cell', '2/3 sexUnknown 雄'],
    [7, '问村长', 'cell', '2/7 phoneNotValid 问村长'],
    [6, { kind: 'formula', cached: { kind: 'text', text: '王大' } }, 'cell', '2/6 formula 王大'],
    [8, '某电子厂', 'cell', '2/8 placeUnknown 某电子厂'],
    [6, '', 'cell', '2/6 adultNameMissing'],
  ] as const)('column %i with %o: %s', (column, value, weight, expected) => {
    const plan = planOf(sheet(changed(column, value)))
    expect(notesOf(plan, weight)).toEqual([expected])
    expect(plan.rowsOut).toEqual([2])
    expect(plan.bundles).toEqual([])
  })

  it('may be left empty when they are not the name, if the person says so', () => {
    const plan = planOf(sheet(changed(3, '雄'), changed(2, '', hong)), {
      doubtfulCells: 'leaveCellEmpty',
    })
    expect(plan.rowsOut).toEqual([3])
    expect(draftsOf(plan, 'person')[3]?.fields).toMatchObject({ name: '王小明', sex: 'unknown' })
  })

  it('name a child that stands twice in the file, and the row where it stands first', () => {
    const plan = planOf(sheet(ming, changed(2, '王 小 明')))
    expect(plan.notes.find(({ reason }) => reason === 'childTwice')).toMatchObject({
      row: 3,
      column: 2,
      weight: 'row',
      kept: '2',
    })
    expect(plan.counts.children).toBe(1)
  })

  it('never are blank rows at the end', () => {
    expect(planOf(sheet(ming, [], ['', '', ''])).counts.rows).toBe(1)
  })

  it('take emoji, rare characters and right-to-left marks for what they are', () => {
    const plan = planOf(sheet(changed(2, '𠮷小明😀'), changed(2, '\u202e王小红', hong)))
    expect(plan.families[0]?.children.map(({ name }) => name)).toEqual(['𠮷小明😀', '王小红'])
  })
})

describe('families of the file', () => {
  it('are one where both parents and the village are the same (FAM-26)', () => {
    const plan = planOf(sheet(ming, hong))
    expect(plan.families.map(({ children }) => children.map(({ row }) => row))).toEqual([[2, 3]])
    expect(plan.counts.kinds).toEqual({
      family: 1,
      person: 5,
      migration: 1,
      guardianship: 6,
      pair: 6,
    })
    expect(notesOf(plan, 'look')).toContain('3/2 sameHousehold 王小红')
  })

  it('are two where the village or a parent differs, or a parent is not named', () => {
    expect(planOf(sheet(ming, changed(1, 'Y村', hong))).counts.families).toBe(2)
    expect(planOf(sheet(ming, changed(9, '', hong))).counts.families).toBe(2)
  })

  it('are not one because every row carries the same number', () => {
    const heads = ['家庭编号', '姓名', '出生日期', '母亲姓名']
    const rows = [
      ['Z村', '甲一', '2014-01-01', '张三'],
      ['Z村', '乙二', '2014-01-02', '李四'],
      ['Z村', '丙三', '2014-01-03', '张三'],
    ]
    expect(
      planOf(tableOf([heads, ...rows])).families.map(({ children }) => children.length),
    ).toEqual([2, 1])
  })

  it('get numbers after the highest known', () => {
    const before = afterSaving(planOf(sheet(ming)).bundles)
    expect(
      planOf(sheet(changed(6, '赵五', changed(2, '赵小二'))), { existing: before }).families[0]
        ?.code,
    ).toBe('R-002')
  })

  it('travel in bundles of at most 500 changes, none cut in two (FAM-27)', () => {
    const rows = Array.from({ length: 200 }, (_, index) =>
      changed(6, `王${index}大`, changed(2, `王小${index}明`)),
    )
    const plan = planOf(sheet(...rows))
    expect(plan.bundles.map((bundle) => bundle.length).every((length) => length <= 500)).toBe(true)
    const familiesOf = plan.bundles.map(
      (bundle) =>
        new Set(
          bundle.map(({ kind, recordId, fields }) =>
            kind.name === 'family' ? recordId : fields['familyId'],
          ),
        ),
    )
    expect(familiesOf.reduce((sum, set) => sum + set.size, 0)).toBe(200)
  })
})

describe('importing again (FAM-25)', () => {
  it('after correcting a row brings in that row only', () => {
    const wrong = sheet(ming, changed(4, '2014-02-30', changed(6, '赵五', changed(2, '赵小二'))))
    const first = planOf(wrong)
    const second = planOf(sheet(ming, changed(6, '赵五', changed(2, '赵小二'))), {
      existing: afterSaving(first.bundles),
    })
    expect(first.rowsOut).toEqual([3])
    expect(second.already).toMatchObject([{ row: 2, name: '王小明' }])
    expect(second.families.map(({ children }) => children.map(({ row }) => row))).toEqual([[3]])
  })

  it('of the same file does nothing', () => {
    const again = planOf(sheet(ming, hong), {
      existing: afterSaving(planOf(sheet(ming, hong)).bundles),
    })
    expect([again.bundles, again.already.length]).toEqual([[], 2])
  })

  it('adds a brother or sister to the family that is there, without its adults a second time', () => {
    const before = afterSaving(planOf(sheet(ming)).bundles)
    const plan = planOf(sheet(ming, hong), { existing: before })
    expect(plan.families).toMatchObject([
      { familyId: before.families[0]?.id, joins: true, code: 'R-001' },
    ])
    expect(plan.counts).toMatchObject({
      families: 0,
      children: 1,
      kinds: { person: 1, guardianship: 3, pair: 3 },
    })
    expect(notesOf(plan, 'look')).toContain('3/2 joinsFamily 王小红')
  })

  it('shows look-alikes with the reason (FAM-30)', () => {
    const before = afterSaving(planOf(sheet(ming)).bundles)
    const plan = planOf(sheet(changed(2, '王晓明', changed(6, '王二'))), { existing: before })
    expect(plan.lookalikes.map(({ reason }) => reason)).toEqual(['similarNameAndBirth'])
    expect(plan.counts.families).toBe(1)
  })
})

describe('a large register', () => {
  it('of 10,000 rows is planned in slices that can be stopped', async () => {
    const { planInSlices } = await import('./plan-register-import.ts')
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      changed(
        4,
        `20${10 + (index % 15)}-0${1 + (index % 9)}-1${index % 10}`,
        changed(6, `王${index}`, changed(2, `小${index}明`)),
      ),
    )
    const table = sheet(...rows)
    const slices = planInSlices({
      table,
      mapping: proposeMapping(table),
      existing: nothingYet,
      today: '2026-03-10',
      staffId: idOf(2),
      doubtfulCells: 'leaveRowOut',
      codePrefix: 'R-',
      newId: () => crypto.randomUUID(),
    })
    let steps = 0
    let last = 0
    let step = slices.next()
    while (step.done !== true) {
      steps += 1
      expect(step.value.done).toBeGreaterThan(last)
      last = step.value.done
      step = slices.next()
    }
    expect(steps).toBe(100)
    expect(step.value.counts.children).toBe(10_000)
  })
})
