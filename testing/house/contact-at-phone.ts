// A family at its own telephone with a contact link, as the tests of those pages begin.
import { expect } from 'vitest'
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
