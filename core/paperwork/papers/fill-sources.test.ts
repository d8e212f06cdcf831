import { expect, test } from 'vitest'
import { wordingIn } from '../../evaluation/cases/group-world.ts'
import { citedCases } from '../cases/cited-sources.ts'
import { paperInput } from '../cases/paper-input.ts'
import { buildGroupPaper } from './fill-paper.ts'
import { fillSources, writeSources } from './fill-sources.ts'

test('a plan on paper has its references, numbered, each with what it cannot show [EVI-7]', () => {
  const { values } = buildGroupPaper('groupPlan', paperInput({ sources: citedCases }))
  expect(values['hasSources']).toBe(true)
  expect(values['sources']).toMatchObject([
    {
      sourceNo: '[1]',
      sourceLine: 'Kite, A. (2020). An invented trial. Journal of Kites, 3.',
      sourceLimits: expect.stringContaining('few people'),
    },
    { sourceNo: '[2]', sourceLine: '风筝. (n.d.). 虚构的村调查.' },
  ])
})

test('limits written in one language only stand in that language rather than nowhere', () => {
  const [, own] = writeSources(citedCases, wordingIn('en'))
  expect(own?.limits).toContain('一个村')
})

test('the agency’s own notes stay at home', () => {
  const printed = JSON.stringify(fillSources(writeSources(citedCases, wordingIn('zh-CN'))))
  expect(printed).not.toContain('not for paper')
})

test('a plan that cites nothing has no empty list', () => {
  const { values } = buildGroupPaper('groupPlan', paperInput())
  expect(values['hasSources']).toBe(false)
})
