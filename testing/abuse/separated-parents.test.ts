// Story 2: the father is kept away. He holds an old invite, the code on the group's poster and last year's papers; the mother moves.
// He learns neither school nor street, and nothing tells him that he is kept away.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { applied, makeOld } from '../house/ask-to-erase.ts'
import { aHome, aPhone, aLink, type Browser, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'
import { guardWordPackage } from '../../server/paperwork/guard-word-package.ts'

const street = '青石桥街'
const school = '柳溪镇中心小学'
const phone = '13911112222'
const city = '东莞市'

let house: TestHouse
let home: Home
let worker: Person
let fatherId: string
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
})
afterAll(() => house.close())

async function aFather(): Promise<void> {
  home = await aHome(house)
  worker = home.worker
  fatherId = freshId()
  const { familyId, childId } = home
  const bond = { familyId, childId, kind: 'legalGuardian', basis: 'parent' }
  await applied(
    worker,
    worker.change('person', fatherId, 'create', { familyId, name: '王强', role: 'parent' }),
    worker.change('guardianship', freshId(), 'create', { ...bond, adultId: fatherId }),
    worker.change('consent', freshId(), 'create', {
      familyId,
      subjectId: childId,
      subjectBornOn: '2015-02-03',
      purpose: 'service',
      textVersion: '1',
      decision: 'given',
      givenById: home.motherId,
      decidedOn: '2026-01-02',
      proof: 'link',
    }),
  )
}

async function keepAway(more: object = {}): Promise<string> {
  const id = freshId()
  await applied(
    worker,
    worker.change('restrictedParty', id, 'create', {
      familyId: home.familyId,
      personId: fatherId,
      ground: 'courtOrder',
      groundNote: '（2026）民保令1号',
      since: '2026-02-01',
      reviewOn: '2026-12-01',
      ...more,
    }),
  )
  return id
}

async function motherMoves(): Promise<void> {
  const { familyId, childId, motherId } = home
  const child = { school: '' }
  const mother = { phone: '', livesHere: true }
  await applied(
    worker,
    worker.change('person', childId, 'edit', { school }, child),
    worker.change('person', motherId, 'edit', { phone, livesHere: false }, mother),
    worker.change('family', familyId, 'edit', { village: street }, { village: '' }),
    worker.change('migration', freshId(), 'create', {
      familyId,
      personId: motherId,
      province: '广东省',
      city,
      since: '2026-02-10',
    }),
  )
}

async function passed(link: string): Promise<Browser> {
  const browser = aPhone(house)
  await browser.send(link, { step: 'check', check: '2015' })
  return browser
}

const telling = /限制|受限|屏蔽|拉黑|禁止|法院|保护令|restrict|block|court/i

