// A family at its own telephone with a contact link, as the tests of those pages begin.
import { expect } from 'vitest'
import { contactPlanId } from '../../core/contact/contact-plan.ts'
import { contactPlanShape, wordingOfContactPlan } from '../../core/contact/contact-plan-shape.ts'
import { consentPurposes } from '../../core/families/consent.ts'
import { aLink, aPhone, type Browser, type Home } from './family-at-phone.ts'
import type { TestHouse } from './open-test-house.ts'

/** The mother agrees to everything, on her own telephone. */
export async function consentToAll(house: TestHouse, home: Home): Promise<void> {
  const phone = aPhone(house)
  const { path } = await aLink(home, 'consent')
  await phone.send(path, { step: 'check', check: '2015' })
  const decisions = Object.fromEntries(consentPurposes.map((purpose) => [`c_${purpose}`, 'given']))
  await phone.send(path, { step: 'consent', ...decisions, send: '1' })
}

export function askForContactLink(home: Home, personId: string) {
  return home.worker.post('/api/family-links', {
    ...{ familyId: home.familyId, personId, childId: home.childId, purpose: 'contact' },
    ...{ waveId: null, instrumentId: null, pairId: home.pairId, days: 90 },
  })
}

export interface AtPhone {
  readonly path: string
  readonly phone: Browser
}

export async function openContact(
  house: TestHouse,
  home: Home,
  personId = home.motherId,
): Promise<AtPhone> {
  const made = await askForContactLink(home, personId)
  const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
  const phone = aPhone(house)
  await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone }
}

/** The records of a kind that the worker's desk has, those taken away left out. */
export async function listOfKind(home: Home, kind: string) {
  const { entries } = await home.worker.pull()
  return entries.filter((entry) => entry.kind === kind && !entry.removed)
}

export const askIn = (text: string) => /name="ask" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Who began, how and how long, each on its page, as the buttons send them. */
export async function tellContact(
  { path, phone }: AtPhone,
  began: string,
  how: string,
  minutes: string,
) {
  const ask = askIn((await phone.open(`${path}?page=log`)).text)
  const first = { step: 'log', ask, l_began: began }
  const second = await phone.send(path, first)
  expect(second.text).toContain('name="l_how"')
  const third = await phone.send(path, { ...first, l_how: how })
  expect(third.text).toContain('name="l_minutes"')
  const last = { ...first, l_how: how, l_minutes: minutes }
  return { ask, last, receipt: await phone.send(path, last) }
}

/** A plan as a worker writes it down; nobody has agreed to it yet. */
export async function aPlan(house: TestHouse, home: Home, fields: object = {}): Promise<string> {
  const { worker, pairId, familyId } = home
  const planId = contactPlanId(pairId, 1)
  const reply = await worker.push(
    worker.change('contactPlan', planId, 'create', {
      ...{ familyId, pairId, begunOn: house.open.house.today(), topics: ['fun'] },
      ...{ windows: { a: { weekday: 3, at: '20:00', minutes: 15, week: 'every' } } },
      ...fields,
    }),
  )
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
  return planId
}

export async function childAgrees(house: TestHouse, home: Home, planId: string): Promise<void> {
  const { worker } = home
  const [plan] = await listOfKind(home, 'contactPlan')
  const wording = wordingOfContactPlan(contactPlanShape.parse(plan?.fields))
  const input = { by: 'child', on: house.open.house.today(), wording }
  const reply = await worker.push(worker.change('contactPlan', planId, 'agree', {}, {}, input))
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
}
