import { correlateLinearly } from '../association/correlate-linearly.ts'
import { correlateOrder, correlateRanks } from '../association/correlate-ranks.ts'
import { crossTabulate } from '../categorical/cross-tabulate.ts'
import { testExactIndependence } from '../categorical/test-exact-independence.ts'
import { testIndependence } from '../categorical/test-independence.ts'
import { estimateProportion } from '../categorical/wilson-interval.ts'
import { countFrequencies } from '../describe/count-frequencies.ts'
import { describeValues } from '../describe/describe-values.ts'
import { adjustPValues } from '../planning/adjust-p-values.ts'
import { refuse } from '../result.ts'
import type { Refused, Result } from '../result.ts'
import {
  alternativeOption,
  alternatives,
  choiceOption,
  column,
  defineAnalysis,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'
import type { Inputs } from './read-inputs.ts'

const xy = [column('x', 'numbers', 'first variable'), column('y', 'numbers', 'second variable')]
const xyExample = { data: { x: [2, 4, 5, 7, 8, 10, 12], y: [1, 3, 4, 4, 7, 8, 11] } }
const quartiles = ['7', '6', '2'] as const
const adjustments = ['holm', 'bh', 'bonferroni'] as const
const table = [
  column('counts', 'counts', 'table of counts, row by row', false),
  column('row', 'labels', 'row label of each person, instead of counts', false),
  column('column', 'labels', 'column label of each person, instead of counts', false),
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
    return crossTabulate(inputs.labels('row'), inputs.labels('column'))
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

export const associationAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'describe',
    summary: 'n, missing, mean, SD, median, quartiles, extremes, skewness and kurtosis',
    methods: quartiles.map((q) => ({
      id: `describe-q${q}`,
      name: `Descriptives, quartiles type ${q}`,
    })),
    columns: [column('values', 'numbers', 'values; null is missing')],
    options: [
      levelOption,
      choiceOption('quartiles', quartiles, 'quartile rule: 7 R, 6 SPSS, 2 SAS'),
    ],
    example: { data: { values: [3, 5, null, 8, 4, 9, 6] } },
    compute: (inputs) => {
      const rule = inputs.option.choice('quartiles', quartiles)
      return describeValues(inputs.numbers('values'), {
        level: inputs.option.number('level'),
        quantileType: rule === '7' ? 7 : rule === '6' ? 6 : 2,
      })
    },
  }),
  defineAnalysis({
    name: 'frequencies',
    summary: 'Counts and shares of each distinct value',
    methods: [{ id: 'frequencies', name: 'Frequency table' }],
    columns: [column('values', 'labels', 'numbers or texts; null is missing')],
    options: [],
    example: { data: { values: ['yes', 'no', 'yes', null, 'yes'] } },
    compute: (inputs) => countFrequencies(inputs.labels('values')),
  }),
  defineAnalysis({
    name: 'pearson',
    summary: 'Pearson correlation with Fisher z interval',
    methods: [{ id: 'pearson', name: 'Pearson correlation, Fisher z interval' }],
    columns: xy,
    options: [levelOption, alternativeOption],
    example: xyExample,
    compute: (inputs) =>
      correlateLinearly(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
      }),
  }),
  defineAnalysis({
    name: 'spearman',
    summary: 'Spearman rank correlation',
    methods: [
      { id: 'spearman-exact', name: 'Spearman rank correlation, exact permutation p' },
      { id: 'spearman-t', name: 'Spearman rank correlation, t approximation' },
    ],
    columns: xy,
    options: [levelOption, alternativeOption],
    example: xyExample,
    compute: (inputs) =>
      correlateRanks(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
      }),
  }),
  defineAnalysis({
    name: 'kendall',
    summary: "Kendall's tau-b",
    methods: [
      { id: 'kendall-exact', name: "Kendall's tau-b, exact p" },
      { id: 'kendall-normal', name: "Kendall's tau-b, tie-corrected normal approximation" },
      { id: 'kendall-normal-cc', name: "Kendall's tau-b, normal, continuity-corrected" },
    ],
    columns: xy,
    options: [
      alternativeOption,
      { name: 'continuity', kind: 'boolean', meaning: 'continuity correction', default: false },
    ],
    example: xyExample,
    compute: (inputs) =>
      correlateOrder(inputs.numbers('x'), inputs.numbers('y'), {
        alternative: inputs.option.choice('alternative', alternatives),
        continuity: inputs.option.flag('continuity'),
      }),
  }),
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
    name: 'adjust-p',
    summary: 'p values adjusted for multiplicity',
    methods: adjustments.map((a) => ({ id: `adjust-${a}`, name: `${a} adjustment` })),
    columns: [column('p', 'numbers', 'p values; null stays null')],
    options: [choiceOption('method', adjustments, 'adjustment')],
    example: { data: { p: [0.01, 0.04, null, 0.03] } },
    compute: (inputs) =>
      adjustPValues(inputs.numbers('p'), { method: inputs.option.choice('method', adjustments) }),
  }),
]
