import { describe, expect, test } from 'vitest'
import { deriveId } from '../kit/ids.ts'
import { wave } from '../inquiry/wave.ts'
import { chooseWaves, pairSurveyWaves } from './choose-waves.ts'

const instrumentId = deriveId('instrument')

function aWave(
  name: string,
  phase: string,
  opensOn: string,
  subject = 'families',
  instruments = [instrumentId],
) {
  return {
    ...wave.read({ title: name, phase, opensOn, subject, instrumentIds: instruments }),
    id: deriveId(name),
  }
}

describe('waves of an evaluation', () => {
  test('the first before and the last after and follow-up are taken', () => {
    const chosen = chooseWaves([
      aWave('b2', 'before', '2026-02-01'),
      aWave('b1', 'before', '2026-01-01'),
      aWave('a1', 'after', '2026-05-01'),
      aWave('a2', 'after', '2026-06-01'),
      aWave('f1', 'followUp', '2026-09-01'),
    ])
    expect([chosen?.before.title, chosen?.after.title, chosen?.followUp?.title]).toEqual([
      'b1',
      'a2',
      'f1',
    ])
  })

  test('one wave is not a change', () => {
    expect(chooseWaves([aWave('b1', 'before', '2026-01-01')])).toBeNull()
  })

  test('surveys by codes are paired when the later one asks the same', () => {
    const before = aWave('b', 'before', '2026-01-01', 'codes')
    const after = aWave('a', 'after', '2026-02-01', 'codes')
    const other = aWave('o', 'after', '2026-02-01', 'codes', [deriveId('another')])
    const group = aWave('g', 'after', '2026-02-01')
    expect(pairSurveyWaves([before, after, other, group]).map((pair) => pair.after.title)).toEqual([
      'a',
    ])
  })
})
