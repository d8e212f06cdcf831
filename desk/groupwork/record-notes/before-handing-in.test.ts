import { expect, it } from 'vitest'
import { dropBareEvents, listEmptyFields } from './before-handing-in.ts'

const words = { at: '', who: '', seen: '', said: '', response: '' }

it('an event of which only the minute or a name was kept is not handed in [GRP-16]', () => {
  const kept = { ...words, at: '14:32', said: 'I will ring on Sunday' }
  const events = { bare: { ...words, at: '14:30' }, named: { ...words, who: 'Lan' }, kept }
  expect(dropBareEvents(events)).toEqual({ kept })
})

it('names what nobody has written, blanks being nothing', () => {
  const record = {
    goalAttainment: 'four of six',
    evidence: ' ',
    dynamics: 'calm',
    reflection: '',
    homeTaskGiven: 'ring once',
    nextSteps: 'visit',
  }
  expect(listEmptyFields(record)).toEqual(['evidence', 'reflection'])
})
