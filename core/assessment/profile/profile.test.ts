import { describe, expect, it } from 'vitest'
import { ids, idOf, pairWith } from '../../families/cases/family-world.ts'
import {
  allOf,
  called,
  childSays,
  childSheetId,
  codeNamed,
  daysAgo,
  grandmotherSays,
  mark,
  motherSays,
  motherSheetId,
  pair,
  recordsOf,
  talk,
} from './cases/pair-world.ts'
import { findEvidence, listEvidenceItems } from './evidence-item.ts'
import { findDisagreements } from './find-disagreements.ts'
import { gatherPairEvidence } from './gather-pair-evidence.ts'
import type { PairRecords } from './pair-evidence.ts'
import { type ProgrammeTarget, programmeTargets } from '../../inquiry/programme-targets.ts'
import { suggestTargets } from './suggest-targets.ts'

function gather(changes: Partial<PairRecords>) {
  return gatherPairEvidence(pair, recordsOf(changes))
}

function about(target: ProgrammeTarget, changes: Partial<PairRecords>) {
  const found = gather(changes).targets.find((one) => one.target === target)
  if (found === undefined) throw new Error(`no ${target}`)
  return found
}

function disagreements(changes: Partial<PairRecords>) {
  return findDisagreements(gather(changes))
}

const childTalk = talk(901, ids.child, 'child')
const motherTalk = talk(902, ids.mother, 'parent')
const broken = codeNamed('trustBroken', { name: '答应了没做到' })
const grows = codeNamed('trustGrows')

