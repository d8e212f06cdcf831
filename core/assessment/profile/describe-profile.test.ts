import { describe, expect, it } from 'vitest'
import { bond, idOf, ids, stay, today } from '../../families/cases/family-world.ts'
import { addDays } from '../../kit/dates.ts'
import {
  allOf,
  called,
  childSays,
  childSheetId,
  codeNamed,
  daysAgo,
  mark,
  motherSays,
  motherSheetId,
  pair,
  seen,
  talk,
} from './cases/pair-world.ts'
import { evidenceWith, grandmotherCares, judged, profileOf } from './cases/profile-world.ts'
import { describeProfile, listCauses } from './describe-profile.ts'
import { listEvidenceItems } from './evidence-item.ts'
import { findDisagreements } from './find-disagreements.ts'
import { findGradedGuardianship } from './find-grade.ts'
import type { PairRecords } from './pair-evidence.ts'
import type { PairProfile } from './profile-shape.ts'
import { freezeEvidence } from './settled-evidence.ts'
import { suggestCauses } from './suggest-causes.ts'
import { suggestTargets } from './suggest-targets.ts'
import { keysOfReasons, weighSuggestion } from './weigh-suggestion.ts'

const childTalk = talk(901, ids.child, 'child')
const motherTalk = talk(902, ids.mother, 'parent')
const broken = codeNamed('trustBroken')
const misread = codeNamed('leavingMisread')
const safety = codeNamed('harmSafety')
const heard: Partial<PairRecords> = {
  interviews: [childTalk, motherTalk],
  codes: [broken, misread, safety],
}

function described(changes: Partial<PairProfile>, records: Partial<PairRecords> = {}) {
  const live = evidenceWith(records)
  return describeProfile(profileOf(changes), { pair, live, guardianships: [grandmotherCares] })
}

describe('observed episodes [PRF-4]', () => {
  it('count where the child or the adult was seen, not where the child was with another parent only', () => {
    const episodes = [
      seen(921),
      seen(922, { personIds: [ids.child] }),
      seen(923, { personIds: [ids.child, ids.father] }),
      seen(924, { personIds: [ids.child, ids.grandmother] }),
      seen(925, { familyId: idOf(990) }),
      seen(926, { targets: ['skills'] }),
      seen(927, { personIds: [ids.mother], childId: idOf(991) }),
    ]
    const trust = evidenceWith({ episodes }).targets.find(({ target }) => target === 'trust')
    expect(trust?.episodes.map(({ episodeId, sides }) => [episodeId, sides])).toEqual([
      [idOf(921), ['child', 'adult']],
      [idOf(922), ['child']],
      [idOf(924), ['child']],
    ])
  })

  it('stand against a score and against words of whoever was there', () => {
    const sheets = [childSays(allOf('trust', 5)), motherSays(allOf('trust', 5))]
    const own = { sheets, episodes: [seen(921, { personIds: [ids.child] })] }
    expect(findDisagreements(evidenceWith(own))).toMatchObject([
      { id: 'episodeAgainstScore', episode: { episodeId: idOf(921) }, score: { side: 'child' } },
    ])
    const old = { sheets, episodes: [seen(921, { onDay: daysAgo(200) })] }
    expect(findDisagreements(evidenceWith(old))).toEqual([])
    const grows = codeNamed('trustGrows')
    const said = {
      interviews: [motherTalk],
      codes: [grows],
      spans: [mark(912, motherTalk.id, grows, '他什么都跟我说。')],
    }
    expect(findDisagreements(evidenceWith({ ...said, episodes: [seen(921)] }))).toMatchObject([
      { id: 'episodeAgainstQuote', quotation: { side: 'adult' } },
    ])
    const bright = [seen(921, { sense: 'bright' })]
    expect(findDisagreements(evidenceWith({ ...said, episodes: bright }))).toEqual([])
  })

  it('point at a target where they show difficulty', () => {
    expect(suggestTargets(evidenceWith({ episodes: [seen(921)] }))).toMatchObject([
      { target: 'trust', reasons: [{ id: 'darkEpisodes' }], sources: 1 },
    ])
  })
})

