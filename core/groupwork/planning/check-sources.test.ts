import { expect, test } from 'vitest'
import { sourceFactsShape } from '../../inquiry/evidence/source-facts.ts'
import { makeMeeting } from '../cases/group-case.ts'
import { checkSources } from './check-sources.ts'

const source = (fields: object) =>
  sourceFactsShape.parse({ title: 'A study', design: 'survey', ...fields })
const meetings = [makeMeeting(1, { targets: ['trust', 'initiative'] })]

test('a plan that names no source gets one hint, not one for each target [EVI-6]', () => {
  expect(checkSources([], meetings, 'Social learning')).toEqual([
    { id: 'SourcesMissing', details: {} },
  ])
})

test('a plan without targets and theory needs no source', () => {
  expect(checkSources([], [makeMeeting(1, { targets: [] })], ' ')).toEqual([])
})

test('a theory and targets of which no cited source speaks are named [EVI-6]', () => {
  expect(checkSources([source({ targets: ['trust'] })], meetings, 'Social learning')).toEqual([
    { id: 'TheoryWithoutSource', details: {} },
    { id: 'TargetWithoutSource', details: { targets: 'initiative' } },
  ])
})

test('sources for everything leave nothing to say', () => {
  const cited = [
    source({ targets: ['trust'], onTheory: true }),
    source({ targets: ['initiative'] }),
  ]
  expect(checkSources(cited, meetings, 'Social learning')).toEqual([])
})

test('a meeting that is not held asks for no source', () => {
  const off = [makeMeeting(1, { targets: ['trust'], state: 'notHeld' })]
  expect(checkSources([], off, '')).toEqual([])
})
