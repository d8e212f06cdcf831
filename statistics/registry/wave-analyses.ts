import { compareMeasurements, correlateWithinClass } from '../agreement/measure-agreement.ts'
import { measureKappa } from '../agreement/measure-kappa.ts'
import { regress } from '../association/regress.ts'
import { testPairedShares } from '../categorical/test-paired-shares.ts'
import { compareWaves, rankWaves } from '../waves/compare-waves.ts'
import { choiceOption, column, defineAnalysis, levelOption } from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'
import type { Items } from './read-inputs.ts'

const waves = [column('waves', 'items', 'one column per wave, rows are the same units')]
const waveExample = {
  data: {
    waves: {
      before: [18, 20, 22, 25, 17, 19],
      after: [20, 21, 27, 29, 18, 24],
      later: [22, 20, 28, 31, 21, 25],
    },
  },
}
const weightings = ['none', 'linear', 'quadratic'] as const
const predictorsOf = ({ names, columns }: Items) =>
  names.map((name, i) => ({ name, values: columns[i] ?? [] }))

export const waveAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'friedman',
    summary: 'Friedman test of several waves with exact pairwise comparisons (Holm)',
    methods: [{ id: 'friedman', name: 'Friedman test, tie-corrected, chi-square' }],
    columns: waves,
    options: [],
    example: waveExample,
    compute: (inputs) => rankWaves(inputs.items('waves').columns),
  }),
  defineAnalysis({
    name: 'repeated-anova',
    summary: 'Repeated-measures ANOVA with Greenhouse-Geisser and Huynh-Feldt',
    methods: [{ id: 'anova-repeated-gg', name: 'Repeated-measures ANOVA, Greenhouse-Geisser' }],
    columns: waves,
    options: [],
    example: waveExample,
    compute: (inputs) => compareWaves(inputs.items('waves').columns),
  }),
  defineAnalysis({
    name: 'icc',
    summary: 'Intraclass correlations for agreement and consistency',
    methods: [{ id: 'icc-mcgraw-wong', name: 'ICC(A,1) and ICC(C,1), McGraw & Wong' }],
    columns: [column('ratings', 'items', 'one column per rater, rows are targets')],
    options: [levelOption],
    example: { data: { ratings: { one: [4, 6, 8, 5, 7, 9], two: [5, 6, 7, 6, 8, 8] } } },
    compute: (inputs) =>
      correlateWithinClass(inputs.items('ratings').columns, {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'bland-altman',
    summary: 'Bias and limits of agreement of two measurements, Lin concordance',
    methods: [{ id: 'bland-altman', name: 'Bland-Altman limits of agreement, Lin concordance' }],
    columns: [
      column('x', 'numbers', 'first measurement'),
      column('y', 'numbers', 'second measurement'),
    ],
    options: [levelOption],
    example: { data: { x: [4, 6, 8, 5, 7, 9], y: [5, 6, 7, 6, 8, 8] } },
    compute: (inputs) =>
      compareMeasurements(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'kappa',
    summary: "Percent agreement and Cohen's kappa of two raters",
    methods: weightings.map((w) => ({ id: `kappa-${w}`, name: `Cohen's kappa, weights: ${w}` })),
    columns: [
      column('first', 'labels', 'categories given by the first rater'),
      column('second', 'labels', 'categories given by the second rater'),
    ],
    options: [choiceOption('weights', weightings, 'weights over ordered categories')],
    example: { data: { first: [1, 1, 2, 2, 3, 3], second: [1, 2, 2, 3, 3, 3] } },
    compute: (inputs) =>
      measureKappa(inputs.labels('first'), inputs.labels('second'), {
        weights: inputs.option.choice('weights', weightings),
      }),
  }),
  defineAnalysis({
    name: 'regression',
    summary: 'Linear regression with beta and VIF',
    methods: [{ id: 'ols', name: 'Linear regression, ordinary least squares' }],
    columns: [
      column('y', 'numbers', 'outcome'),
      column('predictors', 'items', 'one column per predictor'),
    ],
    options: [levelOption],
    example: {
      data: {
        y: [22, 20, 28, 31, 21, 25],
        predictors: { dose: [3, 2, 6, 8, 2, 5], start: [18, 20, 22, 25, 17, 19] },
      },
    },
    compute: (inputs) =>
      regress(inputs.numbers('y'), predictorsOf(inputs.items('predictors')), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'mcnemar',
    summary: 'McNemar test of a yes/no answer given twice',
    methods: [{ id: 'mcnemar-exact', name: 'McNemar test, exact binomial' }],
    columns: [
      column('bothYes', 'number', 'yes before and after'),
      column('lost', 'number', 'yes before, no after'),
      column('gained', 'number', 'no before, yes after'),
      column('bothNo', 'number', 'no before and after'),
    ],
    options: [],
    example: { data: { bothYes: 10, lost: 3, gained: 9, bothNo: 8 } },
    compute: (inputs) =>
      testPairedShares({
        bothYes: inputs.number('bothYes'),
        lost: inputs.number('lost'),
        gained: inputs.number('gained'),
        bothNo: inputs.number('bothNo'),
      }),
  }),
]
