import { correlateLinearly } from '../association/correlate-linearly.ts'
import {
  correlateOrder,
  kendallComputations,
  kendallMethods,
} from '../association/correlate-order.ts'
import {
  correlateRanks,
  spearmanComputations,
  spearmanMethods,
} from '../association/correlate-ranks.ts'
import { countFrequencies } from '../describe/count-frequencies.ts'
import { describeValues } from '../describe/describe-values.ts'
import { adjustPValues } from '../planning/adjust-p-values.ts'
import {
  alternativeOption,
  alternatives,
  choiceOption,
  column,
  defineAnalysis,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

const xy = [column('x', 'numbers', 'first variable'), column('y', 'numbers', 'second variable')]
const xyExample = { data: { x: [2, 4, 5, 7, 8, 10, 12], y: [1, 3, 4, 4, 7, 8, 11] } }
const quartiles = ['7', '6', '2'] as const
const adjustments = ['holm', 'bh', 'bonferroni'] as const
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
    methods: Object.values(spearmanMethods),
    columns: xy,
    options: [
      levelOption,
      alternativeOption,
      choiceOption('computation', spearmanComputations, 'auto: exact to 9 pairs, then series or t'),
    ],
    example: xyExample,
    compute: (inputs) =>
      correlateRanks(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
        computation: inputs.option.choice('computation', spearmanComputations),
      }),
  }),
  defineAnalysis({
    name: 'kendall',
    summary: "Kendall's tau-b",
    methods: Object.values(kendallMethods),
    columns: xy,
    options: [
      alternativeOption,
      { name: 'continuity', kind: 'boolean', meaning: 'continuity correction', default: false },
      choiceOption('computation', kendallComputations, 'auto: exact, with ties to 9 pairs'),
    ],
    example: xyExample,
    compute: (inputs) =>
      correlateOrder(inputs.numbers('x'), inputs.numbers('y'), {
        alternative: inputs.option.choice('alternative', alternatives),
        continuity: inputs.option.flag('continuity'),
        computation: inputs.option.choice('computation', kendallComputations),
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
