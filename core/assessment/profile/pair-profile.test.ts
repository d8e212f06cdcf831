import { describe, expect, it } from 'vitest'
import { consent } from '../../families/consent.ts'
import { context, foundWith, idOf, ids, judge, today } from '../../families/cases/family-world.ts'
import { guardianship } from '../../families/guardianship.ts'
import { pair as pairKind } from '../../families/pair.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { mergeFields } from '../../sync/merge.ts'
import {
  allOf,
  childSays,
  childSheetId,
  codeNamed,
  daysAgo,
  mark,
  motherSays,
  pair,
  recordsOf,
  seen,
  talk,
} from './cases/pair-world.ts'
import {
  evidenceWith,
  grandmotherCares,
  judged,
  mayAssess,
  profileOf,
  somebodyElse,
} from './cases/profile-world.ts'
import { findDisagreements } from './find-disagreements.ts'
import { gatherPairEvidence } from './gather-pair-evidence.ts'
import { pairProfile } from './pair-profile.ts'
import { beginNextProfile, type PairProfileEntry } from './profile-shape.ts'
import { listUnreasoned } from './profile-rules.ts'
import { freezeEvidence, thawEvidence } from './settled-evidence.ts'
import { suggestCauses } from './suggest-causes.ts'
import { suggestTargets } from './suggest-targets.ts'

const known = [
  [consent, mayAssess],
  [pairKind, pair],
] as const

function run(
  verb: string,
  profile: PairProfileEntry,
  input: object,
  others: PairProfileEntry[] = [],
) {
  const { id: recordId, ...fields } = profile
  const found = foundWith([
    [guardianship, grandmotherCares],
    [pairKind, pair],
    ...[profile, ...others].map((one) => [pairProfile, one] as const),
  ])
  const setting = { ...context, recordId }
  const outcome = pairProfile.verbs[verb]?.run(
    fieldsAsJson(fields),
    fieldsAsJson(input),
    found,
    setting,
  )
  if (outcome === undefined) throw new Error(`no ${verb}`)
  return outcome
}

function refusalOf(outcome: ReturnType<typeof run>): string | null {
  return outcome.ok ? null : outcome.refusal.id
}

const evidence = freezeEvidence(evidenceWith(), new Set())
const settled = profileOf({
  ...judged,
  state: 'settled',
  settledOn: today,
  settledById: ids.staff,
  settledEvidence: evidence,
})

describe('a profile is written', () => {
  it('with the child’s consent to be assessed, about a pair of the family, not ahead of time [PRF-8]', () => {
    expect(judge(pairProfile, profileOf(), known)).toBeNull()
    expect(judge(pairProfile, profileOf(), [[pairKind, pair]])).toBe('ConsentNotAsked')
    expect(judge(pairProfile, profileOf(), [[consent, mayAssess]])).toBe('PairOfAnotherChild')
    expect(judge(pairProfile, profileOf({ begunOn: '2099-01-01' }), known)).toBe('DateInFuture')
  })

  it('version after version, the next one when the last is settled [PRF-8]', () => {
    const second = profileOf({ no: 2 })
    expect(judge(pairProfile, second, known)).toBe('ProfileOutOfOrder')
    expect(judge(pairProfile, second, [...known, [pairProfile, profileOf()]])).toBe(
      'EarlierProfileOpen',
    )
    expect(judge(pairProfile, second, [...known, [pairProfile, settled]])).toBeNull()
  })

  it('each version once: a second of the same number under another id is none [PRF-8]', () => {
    expect(judge(pairProfile, profileOf(), [...known, [pairProfile, profileOf()]])).toBe(
      'ProfileOutOfOrder',
    )
  })

  it('the next version begins with what the last one says and is settled on nothing [PRF-8]', () => {
    const next = profileOf(beginNextProfile(settled, today))
    expect(next).toMatchObject({ no: 2, state: 'draft', judgements: {} })
    const taken = run('takeOver', next, {}, [settled])
    expect(taken).toMatchObject({
      ok: true,
      value: {
        ...{ state: 'draft', settledOn: null, settledEvidence: null, tookOver: true },
        judgements: judged.judgements,
      },
    })
    expect(taken.ok && 'begunOn' in taken.value).toBe(false)
    expect(refusalOf(run('takeOver', profileOf(), {}))).toBe('ProfileOutOfOrder')
    expect(refusalOf(run('takeOver', settled, {}))).toBe('ProfileSettled')
  })

  it('two phones begin it: what one has taken out does not come back with the other [PRF-8]', () => {
    const emptied = profileOf({ no: 2, tookOver: true })
    expect(run('takeOver', emptied, {}, [settled])).toEqual({ ok: true, value: {} })
    expect(judge(pairProfile, emptied, [...known, [pairProfile, settled]])).toBe('FieldNeedsVerb')
  })

  it('nobody decides about a suggestion in somebody else’s name, and declining has its reason [PRF-6]', () => {
    const decision = { reason: '妈妈说那一周手机坏了', on: today, basis: [] }
    const by = (byId: string, reason: string = decision.reason) =>
      profileOf({
        suggestions: { 'target:trust': { ...decision, decision: 'declined', byId, reason } },
      })
    expect(judge(pairProfile, by(ids.staff), known, profileOf())).toBeNull()
    expect(judge(pairProfile, by(somebodyElse), known, profileOf())).toBe('DecisionOfSomebodyElse')
    expect(judge(pairProfile, by(ids.staff, ' '), known, profileOf())).toBe('DecliningNeedsReason')
    expect(judge(pairProfile, by(somebodyElse), known)).toBe('DecisionOfSomebodyElse')
    const theirs = by(somebodyElse)
    expect(judge(pairProfile, profileOf(), known, theirs)).toBe('DecisionOfSomebodyElse')
    const second = profileOf({ no: 2 })
    const next = { ...second, suggestions: theirs.suggestions }
    const last = { ...settled, suggestions: theirs.suggestions }
    expect(judge(pairProfile, next, [...known, [pairProfile, last]], second)).toBeNull()
    expect(judge(pairProfile, next, [...known, [pairProfile, settled]], second)).toBe(
      'DecisionOfSomebodyElse',
    )
    const beside = { ...theirs, theory: '社会学习理论' }
    expect(judge(pairProfile, beside, known, theirs)).toBeNull()
  })
})