describe('what the records say about a pair [PRF-1]', () => {
  it('sets the child and the adult side by side in one row, with value, range, day and sheet', () => {
    const sheets = [childSays(allOf('trust', 2)), motherSays(allOf('trust', 5))]
    const { rows } = about('trust', { sheets })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      child: [
        {
          value: 2,
          range: { min: 1, max: 5 },
          share: 0.25,
          on: daysAgo(10),
          sheetId: childSheetId,
        },
      ],
      adult: [{ value: 5, share: 1, sheetId: motherSheetId }],
      other: [],
    })
  })

  it('keeps every moment, oldest first', () => {
    const sheets = [
      childSays(allOf('trust', 4)),
      { ...childSays(allOf('trust', 2), { answeredOn: daysAgo(80) }), id: idOf(804) },
    ]
    expect(about('trust', { sheets }).rows[0]?.child.map(({ value }) => value)).toEqual([2, 4])
  })

  it('counts no draft, nothing set aside and nothing about another pair', () => {
    const father = pairWith(ids.father, 'father')
    const left: readonly Parameters<typeof childSays>[1][] = [
      { state: 'draft', submittedOn: null },
      { state: 'setAside' },
      { pairId: father.id },
      { pairId: null, targetId: ids.father },
    ]
    for (const changes of left) {
      expect(about('trust', { sheets: [childSays({}, changes)] }).rows).toEqual([])
    }
    expect(about('trust', { sheets: [childSays({}, { pairId: null })] }).rows).toHaveLength(1)
  })

  it('takes a guardian’s answers for the guardian as a bridge only', () => {
    const { targets } = gather({ sheets: [grandmotherSays({})] })
    const answered = targets.filter(({ rows }) => rows.length > 0)
    expect(answered.map(({ target }) => target)).toEqual(['guardianBridge'])
    expect(answered[0]?.rows[0]?.other).toHaveLength(1)
  })

  it('counts a child’s words about an adult only where the mark says whom they mean', () => {
    const [mother, grandmother] = [pair, pairWith(ids.grandmother, 'grandmother')]
    const inPair = (one: typeof pair, aboutIds: string[]) => {
      const spans = [mark(911, childTalk.id, broken, '说过年回来', { aboutIds })]
      const records = { interviews: [childTalk], codes: [broken], spans }
      const found = gatherPairEvidence(one, recordsOf({ ...records, pairs: [mother, grandmother] }))
      return {
        quoted: found.targets.flatMap(({ quotations }) => quotations).length,
        unclear: found.unclear.length,
        led: suggestTargets(found).length,
      }
    }
    const [none, own] = [
      { quoted: 0, unclear: 0, led: 0 },
      { quoted: 1, unclear: 0, led: 1 },
    ]
    expect(inPair(mother, [])).toEqual({ ...none, unclear: 1 })
    expect(inPair(grandmother, [])).toEqual({ ...none, unclear: 1 })
    expect([inPair(mother, [ids.mother]), inPair(grandmother, [ids.mother])]).toEqual([own, none])
  })

  it('takes a parent’s own talk for theirs, words about the child for every pair, about the bridge for the parents’', () => {
    const grandmother = pairWith(ids.grandmother, 'grandmother')
    const [harm, bridge] = [codeNamed('harmLearning'), codeNamed('guardianBridge')]
    const records = recordsOf({
      interviews: [childTalk, motherTalk],
      codes: [broken, harm, bridge],
      spans: [
        mark(911, motherTalk.id, broken, '票没买到'),
        mark(912, childTalk.id, harm, '上课走神'),
        mark(913, childTalk.id, bridge, '奶奶举着手机'),
      ],
      pairs: [pair, grandmother],
    })
    const codesOf = (one: typeof pair) => {
      const { targets, signs, unclear } = gatherPairEvidence(one, records)
      const quoted = [...targets, ...signs].flatMap(({ quotations }) => quotations)
      expect(unclear).toEqual([])
      return [...new Set(quoted.map(({ spanId }) => spanId))].sort()
    }
    expect(codesOf(pair)).toEqual([idOf(911), idOf(912), idOf(913)])
    expect(codesOf(grandmother)).toEqual([idOf(912)])
  })

  it('counts marks of one code that lie over each other once, with the words of both', () => {
    const spans = [
      mark(911, childTalk.id, broken, '说过年回来', { fromAt: 2, toAt: 7 }),
      mark(912, childTalk.id, broken, '回来，没𠮷回', { fromAt: 5, toAt: 11, coderId: idOf(3) }),
      mark(913, childTalk.id, broken, '票', { fromAt: 11, toAt: 12 }),
      mark(914, childTalk.id, grows, '回来', { fromAt: 5, toAt: 7 }),
    ]
    const { quotations } = about('trust', {
      interviews: [childTalk],
      codes: [broken, grows],
      spans,
    })
    expect(quotations.map(({ spanId, otherIds, words }) => [spanId, otherIds, words])).toEqual(
      expect.arrayContaining([
        [idOf(911), [idOf(912)], '说过年回来，没𠮷回'],
        [idOf(913), [], '票'],
        [idOf(914), [], '回来'],
      ]),
    )
    expect(quotations).toHaveLength(3)
  })

  it('finds what a link points at also where its mark lies under another', () => {
    const spans = [
      mark(911, childTalk.id, broken, '说过年回来'),
      mark(912, childTalk.id, broken, '过年', { fromAt: 1, toAt: 3 }),
    ]
    const items = listEvidenceItems(gather({ interviews: [childTalk], codes: [broken], spans }))
    expect(findEvidence({ of: 'quotation', spanId: idOf(912) }, items)).toMatchObject({
      quotation: { spanId: idOf(911) },
    })
  })

  it('quotes by the code’s origin, once for two coders, not of the other parent, not taken back', () => {
    const fatherTalk = talk(903, ids.father, 'parent')
    const spans = [
      mark(911, childTalk.id, broken, '她说过年回来，又没有回来。'),
      mark(912, childTalk.id, broken, '她说过年回来，又没有回来。', { coderId: idOf(3) }),
      mark(913, fatherTalk.id, broken, '我忙。'),
      mark(914, motherTalk.id, broken, '我没做到。', { takenBack: true }),
    ]
    const { quotations } = about('trust', {
      interviews: [childTalk, motherTalk, fatherTalk],
      codes: [broken],
      spans,
    })
    expect(quotations).toMatchObject([
      {
        spanId: idOf(911),
        side: 'child',
        sense: 'dark',
        code: { name: '答应了没做到' },
        on: daysAgo(12),
      },
    ])
  })

  it('counts a code that was set under one of ours with it', () => {
    const own = codeNamed('ownWords', { parentId: broken.id })
    const { quotations } = about('trust', {
      interviews: [childTalk],
      codes: [broken, own],
      spans: [mark(911, childTalk.id, own, '骗我')],
    })
    expect(quotations).toMatchObject([{ sense: 'dark' }])
  })

  it('measures the log where it says something, and says nothing without one', () => {
    const contacts = [called(27), called(13, { startedBy: 'adult' }), called(5, { reached: false })]
    expect(about('initiative', { contacts }).log).toMatchObject({
      weeks: 4,
      reached: 2,
      missed: 1,
      perWeek: 0.5,
      startedBy: { adult: 1, unknown: 1, child: 0 },
      lastOn: daysAgo(13),
    })
    expect(about('trust', { contacts }).log).toBeNull()
    expect(about('initiative', {}).log).toBeNull()
  })

  it('names what must be collected first', () => {
    expect(gather({}).missing).toEqual([
      'childScores',
      'adultScores',
      'quotations',
      'episodes',
      'contactLog',
    ])
    const all = { sheets: [childSays({}), motherSays({})], contacts: [called(1)] }
    expect(gather(all).missing).toEqual(['quotations', 'episodes'])
    expect(gather({}).targets.map(({ target }) => target)).toEqual([...programmeTargets])
  })
})

