import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runAnalysis } from './registry.ts'

/** One analysis on rows of numbers (with a group each), and the figures that a law leaves alone. */
type Law = {
  name: string
  width: number
  grouped?: boolean
  make: (columns: number[][], groups: string[]) => unknown
  options?: Record<string, unknown>
  /** Unchanged when every number moves by the same amount, and when all are multiplied. */
  shift: readonly string[]
  scale: readonly string[]
  /** Unchanged when every row is entered twice. */
  twice: readonly string[]
}

const abc = (columns: number[][]) => {
  const [a = [], b = [], c = []] = columns
  return { a, b, c }
}
const value = (columns: number[][], key: string, groups: string[]) => ({
  value: columns[0] ?? [],
  [key]: groups,
})
const factorFigures = ['value.eigenvalues.0', 'value.items.0.communality']
const anovaFigures = ['value.f', 'value.p', 'value.greenhouseGeisser.epsilon']

const laws: readonly Law[] = [
  {
    name: 'partial',
    width: 3,
    make: (columns) => ({ x: columns[0], y: columns[1], controls: { z: columns[2] } }),
    shift: ['value.r', 'value.p', 'value.zeroOrder'],
    scale: ['value.r', 'value.p'],
    twice: ['value.r', 'value.partOfY'],
  },
  {
    name: 'hierarchical-regression',
    width: 3,
    make: (columns) => ({ y: columns[0], block1: { a: columns[1] }, block2: { b: columns[2] } }),
    shift: ['value.steps.1.rSquaredChange', 'value.steps.1.change.p', 'value.steps.1.durbinWatson'],
    scale: ['value.steps.1.rSquaredChange', 'value.steps.1.change.p'],
    twice: ['value.steps.0.rSquared', 'value.steps.1.rSquaredChange'],
  },
  {
    name: 'cluster-regression',
    width: 2,
    grouped: true,
    make: (columns, groups) => ({ y: columns[0], predictors: { a: columns[1] }, cluster: groups }),
    options: { correction: 'cr0' },
    shift: ['value.coefficients.1.b', 'value.coefficients.1.standardError'],
    scale: ['value.coefficients.1.b', 'value.coefficients.1.p'],
    // Twins inside the same cluster add nothing that the cluster did not say.
    twice: ['value.coefficients.1.b', 'value.coefficients.1.standardError'],
  },
  ...(['games-howell', 'tukey', 'dunn'] as const).map((procedure) => ({
    name: 'pairwise',
    width: 1,
    grouped: true,
    make: (columns: number[][], groups: string[]) => value(columns, 'group', groups),
    options: { procedure },
    shift: ['value.pairs.0.difference', 'value.pairs.0.pAdjusted', 'value.pairs.2.statistic'],
    scale: ['value.pairs.0.pAdjusted', 'value.pairs.2.statistic'],
    twice: procedure === 'dunn' ? [] : ['value.pairs.0.difference'],
  })),
  {
    name: 'bartlett',
    width: 1,
    grouped: true,
    make: (columns, groups) => value(columns, 'group', groups),
    shift: ['value.chiSquare', 'value.largestRatio'],
    scale: ['value.chiSquare', 'value.largestRatio'],
    twice: ['value.df'],
  },
  {
    name: 'clustering',
    width: 1,
    grouped: true,
    make: (columns, groups) => value(columns, 'cluster', groups),
    shift: ['value.icc', 'value.p', 'interval.low'],
    scale: ['value.icc', 'value.p', 'interval.high'],
    twice: ['value.clusters'],
  },
  {
    name: 'friedman',
    width: 3,
    make: (columns) => ({ waves: abc(columns) }),
    shift: ['value.chiSquare', 'value.p', 'value.pairs.0.p'],
    scale: ['value.chiSquare', 'value.p', 'value.pairs.2.pHolm'],
    twice: ['value.kendallW', 'value.meanRanks.0'],
  },
  {
    name: 'repeated-anova',
    width: 3,
    make: (columns) => ({ waves: abc(columns) }),
    shift: anovaFigures,
    scale: [...anovaFigures, 'value.sphericity.mauchly.w'],
    twice: ['value.partialEtaSquared', 'value.greenhouseGeisser.epsilon'],
  },
  {
    name: 'mixed-anova',
    width: 3,
    grouped: true,
    make: (columns, groups) => ({ waves: abc(columns), group: groups }),
    shift: ['value.interaction.f', 'value.wave.pGreenhouseGeisser', 'value.group.f'],
    scale: ['value.interaction.p', 'value.wave.f', 'value.group.p'],
    twice: ['value.interaction.partialEtaSquared', 'value.group.partialEtaSquared'],
  },
  {
    name: 'icc',
    width: 3,
    make: (columns) => ({ ratings: abc(columns) }),
    shift: ['value.forms.0.value', 'value.forms.1.value', 'value.forms.5.value', 'value.p'],
    scale: ['value.forms.0.value', 'value.forms.1.interval.low', 'value.forms.4.value'],
    twice: [],
  },
  {
    name: 'dyad-agreement',
    width: 2,
    make: (columns) => ({ first: columns[0], second: columns[1] }),
    shift: ['value.doubleEntry', 'value.concordance.concordance', 'value.difference.p'],
    scale: ['value.doubleEntry', 'value.concordance.concordanceN', 'value.correlation.r'],
    twice: ['value.doubleEntry', 'value.concordance.concordanceN', 'value.correlation.r'],
  },
  {
    name: 'actor-partner',
    width: 4,
    make: ([a, b, c, d]) => ({
      predictorFirst: a,
      predictorSecond: b,
      outcomeFirst: c,
      outcomeSecond: d,
    }),
    options: { least: 5 },
    shift: ['value.first.actor.b', 'value.second.partner.p', 'value.residualCorrelation'],
    scale: ['value.first.actor.b', 'value.second.partner.p', 'value.residualCorrelation'],
    twice: ['value.first.actor.b', 'value.first.rSquared', 'value.residualCorrelation'],
  },
  {
    name: 'factors',
    width: 3,
    make: (columns) => ({ items: abc(columns) }),
    options: { factors: 1 },
    shift: factorFigures,
    scale: factorFigures,
    twice: factorFigures,
  },
  {
    name: 'item-analysis',
    width: 3,
    make: (columns) => ({ items: abc(columns) }),
    options: { share: 0.5 },
    shift: ['value.items.0.difference', 'value.items.1.correctedItemTotal', 'value.nHigh'],
    scale: ['value.items.1.correctedItemTotal', 'value.items.0.pooled.t', 'value.nLow'],
    twice: ['value.items.0.difference', 'value.lowScore'],
  },
  {
    name: 'correlations',
    width: 3,
    make: (columns) => ({ items: abc(columns) }),
    shift: ['value.table.0.1', 'value.pairs.1.p', 'value.pairs.2.pHolm'],
    scale: ['value.table.0.2', 'value.pairs.2.interval.high'],
    twice: ['value.table.0.1', 'value.table.1.2'],
  },
  {
    name: 'check-assumptions',
    width: 1,
    grouped: true,
    make: (columns, groups) => value(columns, 'group', groups),
    shift: ['value.groups.0.shapiroW', 'value.largestSdRatio', 'value.spread.p'],
    scale: ['value.groups.0.shapiroW', 'value.groups.0.skewness', 'value.spread.p'],
    twice: [],
  },
]

