import { expect, test } from 'vitest'
import { decided, ids } from './cases/family-world.ts'
import { listConsentsDue } from './consents-due.ts'

const today = '2026-03-10'
const said = { 'zh-CN': ['好'], en: ['Good'] }
const service = {
  purpose: 'service' as const,
  changedIn: '2',
  title: { 'zh-CN': '服务', en: 'Service' },
  paragraphs: said,
  forChild: { 'zh-CN': '帮你', en: 'Help' },
  picture: 'helpers' as const,
  promises: [],
}
const notice = { versions: ['1', '2'], purposes: [service] }
const fresh = { textVersion: '2' }

function why(...consents: readonly ReturnType<typeof decided>[]) {
  return listConsentsDue(consents, notice, today).map((due) => due.why)
}

test('a consent is due 30 days before it runs out, and when it has (FAM-45)', () => {
  expect(why(decided({ ...fresh, validUntil: '2026-04-10' }))).toEqual([])
  expect(why(decided({ ...fresh, validUntil: '2026-04-09' }))).toEqual(['runsOut'])
  expect(why(decided({ ...fresh, validUntil: '2026-03-09' }))).toEqual(['ranOut'])
})

test('a point that changed asks again, a word refused or taken back never does (FAM-44)', () => {
  expect(why(decided({ textVersion: '1' }))).toEqual(['changed'])
  expect(why(decided(fresh))).toEqual([])
  expect(why(decided({ textVersion: '1', decision: 'refused' }))).toEqual([])
  expect(why(decided({ textVersion: '1', withdrawnOn: '2026-03-05' }))).toEqual([])
})

test('help that rests on somebody who is kept away is due to be asked of another guardian (FAM-55)', () => {
  const his = decided({ ...fresh, givenById: ids.father, yieldsSince: '2026-03-09' })
  expect(why(his)).toEqual(['keptAway'])
  expect(why(his, decided({ ...fresh, decision: 'refused' }))).toEqual([])
  expect(why(his, decided(fresh))).toEqual([])
})

test('two guardians who disagree come first (P04, FAM-46)', () => {
  const father = decided({ ...fresh, purpose: 'photo', givenById: ids.father, decision: 'refused' })
  const mother = decided({ ...fresh, purpose: 'photo' })
  expect(why(decided({ ...fresh, validUntil: '2026-03-12' }), father, mother)).toEqual([
    'disagreement',
    'runsOut',
  ])
})