describe('[FAM-53] the father’s links', () => {
  beforeAll(aFather)

  test('die at once and answer byte for byte like one that never was, to GET, POST and HEAD, before and after the check', async () => {
    const old = await aLink(home, 'consent', fatherId)
    const opened = await passed(old.path)
    expect((await opened.open(old.path)).text).toContain('小明')
    await keepAway()
    await motherMoves()
    const never = `/f/${'x'.repeat(old.path.length - 3)}`
    for (const browser of [opened, aPhone(house)]) {
      const dead = await browser.open(old.path)
      const unknown = await browser.open(never)
      expect(dead).toEqual(unknown)
      expect(dead.status).toBe(404)
      expect(dead.text).not.toMatch(telling)
      expect(dead.text).not.toContain('小明')
      const form = { step: 'consent', c_service: 'refused' }
      expect(await browser.send(old.path, form)).toEqual(await browser.send(never, form))
    }
    const headers = async (path: string, method: string) =>
      [...(await house.app.request(path, { method })).headers].filter(([name]) => name !== 'date')
    expect(await headers(old.path, 'HEAD')).toEqual(await headers(never, 'HEAD'))
    expect(await headers(old.path, 'GET')).toEqual(await headers(never, 'GET'))
  })

  test('[FAM-52] are not made anew, and the worker is told why', async () => {
    const again = await aLink(home, 'consent', fatherId)
    expect(again).toMatchObject({ body: { id: 'RestrictedParty' } })
  })

  test('of the mother go on, and her page shows no gap', async () => {
    const hers = await aLink(home, 'consent', home.motherId)
    const browser = await passed(hers.path)
    const page = await browser.open(hers.path)
    expect(page.status).toBe(200)
    expect(page.text).not.toMatch(/王强|受限|restrict/)
  })

  test('[FAM-51] stay dead when two people lift it; one alone does not, and whoever asked does not agree', async () => {
    await aFather()
    const old = await aLink(home, 'consent', fatherId)
    const id = await keepAway()
    const second = await aColleague(worker, ['supervisor'])
    await makeOld(second)
    const lift = (by: Person, verb: string, input = {}) =>
      by.push(by.change('restrictedParty', id, verb, {}, {}, input))
    expect((await lift(second, 'agreeLift')).answers[0]).toMatchObject({
      refusal: { id: 'LiftNotAsked' },
    })
    expect((await lift(worker, 'askLift', { reason: '法院撤销' })).answers[0]?.status).toBe(
      'applied',
    )
    expect((await lift(worker, 'agreeLift')).answers[0]).toMatchObject({
      refusal: { id: 'SecondPersonNeeded' },
    })
    expect((await aPhone(house).open(old.path)).status).toBe(404)
    expect((await lift(second, 'agreeLift')).answers[0]?.status).toBe('applied')
    expect((await aPhone(house).open(old.path)).status).toBe(404)
    const fresh = await aLink(home, 'consent', fatherId)
    expect((await aPhone(house).open(fresh.path)).status).toBe(200)
  })
})

describe('[FAM-55] what he had begun', () => {
  test('is kept for the worker, who sees why, and may be discarded by them only', async () => {
    await aFather()
    const pairId = freshId()
    const { familyId, childId } = home
    const pair = { familyId, childId, adultId: fatherId, relation: 'father' }
    await applied(worker, worker.change('pair', pairId, 'create', pair))
    const link = await aLink({ ...home, pairId }, 'questionnaire', fatherId)
    const browser = await passed(link.path)
    const page = await browser.open(link.path)
    const [, name = '', value = ''] = /name="(q_[^"]+)" value="([^"]+)"/.exec(page.text) ?? []
    expect(name).not.toBe('')
    await browser.send(link.path, { [name]: value })
    await keepAway()
    const { kept } = z
      .object({
        kept: z.array(z.object({ personId: z.string(), refusal: z.object({ id: z.string() }) })),
      })
      .parse((await worker.post('/api/family-links/waiting', {})).body)
    expect(kept.filter(({ personId }) => personId === fatherId)).toMatchObject([
      { refusal: { id: 'RestrictedParty' } },
    ])
  })
})

describe('[FAM-54] papers of the family', () => {
  async function wordsOf(form: string, subjectId: string | null): Promise<string> {
    const answer = await worker.post('/api/papers/family', {
      ...{ form, familyId: home.familyId, subjectId, byCode: false, texts: {} },
      ...{ language: 'zh-CN', templateId: null },
    })
    const { word } = z.object({ word: z.base64() }).parse(answer.body)
    const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
    if (!guarded.ok) throw new Error(guarded.refusal.id)
    const chunks: Buffer[] = []
    for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/<[^>]*>/g, '')
  }

  test('name school, street, town and number before, and none of them while he is kept away; no paper says that something is left out', async () => {
    await aFather()
    await motherMoves()
    const secrets = [street, school, phone, city]
    const forms = ['childRegister', 'careAgreement', 'enrolment', 'familyDrawing'] as const
    const subject = (form: string) => (form === 'enrolment' ? null : home.childId)
    const print = async () =>
      (await Promise.all(forms.map((form) => wordsOf(form, subject(form))))).join('\n')
    const before = await print()
    expect(secrets.filter((secret) => before.includes(secret))).toEqual(secrets)
    await keepAway({ childId: home.childId })
    const after = await print()
    expect(secrets.filter((secret) => after.includes(secret))).toEqual([])
    expect(after).not.toMatch(/受限制|回避|民保令/)
  })
})