const row = fc.record({
  numbers: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }),
  group: fc.constantFrom('a', 'b', 'c'),
})
type Row = { numbers: number[]; group: string }
const rowsOf = fc.array(row, { minLength: 14, maxLength: 22 })

function run(law: Law, rows: readonly Row[], turn: (x: number) => number): unknown {
  const columns = Array.from({ length: law.width }, (_, j) =>
    rows.map((r) => turn(r.numbers[j] ?? 0)),
  )
  const groups = rows.map((r) => r.group)
  return runAnalysis(law.name, law.make(columns, groups), law.options)
}

function figureAt(result: unknown, path: string): number | null {
  const found = path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return null
    return new Map(Object.entries(inner)).get(key) ?? null
  }, result)
  return typeof found === 'number' ? found : null
}

function expectSame(before: unknown, after: unknown, paths: readonly string[]): void {
  const differing = paths.filter((path) => {
    const [a, b] = [figureAt(before, path), figureAt(after, path)]
    if (a === null || b === null) return a !== b
    return Math.abs(a - b) > 1e-7 * (1 + Math.abs(a))
  })
  expect(differing).toEqual([])
}

function check(
  law: Law,
  change: (rows: Row[]) => [unknown, unknown],
  paths: readonly string[],
): void {
  let answered = 0
  fc.assert(
    fc.property(rowsOf, (rows) => {
      // Groups in a fixed order of first appearance, whatever is done to the rows afterwards.
      const led = ['a', 'b', 'c'].flatMap((group) => rows.filter((r) => r.group === group))
      const [before, after] = change(law.grouped === true ? led : rows)
      if (figureAt(before, 'n') === null) return
      answered += 1
      expectSame(before, after, ['n', ...paths].slice(paths === law.twice ? 1 : 0))
    }),
    // The studentized range is slow to invert.
    { numRuns: law.name === 'pairwise' ? 4 : 25, seed: 7 },
  )
  expect(answered).toBeGreaterThan(2)
}

// A busy machine may take its time: the limit is for what never ends.
describe('whatever the data are', { timeout: 180_000 }, () => {
  const named = laws.map((law) => [law.name, law.options ?? {}, law] as const)

  it.each(named)('%s %j does not care where zero lies', (_, _options, law) => {
    check(law, (rows) => [run(law, rows, (x) => x), run(law, rows, (x) => x + 512)], law.shift)
  })

  it.each(named)('%s %j does not care about the unit', (_, _options, law) => {
    check(law, (rows) => [run(law, rows, (x) => x), run(law, rows, (x) => x * 0.125)], law.scale)
  })

  it.each(
    named,
  )('%s %j does not care about the order of rows inside groups', (_, _options, law) => {
    const turned = (rows: Row[]) =>
      law.grouped === true
        ? ['a', 'b', 'c'].flatMap((group) => rows.filter((r) => r.group === group).toReversed())
        : rows.toReversed()
    const paths = [...new Set([...law.shift, ...law.scale])].filter(
      (path) => !path.includes('durbin'),
    )
    check(law, (rows) => [run(law, rows, (x) => x), run(law, turned(rows), (x) => x)], paths)
  })

  it.each(
    named.filter(([, , law]) => law.twice.length > 0),
  )('%s %j says the same shares and sizes when all rows come twice', (_, _options, law) => {
    check(
      law,
      (rows) => [
        run(law, rows, (x) => x),
        run(
          law,
          rows.flatMap((r) => [r, r]),
          (x) => x,
        ),
      ],
      law.twice,
    )
  })
})
