import { describe, expect, it } from 'vitest'
import { chooseWaveInstruments } from './wave-instruments.ts'

const published = [
  { id: 'child-1', code: 'child', version: '1' },
  { id: 'child-10', code: 'child', version: '10' },
  { id: 'child-2', code: 'child', version: '2' },
  { id: 'parent-1', code: 'parent', version: '1' },
  { id: 'own-1', code: 'own', version: '1' },
  { id: 'end-1', code: 'end', version: '1' },
]

describe('what a wave of a group asks', () => {
  it('is the newest version of each of its questionnaires at the start', () => {
    expect(chooseWaveInstruments(published, ['child', 'parent'], null)).toEqual([
      'child-10',
      'parent-1',
    ])
  })

  it('is afterwards what was asked before, in the version of then, and what belongs to the end', () => {
    const first = { instrumentIds: ['child-2', 'own-1'] }
    expect(chooseWaveInstruments(published, ['child', 'parent', 'end'], first)).toEqual([
      'child-2',
      'own-1',
      'parent-1',
      'end-1',
    ])
  })
})
