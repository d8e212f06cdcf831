import { describe, expect, test } from 'vitest'
import { houseCreation, houseEdit, recordId } from './cases/case-engine.ts'
import type { Change } from './change.ts'
import { describeSpoilt, partSpoilt } from './spoilt.ts'

const reason = { id: 'FieldNotValid', details: { field: 'verb' } }
const spoil = (change: Change, bent: object) => describeSpoilt({ ...change, ...bent }, reason)
const bundle = { id: recordId('bundle'), of: 2 }

describe('a change that cannot be read [S19]', () => {
  test('is refused with its reason and counted as arrived; the others go on', () => {
    const good = houseCreation('Z')
    const bad = spoil({ ...houseEdit('Z', {}), deviceSeq: 7 }, { verb: 5 })
    const parted = partSpoilt([good], [bad])
    expect(parted.whole).toEqual([good])
    expect(parted.refused).toEqual([{ changeId: bad.id, status: 'refused', refusal: reason }])
    expect(parted.numbers).toEqual([7])
  })

  test('takes its bundle along, also when its bundle cannot be read', () => {
    const half = { ...houseCreation('Z'), bundle, deviceSeq: 3 }
    const other = { ...houseEdit('Z', {}), deviceSeq: 4 }
    const alone = houseCreation('Y')
    for (const bent of [{ verb: 5, bundle }, { bundle: 'nonsense' }]) {
      const parted = partSpoilt([half, alone], [spoil(other, bent)])
      expect(parted.whole).toEqual([alone])
      expect(parted.refused).toMatchObject([
        { changeId: other.id, refusal: reason },
        {
          changeId: half.id,
          refusal: { id: 'BundleRefused', details: { cause: 'FieldNotValid' } },
        },
      ])
      expect(parted.numbers).toEqual([4, 3])
    }
  })

  test('without a bundle leaves whole bundles alone, and without a number counts nothing', () => {
    const pair = [houseCreation('Z'), houseCreation('Y')].map((change) => ({ ...change, bundle }))
    const bad = spoil(houseEdit('Z', {}), { deviceSeq: -1 })
    const parted = partSpoilt(pair, [bad])
    expect(parted.whole).toEqual(pair)
    expect(parted.numbers).toEqual([])
  })
})
