import { describe, expect, it } from 'vitest'
import { childAmongAdults } from '../../../core/assessment/drawing/cases/drawn-family.ts'
import { readGenogram } from '../../../core/assessment/drawing/genogram/read-genogram.ts'
import { idOf, ids, somebody } from '../../../core/families/cases/family-world.ts'
import { draftRelative, isComplete, type RelativeForm } from './draft-relative.ts'

const day = '2026-03-10'
const genogram = readGenogram(childAmongAdults(), ids.child, day)
const blank: RelativeForm = {
  kinship: 'parent',
  name: '陈大山',
  sex: 'male',
  born: '',
  alive: true,
  livesHere: false,
  state: null,
  otherParentId: '',
}
const newIds = { person: idOf(70), couple: idOf(71), birth: idOf(72) }

function draft(form: Partial<RelativeForm>, ofId: string, role: 'child' | 'parent' | 'relative') {
  const marks = { unsent: false, conflicts: [], trail: [], removed: false }
  const of = { ...somebody(ofId, { role }), ...marks }
  return draftRelative({ ...blank, ...form }, of, genogram, day, newIds).map(
    ({ kind, fields }) => ({ kind: kind.name, ...fields }),
  )
}

describe('a relative added from the drawing', () => {
  it('does not live here unless somebody says so', () => {
    expect(draft({}, ids.father, 'parent')[0]).toMatchObject({
      livesHere: false,
      role: 'grandparent',
    })
    expect(draft({ livesHere: true, alive: false }, ids.father, 'parent')[0]).toMatchObject({
      livesHere: false,
      alive: false,
    })
  })

  it('is a child of the register only as son or daughter of the household that lives here', () => {
    const young = { kinship: 'child', born: '2018', livesHere: true } as const
    expect(draft(young, ids.father, 'parent')[0]).toMatchObject({ role: 'child' })
    expect(draft(young, ids.father, 'relative')[0]).toMatchObject({ role: 'relative' })
    expect(draft({ ...young, livesHere: false }, ids.father, 'parent')[0]).toMatchObject({
      role: 'relative',
    })
  })

  it('keeps a year of birth as a year', () => {
    const drafts = draft({ born: '1958' }, ids.father, 'parent')
    expect(drafts[0]).toMatchObject({ bornOn: null })
    expect(drafts).toContainEqual(
      expect.objectContaining({ kind: 'lifeFact', fact: 'born', since: '1958' }),
    )
    expect(draft({ born: '1958-04-01' }, ids.father, 'parent')[0]).toMatchObject({
      bornOn: '1958-04-01',
    })
  })

  it('is nobody’s spouse before somebody has said how the two stand; a former one is no relative', () => {
    expect(isComplete({ ...blank, kinship: 'partner' })).toBe(false)
    expect(isComplete({ ...blank, kinship: 'partner', state: 'divorced' })).toBe(true)
    expect(isComplete({ ...blank, born: '58' })).toBe(false)
    const former = draft({ kinship: 'partner', state: 'divorced' }, ids.father, 'parent')
    expect(former[0]).toMatchObject({ role: 'other' })
    expect(former[1]).toMatchObject({ kind: 'couple', state: 'divorced' })
  })
})
