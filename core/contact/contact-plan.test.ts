import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import {
  context,
  decided,
  foundWith,
  idOf,
  ids,
  pairWith,
  somebody,
  today,
} from '../families/cases/family-world.ts'
import { availability } from '../families/availability.ts'
import { pair } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { contactPlan } from './contact-plan.ts'
import {
  beginNextContactPlan,
  type ContactPlan,
  contactPlanInForce,
  wordingOfContactPlan,
} from './contact-plan-shape.ts'
import { listWindowsAhead } from './list-windows-ahead.ts'
import { proposeWindows } from './propose-windows.ts'

const served = [consent, decided({ purpose: 'service' })] as const
const mother = pairWith(ids.mother, 'mother')
const known = [served, [pair, mother], [person, somebody(ids.grandmother)]] as const
const agreed = { childAgreedOn: today, adultAgreedOn: today }
const sunday = { weekday: 7, at: '19:30', minutes: 15, week: 'every' }

function planWith(changes: Partial<ContactPlan> = {}): ContactPlan {
  const place = { familyId: ids.family, pairId: mother.id, begunOn: '2026-03-01' }
  return contactPlan.read(fieldsAsJson({ ...place, windows: { a: sunday }, ...changes }))
}

function say(plan: ContactPlan, verb: string, input: object, others: readonly ContactPlan[] = []) {
  const records = others.map((one, at) => [contactPlan, { ...one, id: idOf(900 + at) }] as const)
  const setting = { ...context, recordId: idOf(800), contested: [] }
  const run = contactPlan.verbs[verb]?.run
  const outcome = run?.(fieldsAsJson(plan), fieldsAsJson(input), foundWith(records), setting)
  return outcome?.ok === false ? outcome.refusal.id : outcome?.value
}

function refusalOf(
  after: ContactPlan,
  before: ContactPlan | null = null,
  records: Parameters<typeof foundWith>[0] = known,
) {
  const previous = before === null ? null : fieldsAsJson(before)
  return contactPlan.rule(fieldsAsJson(after), previous, foundWith(records), context)?.id ?? null
}

describe('who agrees, agrees to the words before them [CPL-2]', () => {
  const plan = planWith()
  const wording = wordingOfContactPlan(plan)

  it('each for themselves', () => {
    expect(say(plan, 'agree', { by: 'child', on: today, wording })).toEqual({
      childAgreedOn: today,
    })
    expect(say({ ...plan, starter: 'child' }, 'agree', { by: 'adult', on: today, wording })).toBe(
      'ContactPlanChangedSince',
    )
  })

  it('not to nothing, not ahead of time, not before it was written', () => {
    const empty = planWith({ windows: {} })
    const to = wordingOfContactPlan(empty)
    expect(say(empty, 'agree', { by: 'child', on: today, wording: to })).toBe(
      'ContactPlanSaysNothing',
    )
    expect(say(plan, 'agree', { by: 'child', on: '2026-03-11', wording })).toBe('DateInFuture')
    expect(say(plan, 'agree', { by: 'child', on: '2026-02-01', wording })).toBe(
      'PlanAgreedBeforeBegun',
    )
  })

  it('once; the order in which things stand in a list is no other wording', () => {
    expect(say({ ...plan, ...agreed }, 'agree', { by: 'child', on: '2026-03-09', wording })).toBe(
      'PlanPartyAgreed',
    )
    expect(wordingOfContactPlan(planWith({ topics: ['fun', 'body'] }))).toBe(
      wordingOfContactPlan(planWith({ topics: ['body', 'fun'] })),
    )
  })

  it('and the words stand from then on, until it is opened before both agreed', () => {
    const half = planWith({ childAgreedOn: today })
    expect(refusalOf({ ...half, starter: 'adult' }, half)).toBe('PlanAgreed')
    expect(say(half, 'takeBack', {})).toMatchObject({ childAgreedOn: null })
    expect(say(planWith(agreed), 'takeBack', {})).toBe('PlanAgreed')
    expect(say(half, 'takeBack', {}, [planWith({ followsId: idOf(800), version: 2 })])).toBe(
      'PlanHasNext',
    )
  })
})