describe('where sources disagree [PRF-2]', () => {
  it('child low and adult high, with both scores; not when a step is not reached or time lies between', () => {
    const apart = disagreements({
      sheets: [childSays(allOf('trust', 2)), motherSays(allOf('trust', 5))],
    })
    expect(apart).toMatchObject([
      { target: 'trust', id: 'sidesApart', child: { value: 2 }, adult: { value: 5 } },
    ])
    const close = { sheets: [childSays({}), motherSays({ 'parent-keeps': 4 })] }
    expect(disagreements(close)).toEqual([])
    const long = motherSays(allOf('trust', 5), { answeredOn: daysAgo(200) })
    expect(disagreements({ sheets: [childSays(allOf('trust', 2)), long] })).toEqual([])
  })

  it('the mother says every week, the log holds twice a month', () => {
    const sheets = [motherSays({ weekly: 5 })]
    const seldom = [called(27), called(13)]
    expect(disagreements({ sheets, contacts: seldom })).toMatchObject([
      {
        id: 'answerAgainstLog',
        answer: { about: 'weekly', value: 5, side: 'adult' },
        log: { perWeek: 0.5 },
      },
    ])
    const often = [called(27), called(20), called(13), called(6)]
    expect(disagreements({ sheets, contacts: often })).toEqual([])
    expect(disagreements({ sheets })).toEqual([])
    const older = [motherSays({ weekly: 5 }, { answeredOn: daysAgo(40) })]
    expect(disagreements({ sheets: older, contacts: seldom })).toEqual([])
  })

  it('who begins is compared only where the log knows who began', () => {
    const sheets = [childSays({ 'child-starts': 5 })]
    const by = (startedBy: 'adult' | 'unknown') =>
      [27, 20, 13, 6].map((days) => called(days, { startedBy }))
    expect(disagreements({ sheets, contacts: by('adult') })).toMatchObject([
      { id: 'answerAgainstLog', answer: { about: 'childBegins' } },
    ])
    expect(disagreements({ sheets, contacts: by('unknown') })).toEqual([])
  })

  it('somebody’s own words against somebody’s own score', () => {
    const words = {
      interviews: [childTalk],
      codes: [broken],
      spans: [mark(911, childTalk.id, broken, '又没有回来。')],
    }
    const sheets = [childSays(allOf('trust', 5))]
    expect(disagreements({ ...words, sheets })).toMatchObject([
      { id: 'quoteAgainstScore', quotation: { spanId: idOf(911) }, score: { value: 5 } },
    ])
    expect(disagreements({ ...words, sheets: [childSays(allOf('trust', 2))] })).toEqual([])
  })

  it('the child’s words against the adult’s; not where one speaks of both', () => {
    const spans = [
      mark(911, childTalk.id, broken, '又没有回来。'),
      mark(912, motherTalk.id, grows, '他什么都跟我说。'),
    ]
    const both = { interviews: [childTalk, motherTalk], codes: [broken, grows] }
    expect(disagreements({ ...both, spans })).toMatchObject([
      { id: 'quotesApart', child: { sense: 'dark' }, adult: { sense: 'bright' } },
    ])
    const longAgo = talk(903, ids.mother, 'parent', 700)
    const before = [
      mark(911, childTalk.id, broken, '又没有回来。'),
      mark(914, longAgo.id, grows, '都跟我说。'),
    ]
    const apart = { interviews: [childTalk, longAgo], codes: [broken, grows], spans: before }
    expect(disagreements(apart)).toEqual([])
    const more = [...spans, mark(913, motherTalk.id, broken, '我没回去。')]
    expect(disagreements({ ...both, spans: more })).toEqual([])
  })
})

describe('targets that the records point at [PRF-3]', () => {
  it('name the record and the number, and those with more kinds of sources come first', () => {
    const suggestions = suggestTargets(
      gather({
        sheets: [childSays({ ...allOf('trust', 2), ...allOf('content', 2) })],
        interviews: [childTalk],
        codes: [broken],
        spans: [mark(911, childTalk.id, broken, '又没有回来。')],
      }),
    )
    expect(suggestions).toMatchObject([
      {
        target: 'trust',
        sources: 2,
        reasons: [
          { id: 'lowScore', score: { value: 2, sheetId: childSheetId } },
          { id: 'darkQuotes', quotations: [{ spanId: idOf(911) }] },
        ],
      },
      { target: 'content', sources: 1 },
    ])
  })

  it('read the log: few contacts, one side never begins, a silence', () => {
    const contacts = [28, 26, 24, 20].map((days) => called(days, { startedBy: 'adult' }))
    const late = [...contacts, called(18, { startedBy: 'adult' })]
    const [first, ...others] = suggestTargets(gather({ contacts: late }))
    expect(others).toEqual([])
    expect(first).toMatchObject({
      target: 'initiative',
      reasons: [
        { id: 'oneBegins', never: 'child' },
        { id: 'silence', days: 18 },
      ],
    })
    expect(suggestTargets(gather({ contacts: [called(27)] }))).toMatchObject([
      {
        reasons: [
          { id: 'fewContacts', log: { perWeek: 0.25 } },
          { id: 'silence', days: 27 },
        ],
      },
    ])
  })

  it('suggest nothing without records, and nothing at the middle', () => {
    expect(suggestTargets(gather({}))).toEqual([])
    expect(suggestTargets(gather({ sheets: [childSays({}), motherSays({})] }))).toEqual([])
  })
})