describe('two phones write one profile [PRF-8]', () => {
  const link = { of: 'cause', to: 'distance', strength: 'some', why: '' } as const
  const linked = (key: string, words: string) => ({
    [`links.${key}`]: { from: null, to: { ...link, evidence: { of: 'note', words } } },
  })

  it('what they link and judge apart stands together; on one target a person chooses', () => {
    const { id: _id, ...fields } = profileOf()
    const judge = (need: string) => ({ need, words: '', reason: '' })
    const one = mergeFields(pairProfile, fieldsAsJson(fields), {
      ...linked('a', '老师说的'),
      'judgements.trust': { from: null, to: judge('some') },
    })
    const other = mergeFields(pairProfile, one.fields, {
      ...linked('b', '奶奶说的'),
      'judgements.skills': { from: null, to: judge('none') },
      'judgements.trust': { from: null, to: judge('strong') },
    })
    const { links, judgements } = pairProfile.read(other.fields)
    expect(Object.keys(links)).toEqual(['a', 'b'])
    expect(judgements).toMatchObject({ trust: { need: 'some' }, skills: { need: 'none' } })
    expect(other.offered.map(({ field }) => field)).toEqual(['judgements.trust'])
  })
})

describe('a profile is settled [PRF-7]', () => {
  it('keeps the figures and the grade of the guardianship record', () => {
    expect(run('settle', profileOf(judged), { evidence })).toMatchObject({
      ok: true,
      value: {
        state: 'settled',
        settledOn: today,
        settledById: ids.staff,
        settledEvidence: evidence,
        settledGrade: { adultId: ids.grandmother, grade: 'fair' },
      },
    })
  })

  it('needs a judgement, a reason for each, and the risk', () => {
    const { judgements = {} } = judged
    expect(refusalOf(run('settle', profileOf({ risk: 'none' }), { evidence }))).toBe('ProfileEmpty')
    const silent = { trust: { need: 'some', words: '', reason: ' ' } } as const
    const open = { skills: { need: 'unclear', words: '', reason: '' } } as const
    const without = profileOf({ judgements: { ...silent, ...open }, risk: 'none' })
    expect(refusalOf(run('settle', without, { evidence }))).toBe('JudgementNeedsReason')
    expect(listUnreasoned(without)).toEqual(['trust'])
    expect(refusalOf(run('settle', profileOf({ judgements }), { evidence }))).toBe('RiskNotJudged')
    expect(refusalOf(run('settle', settled, { evidence }))).toBe('ProfileSettled')
  })

  it('on evidence that lies before the day, not on any of a day to come', () => {
    const ahead = { ...evidence, today: '2099-01-01' }
    expect(refusalOf(run('settle', profileOf(judged), { evidence: ahead }))).toBe('DateInFuture')
  })

  it('concludes what it concluded, also where the records are many', () => {
    const [bright, dark] = [codeNamed('trustGrows'), codeNamed('trustBroken')]
    const talks = [talk(901, ids.child, 'child', 20), talk(902, ids.child, 'child', 5)]
    const mother = talk(903, ids.mother, 'parent', 6)
    const many = (count: number, from: number, of: number, code: typeof dark) =>
      Array.from({ length: count }, (_, nth) =>
        mark(from + nth, idOf(of), code, `${from + nth}`, { fromAt: nth }),
      )
    const old = Array.from({ length: 9 }, (_, nth) => seen(700 + nth, { onDay: daysAgo(60 + nth) }))
    const newer = Array.from({ length: 12 }, (_, nth) => seen(720 + nth, { sense: 'bright' }))
    const live = evidenceWith({
      interviews: [...talks, mother],
      codes: [bright, dark],
      spans: [
        ...many(8, 100, 901, dark),
        ...many(12, 200, 902, bright),
        ...many(1, 300, 903, dark),
      ],
      episodes: [...old, ...newer],
      sheets: [childSays(allOf('trust', 5)), motherSays(allOf('trust', 2))],
    })
    const thawed = thawEvidence(pair.id, freezeEvidence(live, new Set()))
    const concluded = (from: typeof live) => ({
      targets: suggestTargets(from).map(({ target, reasons }) => [target, reasons]),
      causes: suggestCauses(from),
      apart: findDisagreements(from),
    })
    expect(concluded(thawed)).toEqual(concluded(live))
  })

  it('is not changed any more', () => {
    const changed = { ...settled, theory: '依恋理论' }
    expect(judge(pairProfile, changed, known, settled)).toBe('ProfileSettled')
    const fieldsOf = ({ id: _id, ...fields }: PairProfileEntry) => fieldsAsJson(fields)
    expect(pairProfile.isFrozen(fieldsOf(settled))).toBe(true)
    expect(pairProfile.isFrozen(fieldsOf(profileOf()))).toBe(false)
  })

  it('a later sheet and a mark taken back change nothing in it', () => {
    const broken = codeNamed('trustBroken')
    const childTalk = talk(901, ids.child, 'child')
    const spans = [mark(911, childTalk.id, broken, '又没有回来。')]
    const words = { interviews: [childTalk], codes: [broken], spans }
    const first = childSays(allOf('trust', 2), { answeredOn: daysAgo(40) })
    const live = evidenceWith({ ...words, sheets: [first, motherSays({})] })
    const thawed = thawEvidence(pair.id, freezeEvidence(live, new Set()))
    expect(thawed).toEqual({ ...live, signs: [] })
    const { id: _id, ...fields } = settled
    const settledEvidence = freezeEvidence(live, new Set())
    const parsed = pairProfile.parse(fieldsAsJson({ ...fields, settledEvidence }))
    expect(parsed.ok).toBe(true)
  })

  it('of older scores only those that a cause is linked to are kept', () => {
    const first = { ...childSays(allOf('trust', 2), { answeredOn: daysAgo(60) }), id: idOf(899) }
    const live = gatherPairEvidence(pair, recordsOf({ sheets: [first, childSays({})] }))
    const rowOf = (linked: readonly string[]) =>
      freezeEvidence(live, new Set(linked))
        .targets.find(({ target }) => target === 'trust')
        ?.rows[0]?.child.map(({ sheetId }) => sheetId)
    expect(rowOf([])).toEqual([childSheetId])
    const rowId = live.targets.find(({ target }) => target === 'trust')?.rows[0]?.id ?? ''
    expect(rowOf([`score:${first.id}:${rowId}`])).toEqual([first.id, childSheetId])
  })

  it('cuts long words between characters', () => {
    const broken = codeNamed('trustBroken')
    const childTalk = talk(901, ids.child, 'child')
    const spans = [mark(911, childTalk.id, broken, '𠮷'.repeat(501))]
    const live = evidenceWith({ interviews: [childTalk], codes: [broken], spans })
    const kept = freezeEvidence(live, new Set()).targets.find(({ target }) => target === 'trust')
    expect(kept?.quotations[0]?.words).toBe(`${'𠮷'.repeat(500)}…`)
  })
})

describe('a settled profile is opened again [PRF-8]', () => {
  it('with a reason, as long as no newer one exists; who and why is kept', () => {
    expect(run('reopen', settled, { reason: '漏了奶奶的话' })).toMatchObject({
      ok: true,
      value: {
        state: 'draft',
        settledEvidence: null,
        reopened: [{ on: today, byId: ids.staff, settledOn: today, reason: '漏了奶奶的话' }],
      },
    })
    const newer = profileOf({ no: 2 })
    expect(refusalOf(run('reopen', settled, { reason: 'x' }, [newer]))).toBe('NewerProfileExists')
    expect(refusalOf(run('reopen', profileOf(), { reason: 'x' }))).toBe('ProfileNotSettled')
    expect(refusalOf(run('reopen', settled, { reason: ' ' }))).toBe('FieldNotValid')
  })
})