describe('a plan of contact', () => {
  it('is kept with consent to be served, of a pair of this family [CPL-1]', () => {
    expect(refusalOf(planWith())).toBeNull()
    expect(refusalOf(planWith(), null, [known[1]])).toBe('ConsentNotAsked')
    expect(refusalOf(planWith(), null, [served])).toBe('PairOfAnotherChild')
    expect(refusalOf(planWith({ caregiverId: idOf(77) }))).toBe('NotInThisFamily')
    expect(refusalOf(planWith({ caregiverId: ids.grandmother }))).toBeNull()
  })

  it('cannot be born agreed', () => {
    expect(refusalOf(planWith({ childAgreedOn: today }))).toBe('FieldNeedsVerb')
  })

  it('goes on as a version of its own with the words of the one before [CPL-4]', () => {
    const first = { ...planWith(agreed), id: idOf(801) }
    const next = beginNextContactPlan(first, today)
    expect(next).toMatchObject({ version: 2, followsId: first.id, childAgreedOn: null })
    expect(next.windows).toEqual(first.windows)
    expect(refusalOf(next, null, [...known, [contactPlan, first]])).toBeNull()
    expect(refusalOf({ ...next, version: 3 }, null, [...known, [contactPlan, first]])).toBe(
      'PlanVersionWrong',
    )
    const draft = { ...next, id: idOf(802) }
    expect(contactPlanInForce([first, draft], mother.id)?.id).toBe(first.id)
  })

  it('ends with a day and can be ended where the service has ended too', () => {
    const plan = planWith(agreed)
    expect(say(plan, 'end', { on: today, reason: ' Reunited ' })).toEqual({
      endedOn: today,
      endedReason: 'Reunited',
    })
    expect(refusalOf({ ...plan, endedOn: today }, plan, [known[1]])).toBeNull()
  })
})

describe('windows [CPL-5] [CPL-6]', () => {
  const week = (changes: object) =>
    availability.read(fieldsAsJson({ familyId: ids.family, personId: ids.mother, ...changes }))
  const pupil = { role: 'child', schooling: 'primary', boarding: false } as const
  const child = {
    known: week({ slots: { '7 evening': 'free', '3 evening': 'maybe', '6 morning': 'free' } }),
    who: pupil,
  }

  it('are those in which both can, the sure ones first', () => {
    const adult = {
      known: week({
        shift: 'night',
        slots: { '7 evening': 'free', '3 evening': 'free', '5 late': 'free' },
      }),
      who: null,
    }
    const found = proposeWindows(child, adult)
    expect(found.map(({ weekday, part, sure }) => [weekday, part, sure])).toEqual([
      [7, 'evening', true],
      [3, 'evening', false],
    ])
  })

  it('of a turning shift say in which week they hold', () => {
    const adult = {
      known: week({
        shift: 'rotating',
        slots: { '7 evening': 'free' },
        otherWeek: { '6 morning': 'free' },
      }),
      who: null,
    }
    expect(proposeWindows(child, adult).map(({ weekday, week: its }) => [weekday, its])).toEqual([
      [7, 'usual'],
      [6, 'other'],
    ])
  })

  it('are none of somebody nobody has asked', () => {
    expect(proposeWindows(child, { known: null, who: null })).toEqual([])
  })

  it('of the coming days follow the week of the shift', () => {
    const windows = {
      a: { ...sunday, week: 'usual' as const },
      b: { ...sunday, weekday: 3, week: 'other' as const },
      c: { ...sunday, weekday: 5, week: 'every' as const },
    }
    const days = (cycleFrom: string | null, from: string) =>
      listWindowsAhead({ windows }, { cycleFrom }, from).map(({ on }) => on)
    // Monday 2 March 2026 lies in a usual week.
    expect(days('2026-03-02', '2026-03-02')).toEqual(['2026-03-06', '2026-03-08'])
    expect(days('2026-03-02', '2026-03-09')).toEqual(['2026-03-11', '2026-03-13'])
    expect(days(null, '2026-03-02')).toHaveLength(3)
  })
})