describe('causes and harms that the records point at [PRF-5]', () => {
  it('name marked passages, the target that measures the same, and the stay away', () => {
    const found = suggestCauses(
      evidenceWith({
        ...heard,
        sheets: [childSays(allOf('cognition', 2))],
        spans: [
          mark(911, childTalk.id, misread, '他们不要我了。'),
          mark(912, childTalk.id, safety, '晚上一个人在家。'),
        ],
        stays: [stay(ids.mother), stay(ids.father)],
      }),
    )
    expect(found).toMatchObject([
      {
        of: 'cause',
        id: 'misreading',
        reasons: [{ id: 'marked' }, { id: 'lowScore' }],
        sources: 2,
      },
      { of: 'cause', id: 'distance', reasons: [{ id: 'away', stay: { since: '2024-02-20' } }] },
      { of: 'harm', id: 'safety', reasons: [{ id: 'marked' }] },
    ])
  })

  it('a stay that is over is no parting now, and nothing is suggested without records', () => {
    const over = stay(ids.mother, { until: daysAgo(5) })
    expect(suggestCauses(evidenceWith({ stays: [over] }))).toEqual([])
  })
})

describe('a decided suggestion [PRF-6]', () => {
  const contacts = [called(27), called(20)]
  const reasonsWith = (records: Partial<PairRecords>) =>
    suggestTargets(evidenceWith(records)).flatMap(({ reasons }) => reasons)
  const declinedOn = (records: Partial<PairRecords>) => ({
    decision: 'declined' as const,
    reason: 'x',
    byId: ids.staff,
    on: today,
    basis: keysOfReasons(reasonsWith(records)),
  })

  it('stays declined until evidence comes that was not there', () => {
    const before = { sheets: [childSays(allOf('trust', 2))] }
    const declined = declinedOn(before)
    expect(weighSuggestion(reasonsWith(before), undefined, today)).toBe('open')
    expect(weighSuggestion(reasonsWith(before), declined, addDays(today, 90))).toBe('declined')
    const after = { ...before, episodes: [seen(921)] }
    expect(weighSuggestion(reasonsWith(after), declined, today)).toBe('again')
    const accepted = { ...declined, decision: 'accepted' as const }
    expect(weighSuggestion(reasonsWith(after), accepted, today)).toBe('accepted')
  })

  it('is open again when another sheet goes against the contact log', () => {
    const log = [22, 16, 10, 4].map((days) => called(days, { startedBy: 'adult' }))
    const before = { contacts: log, sheets: [childSays({ 'child-starts': 5 })] }
    const also = motherSays({ 'child-starts': 5 }, { answeredOn: daysAgo(1) })
    const after = { ...before, sheets: [...before.sheets, also] }
    const declined = declinedOn(before)
    expect(weighSuggestion(reasonsWith(before), declined, today)).toBe('declined')
    expect(weighSuggestion(reasonsWith(after), declined, today)).toBe('again')
  })

  it('a figure of the contact log is new once it is about four other weeks', () => {
    const declined = declinedOn({ contacts })
    expect(weighSuggestion(reasonsWith({ contacts }), declined, addDays(today, 27))).toBe(
      'declined',
    )
    expect(weighSuggestion(reasonsWith({ contacts }), declined, addDays(today, 28))).toBe('again')
  })
})

