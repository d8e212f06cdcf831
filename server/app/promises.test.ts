import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { answerSheetIdOf } from '../../core/inquiry/answer-sheet.ts'
import { instrumentIdOf } from '../../core/inquiry/instrument.ts'
import { consentNoticeShape } from '../../core/families/consent-notice.ts'
import { consentPurposes } from '../../core/families/consent.ts'
import { aHome, aLink, aPhone } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'

function readOwn(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

const notice = consentNoticeShape.parse(parse(readOwn('content/consent/notice.yaml')))
const kept = readOwn('docs/rules/promises.md')
  .split('\n')
  .filter((line) => line.startsWith('| PRO-'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, id = '', , file = '', name = '']) => ({ id, file, name }))

describe('the list of promises (P30)', () => {
  test('has every promise of the notice, each once', () => {
    const ids = kept.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    const given = new Set(notice.purposes.flatMap(({ promises }) => promises))
    expect([...given].filter((id) => !ids.includes(id))).toEqual([])
    expect(notice.purposes.filter(({ promises }) => promises.length === 0)).toEqual([])
  })

  test('names for each a test that is there', () => {
    const missing = kept.filter(({ file, name }) => {
      const path = new URL(`../../${file}`, import.meta.url)
      return name === '' || !(existsSync(path) && readFileSync(path, 'utf8').includes(`'${name}'`))
    })
    expect(missing).toEqual([])
    expect(kept.length).toBeGreaterThan(15)
  })
})

describe('the notice', () => {
  test('asks about every purpose, in the order in which they are listed', () => {
    expect(notice.purposes.map(({ purpose }) => purpose)).toEqual([...consentPurposes])
  })

  test('keeps the words of every version that somebody may have agreed to (P03)', () => {
    const gone = notice.versions.slice(0, -1).filter((version) => {
      const path = new URL(`../../content/consent/earlier/${version}.yaml`, import.meta.url)
      return !(existsSync(path) && readFileSync(path, 'utf8').includes(`version: '${version}'`))
    })
    expect(gone).toEqual([])
  })
})

describe('on family pages', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await openTestHouse({ publicOrigin: 'https://station.example' })
  }, 60_000)
  afterAll(() => house.close())

  test('what a child answered stands on no page that its mother opens, before she answers or after (PRO-9)', async () => {
    const home = await aHome(house)
    const { worker, familyId, childId, motherId, pairId } = home
    const phone = aPhone(house)
    const consentLink = await aLink(home, 'consent')
    await phone.send(consentLink.path, { step: 'check', check: '2015' })
    const decisions = Object.fromEntries(consentPurposes.map((one) => [`c_${one}`, 'given']))
    await phone.send(consentLink.path, { step: 'consent', ...decisions, send: '1' })
    const waveId = freshId()
    const instrumentId = instrumentIdOf('kiteline-child', '1')
    const place = { waveId, instrumentId, respondentId: childId, pairId }
    const sheet = {
      ...place,
      familyId,
      childId,
      targetId: motherId,
      mode: 'readAloud',
      answeredOn: house.open.house.today(),
      answers: { 'child-starts': 1, weekly: 5 },
    }
    const wave = {
      title: '前测',
      phase: 'before',
      instrumentIds: [instrumentId, home.instrumentId],
      opensOn: '2026-01-01',
    }
    const opened = await worker.push(worker.change('wave', waveId, 'create', wave))
    const link = await aLink({ ...home, waveId }, 'questionnaire')
    await phone.send(link.path, { step: 'check', check: '2015' })
    const before = await phone.open(link.path)
    const answered = await worker.push(
      worker.change('answerSheet', answerSheetIdOf(place), 'create', sheet),
    )
    const taken = [...opened.answers, ...answered.answers].map(({ status }) => status)
    expect(taken, JSON.stringify(answered.answers)).toEqual(['applied', 'applied'])
    expect(await phone.open(link.path)).toEqual(before)
    const names = [...before.text.matchAll(/name="(q_[^"]+)"/g)].map(([, one]) => one)
    const answers = Object.fromEntries(names.map((name) => [name, '3']))
    const { text } = await phone.send(link.path, { step: 'answers', ...answers, send: '1' })
    expect(text).toContain('谢谢您')
    expect(text).not.toMatch(/name="q_|checked/)
  })
})
