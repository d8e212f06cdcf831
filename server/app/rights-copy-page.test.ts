import { expect, test } from 'vitest'
import { shiftKinds } from '../../core/families/availability.ts'
import { knownPurposes } from '../../core/families/consent.ts'
import { aids, incomeSources } from '../../core/families/family.ts'
import { guardianshipBases } from '../../core/families/guardianship.ts'
import { strands } from '../../core/groupwork/strand.ts'
import { presenceModes } from '../../core/groupwork/attendance.ts'
import { contactChannels, contactStarters } from '../../core/contact/contact-entry.ts'
import { planStarters } from '../../core/contact/contact-plan-shape.ts'
import { pledgeMatters, pledgeStates } from '../../core/contact/pledge.ts'
import { goalStates } from '../../core/assessment/goals/goal.ts'
import { sheetModes } from '../../core/inquiry/answer-sheet.ts'
import { itemShape, responseSetShape } from '../../core/inquiry/item.ts'
import { loadTexts } from '../kit/texts.ts'
import { writeCopyPage, type CopyPage } from './rights-copy-page.ts'

const texts = await loadTexts()
const set = responseSetShape.parse({
  id: 'how',
  min: 1,
  max: 2,
  options: [
    { value: 1, label: { 'zh-CN': '不像', en: 'Not like us' } },
    { value: 2, label: { 'zh-CN': '很像', en: 'Like us' } },
  ],
})
const asking = (zh: string) => ({
  title: { 'zh-CN': '给家长', en: 'For parents' },
  responseSets: [set],
  items: [
    itemShape.parse({
      id: 'q1',
      number: 1,
      text: { 'zh-CN': zh, en: '' },
      response: { kind: 'choice', set: 'how' },
    }),
  ],
})

function pageWith(
  field: string,
  value: CopyPage['sections'][number]['records'][number][number]['value'],
): CopyPage {
  const asked = { instrumentId: 'second', childId: 'c', relation: 'mother' }
  return {
    agency: '机构',
    guardian: '',
    subject: '小明',
    asker: '陈芳',
    madeOn: '2026-01-02',
    sections: [{ kind: 'answerSheet', count: 1, records: [[{ field, value, asked }]] }],
    looked: [],
    sent: [],
    instruments: new Map([
      ['first', asking('别的问卷的第一题')],
      ['second', asking('{child}会主动联系{parent}。')],
    ]),
    nameOf: () => '小明',
  }
}

test('an answer stands under the question of its own questionnaire, names filled in, in the words that were chosen [RIG-4]', () => {
  const page = writeCopyPage(pageWith('answers', { q1: 2 }), 'zh-CN', texts('zh-CN'))
  expect(page).toContain('小明会主动联系妈妈。')
  expect(page).toContain('很像')
  expect(page).not.toMatch(/别的问卷|\{child\}|\{parent\}|>2</)
})

const coded: Readonly<Record<string, readonly string[]>> = {
  incomeSources,
  aid: aids,
  shift: shiftKinds,
  mode: sheetModes,
  purpose: knownPurposes,
  basis: guardianshipBases,
  strand: strands,
  presence: presenceModes,
  state: [...goalStates, ...pledgeStates],
  by: ['adult', 'child'],
  about: pledgeMatters,
  starter: planStarters,
  startedBy: contactStarters,
  channel: contactChannels,
}
test.each([
  'zh-CN',
  'en',
] as const)('no code of ours stands in the copy (%s) [RIG-4]', (language) => {
  const words = texts(language)
  for (const [field, values] of Object.entries(coded))
    for (const value of values) {
      const key = `rights:copy.values.${field}.${value}`
      expect(words(key), key).not.toMatch(/copy\.values/)
    }
})

test('a list of codes is written in words [RIG-4]', () => {
  const page = writeCopyPage(pageWith('incomeSources', ['farming', 'aid']), 'zh-CN', texts('zh-CN'))
  expect(page).toContain('<td>务农、救助补贴</td>')
})
