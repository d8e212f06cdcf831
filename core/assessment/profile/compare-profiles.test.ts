import { describe, expect, it } from 'vitest'
import { idOf } from '../../families/cases/family-world.ts'
import { allOf, called, childSays, daysAgo, pair } from './cases/pair-world.ts'
import { evidenceWith, grandmotherCares, judged, profileOf } from './cases/profile-world.ts'
import { compareProfiles } from './compare-profiles.ts'
import { describeProfile } from './describe-profile.ts'
import type { PairRecords } from './pair-evidence.ts'
import type { PairProfile } from './profile-shape.ts'

function described(changes: Partial<PairProfile>, records: Partial<PairRecords> = {}) {
  const live = evidenceWith(records)
  return describeProfile(profileOf(changes), { pair, live, guardianships: [grandmotherCares] })
}

const distance = { starter: 'distance', words: '', how: '' } as const
const note = { of: 'note', words: '班主任说的' } as const

describe('two versions beside each other [PRF-10]', () => {
  it('a version is the same as itself', () => {
    const one = described(judged, { sheets: [childSays({})] })
    expect(compareProfiles(one, one)).toEqual({
      targets: [],
      causes: [],
      harms: [],
      risk: null,
      grade: null,
      words: [],
    })
  })

  it('names what was judged otherwise, and the same measure of the same side in figures', () => {
    const later = { ...childSays(allOf('trust', 4)), id: idOf(898) }
    const before = described(judged, {
      sheets: [childSays(allOf('trust', 2), { answeredOn: daysAgo(60) })],
      contacts: [called(27)],
    })
    const after = described(
      { judgements: { trust: { need: 'some', words: '', reason: '好一些了' } }, risk: 'none' },
      { sheets: [later], contacts: [called(27), called(20), called(13), called(6)] },
    )
    const { targets, risk } = compareProfiles(before, after)
    expect(risk).toEqual({ before: 'watch', after: 'none' })
    expect(targets.find(({ target }) => target === 'trust')).toMatchObject({
      judgement: { before: { need: 'strong' }, after: { need: 'some' } },
      scores: [{ side: 'child', before: { value: 2 }, after: { value: 4 } }],
      perWeek: null,
    })
    expect(targets.find(({ target }) => target === 'initiative')).toMatchObject({
      judgement: null,
      perWeek: { before: 0.25, after: 1 },
    })
  })

  it('names causes that came, went or stand otherwise, and words that were changed', () => {
    const link = { of: 'cause', to: 'distance', evidence: note, why: '' } as const
    const before = described({
      causes: { distance, reserve: { starter: 'reserve', words: '', how: '' } },
      links: { a: { ...link, strength: 'weak' } },
      summarySelf: '话少',
    })
    const after = described({
      causes: { distance, own: { starter: null, words: '手机由奶奶管', how: '' } },
      links: { a: { ...link, strength: 'strong' } },
      summarySelf: '愿意开口了',
    })
    const { causes, words } = compareProfiles(before, after)
    expect(causes.map(({ id, change }) => [id, change])).toEqual([
      ['distance', 'otherwise'],
      ['own', 'came'],
      ['reserve', 'went'],
    ])
    expect(words).toEqual([{ field: 'summarySelf', before: '话少', after: '愿意开口了' }])
  })
})
