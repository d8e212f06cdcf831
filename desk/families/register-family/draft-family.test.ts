import { describe, expect, it } from 'vitest'
import { draftFamily } from './draft-family.ts'
import {
  emptyAdult,
  emptyFamily,
  familyFormShape,
  type FamilyForm,
  isPaired,
  listUnplaced,
  nextCode,
} from './family-form.ts'

const staffId = '00000000-0000-4000-8000-000000000002'

function form(changes: Partial<FamilyForm> = {}): FamilyForm {
  const empty = emptyFamily('Z-001')
  const [child] = empty.children
  if (child === undefined) throw new Error('no child row')
  return {
    ...empty,
    village: ' Z村 ',
    children: [{ ...child, name: '王小明', bornOn: '2016-03-05' }],
    adults: [
      {
        ...emptyAdult('mother'),
        ...{ name: '李梅', email: ' li.mei@example.org ' },
        ...{ away: true, province: '广东', city: '东莞' },
      },
      emptyAdult('father'),
      {
        ...emptyAdult('grandmother'),
        name: '张桂英',
        careBasis: 'oralEntrustment',
        livesHere: true,
      },
    ],
    ...changes,
  }
}

function kindsOf(changes: Partial<FamilyForm> = {}) {
  return draftFamily(form(changes), staffId, '2026-03-10').map(({ kind }) => kind.name)
}

describe('a family form', () => {
  it('becomes one bundle in the order in which records point at each other, without nameless adults', () => {
    expect(kindsOf()).toEqual([
      'family',
      'person',
      'person',
      'migration',
      'person',
      'guardianship',
      'pair',
      'guardianship',
      'pair',
    ])
  })

  it('binds every adult to every child', () => {
    const twice = form().children.flatMap((child) => [
      child,
      { ...child, id: '00000000-0000-4000-8000-000000000099', name: '王小红' },
    ])
    const kinds = kindsOf({ children: twice })
    expect(kinds.filter((name) => name === 'guardianship')).toHaveLength(4)
    expect(kinds.filter((name) => name === 'pair')).toHaveLength(4)
  })

  it('says that whoever is away does not sleep here, and trims what was typed', () => {
    const drafts = draftFamily(form(), staffId, '2026-03-10')
    expect(drafts[0]?.fields).toMatchObject({ village: 'Z村', staff: [staffId] })
    expect(drafts[2]?.fields).toMatchObject({ name: '李梅', livesHere: false, role: 'parent' })
    expect(drafts[2]?.fields).toMatchObject({ email: 'li.mei@example.org' })
  })

  it('opens a form that was kept on the device before an address was asked for', () => {
    const { adults, ...rest } = form()
    const older = { ...rest, adults: adults.map(({ email: _email, ...adult }) => adult) }
    expect(familyFormShape.parse(older).adults.map(({ email }) => email)).toEqual(['', '', ''])
  })

  it('supposes of nobody to live at home, and waits for a word about everybody with a name', () => {
    expect(emptyFamily('Z-001').adults.map(({ livesHere }) => livesHere)).toEqual([null, null])
    expect(listUnplaced(form())).toEqual([])
    const adults = [
      { ...emptyAdult('mother'), name: '李梅' },
      { ...emptyAdult('father'), name: '王大', livesHere: false },
      emptyAdult('grandmother'),
    ]
    expect(listUnplaced(form({ adults })).map(({ name }) => name)).toEqual(['李梅'])
  })

  it('keeps that a lookalike was shown and is another child (FAM-31)', () => {
    const known = { id: staffId, familyId: 'f', name: '王小明', bornOn: null, notSameAs: [] }
    const [child] = form().children
    const written = form({ children: child === undefined ? [] : [child] })
    const apart = [{ left: known, right: { ...known, id: child?.id ?? '' } }]
    const drafts = draftFamily(written, staffId, '2026-03-10', apart)
    expect(drafts[1]?.fields).toMatchObject({ name: '王小明', notSameAs: [staffId] })
    expect(drafts[2]?.fields).toMatchObject({ notSameAs: [] })
  })

  it('proposes pairs with parents and caregivers and follows the person who says otherwise', () => {
    expect(isPaired(emptyAdult('father'))).toBe(true)
    expect(isPaired(emptyAdult('aunt'))).toBe(false)
    expect(isPaired({ ...emptyAdult('aunt'), careBasis: 'factOnly' })).toBe(true)
    expect(isPaired({ ...emptyAdult('father'), paired: false })).toBe(false)
  })

  it('counts on in the way the agency numbers its files', () => {
    expect(nextCode([])).toBe('F-001')
    expect(nextCode(['Z-009', 'Z-010', 'old'])).toBe('Z-011')
    expect(nextCode(['2026年99号', 'Z099'])).toBe('Z100')
  })
})
