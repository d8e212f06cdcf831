import { describe, expect, it } from 'vitest'
import { columnOf, found, readExpected, readRows } from '../cases/read-case.ts'
import type { Column } from '../result.ts'
import { estimateAlpha } from './estimate-alpha.ts'
import { estimateOmega } from './estimate-omega.ts'
import { estimateSplitHalf } from './estimate-split-half.ts'

describe('reliability, attitude data', () => {
  const rows = readRows('attitude.csv')
  const names = Object.keys(rows[0] ?? {})
  const items = names.map((name) => columnOf(rows, name))
  const expected = readExpected('attitude')

  it('gives the alpha family of psych and SPSS', () => {
    const result = found(estimateAlpha(items, { names }))
    const { value } = result
    expected('n', result.n)
    expected('k', value.itemCount)
    expected('alpha_raw', value.alpha)
    expected('alpha_std', value.standardisedAlpha)
    expected('mean_interitem_r', value.meanInterItem)
    expected('sem', value.sem)
    expected('alpha_ci95_feldt', [result.interval?.low, result.interval?.high])
    expected(
      'alpha_if_dropped',
      value.items.map((item) => item.alphaIfDropped),
    )
    expected(
      'corrected_item_total_r',
      value.items.map((item) => item.correctedItemTotal),
    )
    expected(
      'item_total_r',
      value.items.map((item) => item.itemTotal),
    )
    expected(
      'scale_mean_if_dropped',
      value.items.map((item) => item.scaleMeanIfDropped),
    )
    expected(
      'scale_var_if_dropped',
      value.items.map((item) => item.scaleVarianceIfDropped),
    )
  })

  it('gives omega of the one-factor fit of factanal and lavaan', () => {
    const { value } = found(estimateOmega(items))
    expected('omega1_std', value.omegaStandardised)
    expected('omega1_raw', value.omega)
    expected(
      'loadings1_std',
      value.items.map((item) => item.loading),
    )
  })

  it('refuses omega when two items cannot identify a factor', () => {
    expect(estimateOmega(items.slice(0, 2))).toMatchObject({ ok: false, reason: 'TooFewItems' })
  })

  it('gives split-half, lambda 6 and squared multiple correlations', () => {
    const { value } = found(estimateSplitHalf(items))
    expected('splithalf_oddeven_r', value.halfCorrelation)
    expected('splithalf_spearman_brown', value.spearmanBrown)
    expected('guttman_splithalf', value.guttman)
    expected('lambda6', value.lambda6)
    expected('smc', value.squaredMultiple)
  })
})

describe('reliability, survey of 2,800', () => {
  const rows = readRows('survey-2800.csv')
  const expected = readExpected('survey-2800')
  const reversed = new Set(['A1', 'C4', 'C5', 'E1', 'E2', 'O2', 'O5'])
  const itemOf = (name: string): Column =>
    columnOf(rows, name).map((x) => (x !== null && reversed.has(name) ? 7 - x : x))

  for (const scale of ['A', 'C', 'E', 'N', 'O']) {
    it(`gives alpha of ${scale}, listwise as SPSS and pairwise as psych`, () => {
      const items = [1, 2, 3, 4, 5].map((i) => itemOf(`${scale}${i}`))
      const listwise = found(estimateAlpha(items))
      expected(`${scale}_alpha_listwise`, listwise.value.alpha)
      expected(`${scale}_n_listwise`, listwise.n)
      expected(
        `${scale}_alpha_drop_listwise`,
        listwise.value.items.map((i) => i.alphaIfDropped),
      )
      expected(
        `${scale}_alpha_pairwise`,
        found(estimateAlpha(items, { missing: 'pairwise' })).value.alpha,
      )
    })
  }
})

describe('reliability at the edge', () => {
  it('drops and names an item without variance, as SPSS and psych do', () => {
    const result = found(
      estimateAlpha(
        [
          [1, 2, 3, 4],
          [3, 3, 3, 3],
          [2, 1, 4, 3],
        ],
        { names: ['a', 'b', 'c'] },
      ),
    )
    readExpected('degenerate')('constant_item_alpha_spss', result.value.alpha)
    expect(result.value.droppedItems).toEqual(['b'])
    expect(result.warnings.map((w) => w.id)).toContain('items-dropped')
  })

  it('reports a negative alpha and says so', () => {
    const result = found(
      estimateAlpha([
        [1, 2, 3, 4],
        [4, 3, 2, 2],
      ]),
    )
    expect(result.value.alpha).toBeLessThan(0)
    expect(result.warnings.map((w) => w.id)).toContain('negative-alpha')
  })

  it.each([
    ['one item', [[1, 2, 3]], 'TooFewItems'],
    [
      'two rows',
      [
        [1, 2],
        [2, 1],
      ],
      'TooFewValues',
    ],
    [
      'items that cancel out',
      [
        [1, 2, 3],
        [3, 2, 1],
      ],
      'ZeroVariance',
    ],
    [
      'unequal lengths',
      [
        [1, 2, 3],
        [3, 2],
      ],
      'LengthMismatch',
    ],
  ])('refuses %s', (_, items, reason) => {
    expect(estimateAlpha(items)).toMatchObject({ ok: false, reason })
  })
})
