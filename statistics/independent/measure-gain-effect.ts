import { assumptions } from '../assumptions.ts'
import { keepPairs } from '../columns.ts'
import { momentsOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Refused, Result } from '../result.ts'
import { pooledSd, warnSmallGroups } from './compare-means.ts'

export type GainEffect = { dPpc2: number; gainX: number; gainY: number; sdFirstPooled: number }
export type Waves = { first: Column; second: Column }

/**
 * Morris (2008) d_ppc2: difference of the mean gains of x and y in pooled SDs of the first
 * measurement, times 1 - 3/(4(nX + nY - 2) - 1). Refuses fewer than two complete pairs in a group
 * and first measurements that do not vary.
 */
export function measureGainEffect(x: Waves, y: Waves): Result<GainEffect> {
  const a = readGain(x)
  if (!a.ok) return a
  const b = readGain(y)
  if (!b.ok) return b
  const sd = pooledSd(momentsOf(a.first), momentsOf(b.first))
  if (!(sd > 0)) return refuse('ZeroVariance', 'the first measurement does not vary')
  const df = a.first.length + b.first.length - 2
  const dPpc2 = ((1 - 3 / (4 * df - 1)) * (a.gain - b.gain)) / sd
  return conclude({
    estimate: { name: 'd_ppc2', value: dPpc2 },
    value: { dPpc2, gainX: a.gain, gainY: b.gain, sdFirstPooled: sd },
    n: df + 2,
    missing: { count: a.missing + b.missing, handling: 'complete-cases' },
    method: { id: 'd-ppc2-morris', name: 'd_ppc2 (Morris 2008), pooled first SD' },
    assumptions: [assumptions.independentUnits, assumptions.equalVariances],
    warnings: warnSmallGroups(a.first.length, b.first.length),
  })
}

type Gain = { ok: true; first: number[]; gain: number; missing: number }

function readGain({ first, second }: Waves): Gain | Refused {
  const pairs = keepPairs(first, second)
  if (!pairs.ok) return pairs
  const n = pairs.kept.first.length
  if (n < 2) return refuse('TooFewValues', `${n} complete pairs in a group; at least 2 needed`)
  const gain = momentsOf(pairs.kept.second).mean - momentsOf(pairs.kept.first).mean
  return { ok: true, first: pairs.kept.first, gain, missing: pairs.missing }
}
