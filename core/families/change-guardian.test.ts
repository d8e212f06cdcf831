import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { bond, context, decided, foundWith, ids, idOf, today } from './cases/family-world.ts'
import {
  draftGuardianChange,
  type GuardianChange,
  type GuardianFacts,
  isGuardianChangeWhole,
  weighGuardianChange,
} from './change-guardian.ts'
import { consent, type Consent } from './consent.ts'
import { consentState } from './consent-state.ts'
import { listConsentsDue } from './consents-due.ts'
import { guardianship } from './guardianship.ts'
import { restrictedParty } from './restricted-party.ts'

type Known = Consent & { readonly id: string }

const change: GuardianChange = {
  ...{ familyId: ids.family, childId: ids.child, fromId: ids.mother, toId: ids.grandmother },
  ...{ basis: 'courtOrder', on: '2026-03-05', ground: 'courtOrder', proof: '(2026)川01民特3号' },
}
const facts = (more: Partial<GuardianFacts> = {}): GuardianFacts => ({
  ...{ guardianships: [bond(ids.mother)], consents: [], requests: [], restrictions: [], ...more },
})
const said = [
  decided(),
  decided({ purpose: 'group', decision: 'refused' }),
  decided({ purpose: 'photo' }),
  decided({ purpose: 'assessment', withdrawnOn: '2026-03-02' }),
] as const

/** What `outlive` makes of one word of the mother's, beside her bond. */
function outlive({ id, ...fields }: Known, bonds: ReturnType<typeof bond>) {
  const found = foundWith([[guardianship, bonds]])
  return consent.verbs['outlive']?.run(fieldsAsJson(fields), {}, found, {
    ...context,
    recordId: id,
  })
}

/** The mother is guardian no longer: what became of one word of hers. */
function outlived(one: Known): Known {
  const outcome = outlive(one, bond(ids.mother, { until: '2026-03-05' }))
  if (outcome?.ok !== true) throw new Error(outcome?.refusal.id)
  return { ...one, ...outcome.value }
}

describe('a change of guardian [FAM-65]', () => {
  it('shows before it is written what ends at once, what holds meanwhile, and what no longer stands in the way', () => {
    const follows = weighGuardianChange(change, facts({ consents: said }))
    const purposes = (list: readonly Consent[]) => list.map(({ purpose }) => purpose)
    expect(follows.ends.map(({ adultId }) => adultId)).toEqual([ids.mother])
    expect(purposes(follows.holdMeanwhile)).toEqual(['service'])
    expect(purposes(follows.endNow)).toEqual(['photo'])
    expect(purposes(follows.lifted)).toEqual(['group', 'assessment'])
    expect(follows.warnings).toEqual([])
  })

  it('warns where nobody would be guardian, where the new one is kept away, and where they are it already', () => {
    const warnings = (to: string | null, more: Partial<GuardianFacts> = {}) =>
      weighGuardianChange({ ...change, toId: to }, facts(more)).warnings
    expect(warnings(null)).toEqual(['nobodyLeft'])
    expect(warnings(null, { guardianships: [bond(ids.mother), bond(ids.father)] })).toEqual([])
    const both = { guardianships: [bond(ids.mother), bond(ids.father)] }
    expect(warnings(ids.father, both)).toEqual(['guardianAlready'])
    const kept = restrictedParty.read({
      ...{ familyId: ids.family, personId: ids.father, ground: 'police' },
      ...{ since: today, reviewOn: '2026-06-01' },
    })
    const restrictions = [{ ...kept, id: idOf(900) }]
    expect(warnings(ids.father, { restrictions })).toEqual(['keptAway'])
  })

  it('is written as one bundle: the end with its reason, the beginning with its basis, every word of the earlier guardian', () => {
    const drafts = draftGuardianChange(change, facts({ consents: said }), idOf(901))
    expect(drafts.map(({ kind, verb }) => `${kind.name} ${verb}`)).toEqual([
      ...['guardianship edit', 'guardianship create'],
      ...Array<string>(4).fill('consent outlive'),
    ])
    expect(drafts[0]?.fields).toMatchObject({ until: '2026-03-05', endGround: 'courtOrder' })
    expect(drafts[1]?.fields).toMatchObject({ adultId: ids.grandmother, since: '2026-03-05' })
  })

  it('needs a reason, a basis and what shows it', () => {
    expect(isGuardianChangeWhole(change)).toBe(true)
    for (const part of [{ ground: null }, { basis: null }, { proof: ' ' }, { toId: ids.mother }])
      expect(isGuardianChangeWhole({ ...change, ...part })).toBe(false)
  })
})

describe('what an earlier guardian said [FAM-65]', () => {
  it('to help holds until somebody else speaks, and is due meanwhile; then only they are heard', () => {
    const hers = outlived(said[0])
    const state = (...all: readonly Known[]) => consentState(all, ids.child, 'service', today).state
    expect(state(hers)).toBe('given')
    const notice = { versions: [], purposes: [] }
    expect(listConsentsDue([hers], notice, today)).toMatchObject([{ why: 'passedOn' }])
    const theirs = { givenById: ids.grandmother, decidedOn: '2026-03-06' }
    expect(state(hers, decided({ ...theirs, decision: 'refused' }))).toBe('refused')
    expect(state({ ...hers, withdrawnOn: '2026-03-07' }, decided(theirs))).toBe('given')
  })

  it('against it, and to photographs, counts no more; it is asked anew', () => {
    for (const one of said.slice(1))
      expect(consentState([outlived(one)], ids.child, one.purpose, today).state).toBe('notAsked')
  })

  it('stays as it is while they are guardian', () => {
    expect(outlive(said[0], bond(ids.mother))).toMatchObject({
      ok: false,
      refusal: { id: 'StillGuardian' },
    })
  })
})