describe('a cause beside its evidence [PRF-9]', () => {
  const causes = { misreading: { starter: 'misreading', words: '', how: '' } } as const
  const link = { of: 'cause', to: 'misreading', strength: 'strong', why: '' } as const
  const quote = { of: 'quotation', spanId: idOf(911) } as const
  const spans = [mark(911, childTalk.id, misread, '他们不要我了。')]

  it('is an assumption without evidence, also where evidence only contradicts it or is gone', () => {
    const assumed = (links: PairProfile['links'], records: Partial<PairRecords> = {}) =>
      listCauses(profileOf({ causes, links }), evidenceWith(records)).map((one) => one.assumed)
    const words = { ...heard, spans }
    expect(assumed({})).toEqual([true])
    expect(assumed({ a: { ...link, evidence: quote } }, words)).toEqual([false])
    expect(assumed({ a: { ...link, evidence: quote } })).toEqual([true])
    const against = { ...link, strength: 'contradicts' as const, evidence: quote }
    expect(assumed({ a: against }, words)).toEqual([true])
    const note = { ...link, evidence: { of: 'note', words: '班主任说的' } } as const
    expect(assumed({ a: note })).toEqual([false])
  })

  it('shows the strongest first, and what lost its record as gone', () => {
    const score = { of: 'score', sheetId: childSheetId, rowId: 'gone' } as const
    const links = {
      a: { ...link, strength: 'weak', evidence: score },
      b: { ...link, evidence: quote },
    } as const
    const { causes: found } = described({ causes, links }, { ...heard, spans })
    expect(found).toMatchObject([
      {
        id: 'misreading',
        links: [
          { linkId: 'b', item: { of: 'quotation', quotation: { words: '他们不要我了。' } } },
          { linkId: 'a', item: null },
        ],
      },
    ])
  })

  it('may be linked to every score, passage, episode, log figure and stay, each once', () => {
    const items = listEvidenceItems(
      evidenceWith({
        ...heard,
        spans,
        sheets: [childSays({}), motherSays({})],
        episodes: [seen(921, { targets: ['trust', 'skills'] })],
        contacts: [called(3)],
        stays: [stay(ids.mother)],
      }),
    )
    const count = (of: string) => items.filter((one) => one.of === of).length
    expect([count('quotation'), count('episode'), count('log'), count('stay')]).toEqual([
      1, 1, 4, 1,
    ])
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length)
    expect(items.some((one) => one.of === 'score' && one.score.sheetId === motherSheetId)).toBe(
      true,
    )
  })
})

describe('a profile as data [PRF-7]', () => {
  it('a draft reads the evidence and the grade as they are now, a settled one as they were', () => {
    const sheets = [childSays(allOf('trust', 2))]
    const now = described(judged, { sheets })
    const trustOf = (one: typeof now) => one.targets.find(({ target }) => target === 'trust')
    expect(trustOf(now)).toMatchObject({
      judgement: { need: 'strong' },
      scores: [{ child: { value: 2 }, adult: null }],
      reasons: [{ id: 'lowScore' }],
    })
    expect(now.grade).toMatchObject({ grade: 'fair', adultId: ids.grandmother })
    const settledEvidence = freezeEvidence(evidenceWith({ sheets }), new Set())
    const then = described(
      {
        ...judged,
        state: 'settled',
        settledEvidence,
        settledGrade: { guardianshipId: idOf(1), adultId: ids.grandmother, grade: 'poor' },
      },
      { sheets: [childSays(allOf('trust', 5))] },
    )
    expect(trustOf(then)?.scores[0]?.child?.value).toBe(2)
    expect(then.grade?.grade).toBe('poor')
  })

  it('leaves out of the order of problems what has been taken away', () => {
    const priorities = ['target:trust', 'cause:distance', 'cause:gone', 'target:gone']
    const causes = { distance: { starter: 'distance', words: '', how: '' } } as const
    expect(described({ priorities, causes }).priorities).toEqual(['target:trust', 'cause:distance'])
  })

  it('shows the grade of whoever looks after the child now', () => {
    const mother = bond(ids.mother, { grade: 'good' })
    const before = { ...grandmotherCares, until: daysAgo(1) }
    const find = (list: readonly (typeof mother)[]) =>
      findGradedGuardianship(list, ids.child, today)?.adultId ?? null
    expect(find([grandmotherCares, mother])).toBe(ids.grandmother)
    expect(find([before, mother])).toBe(ids.mother)
    expect(find([])).toBeNull()
  })
})
