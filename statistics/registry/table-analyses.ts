import { compareProportions } from '../categorical/compare-proportions.ts'
import { crossTabulate } from '../categorical/cross-tabulate.ts'
import { testExactIndependence } from '../categorical/test-exact-independence.ts'
import { testIndependence } from '../categorical/test-independence.ts'
import { estimateProportion } from '../categorical/wilson-interval.ts'
import { refuse } from '../result.ts'
import type { Refused, Result } from '../result.ts'
import { column, defineAnalysis, levelOption } from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'
import type { Inputs } from './read-inputs.ts'

const table = [
  column('counts', 'counts', 'table of counts, row by row', false),
  column('row', 'labels', 'row label of each person, instead of counts', false),
  column('column', 'labels', 'column label of each person, instead of counts', false),
  column('weight', 'numbers', 'how many people each row stands for; 1 without it', false),
]
const tableExample = {
  data: {
    counts: [
      [12, 5],
      [4, 11],
    ],
  },
}

type Table = { ok: true; counts: number[][]; missing: number } | Refused

function readTable(inputs: Inputs): Table {
  if (inputs.has('counts')) return { ok: true, counts: inputs.counts('counts'), missing: 0 }
  if (inputs.has('row') && inputs.has('column')) {
    const weights = inputs.has('weight') ? inputs.numbers('weight') : null
    return crossTabulate(inputs.labels('row'), inputs.labels('column'), weights)
  }
  return refuse('BadInput', 'give counts, or row and column labels')
}

function onTable(
  inputs: Inputs,
  analyse: (counts: number[][]) => Result<unknown>,
): Result<unknown> {
  const read = readTable(inputs)
  if (!read.ok) return read
  const result = analyse(read.counts)
  if (!result.ok || read.missing === 0) return result
  return { ...result, missing: { count: read.missing, handling: 'complete-cases' } }
}

export const tableAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'chi-square',
    summary: "Pearson chi-square of a cross table with adjusted residuals and Cramer's V",
    methods: [{ id: 'chi-square-pearson', name: 'Pearson chi-square, no continuity correction' }],
    columns: table,
    options: [],
    example: tableExample,
    compute: (inputs) => onTable(inputs, testIndependence),
  }),
  defineAnalysis({
    name: 'fisher',
    summary: "Fisher's exact test of a cross table, Monte Carlo when the table is too large",
    methods: [
      { id: 'fisher-exact', name: "Fisher's exact test" },
      { id: 'fisher-monte-carlo', name: 'Fisher test, Monte Carlo' },
    ],
    columns: table,
    options: [
      { name: 'samples', kind: 'integer', meaning: 'random tables', default: 20_000 },
      { name: 'seed', kind: 'integer', meaning: 'seed of the random tables', default: 1 },
    ],
    example: tableExample,
    compute: (inputs) =>
      onTable(inputs, (counts) =>
        testExactIndependence(counts, {
          samples: inputs.option.number('samples'),
          seed: inputs.option.number('seed'),
        }),
      ),
  }),
  defineAnalysis({
    name: 'proportion',
    summary: 'A share with Wilson and Clopper-Pearson intervals',
    methods: [{ id: 'proportion-wilson', name: 'Proportion, Wilson score interval' }],
    columns: [column('successes', 'number', 'how many'), column('n', 'number', 'out of how many')],
    options: [levelOption],
    example: { data: { successes: 7, n: 10 } },
    compute: (inputs) =>
      estimateProportion(inputs.number('successes'), inputs.number('n'), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'compare-proportions',
    summary: 'Difference of two independent shares with Newcombe interval',
    methods: [{ id: 'proportions-newcombe', name: 'Two shares, Newcombe hybrid score interval' }],
    columns: [
      column('successesX', 'number', 'how many in the first group'),
      column('nX', 'number', 'out of how many'),
      column('successesY', 'number', 'how many in the second group'),
      column('nY', 'number', 'out of how many'),
    ],
    options: [levelOption],
    example: { data: { successesX: 12, nX: 20, successesY: 7, nY: 22 } },
    compute: (inputs) =>
      compareProportions(
        { successes: inputs.number('successesX'), n: inputs.number('nX') },
        { successes: inputs.number('successesY'), n: inputs.number('nY') },
        { level: inputs.option.number('level') },
      ),
  }),
]
