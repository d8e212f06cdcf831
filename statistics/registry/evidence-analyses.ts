import { describeBaseline } from '../independent/describe-baseline.ts'
import { measureGainEffect } from '../independent/measure-gain-effect.ts'
import { describeLoss } from '../paired/describe-loss.ts'
import { bootstrapInterval } from '../resampling/bootstrap-interval.ts'
import { bootstrapTwo, twoSampleStatistics } from '../resampling/bootstrap-two.ts'
import { combineEffects, synthesisIntervals } from '../synthesis/combine-effects.ts'
import { tauMethods } from '../synthesis/estimate-heterogeneity.ts'
import { choiceOption, column, defineAnalysis, levelOption } from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

const statistics = ['mean', 'median', 'sd'] as const

export const evidenceAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'loss',
    summary: 'Who is missing at the second measurement, and how they started',
    methods: [{ id: 'loss', name: 'Attrition: kept and lost at the first measurement' }],
    columns: [
      column('pre', 'numbers', 'first measurement'),
      column('post', 'numbers', 'second measurement; null is missing'),
    ],
    options: [levelOption],
    example: { data: { pre: [12, 15, 9, 14, 11], post: [14, 16, null, 15, null] } },
    compute: (inputs) =>
      describeLoss(inputs.numbers('pre'), inputs.numbers('post'), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'baseline-table',
    summary: 'Groups at the start: means, SDs and standardised differences, without a test',
    methods: [{ id: 'baseline-table', name: 'Baseline table with standardised differences' }],
    columns: [
      column('items', 'items', 'one column per variable'),
      column('group', 'labels', 'group of each row'),
    ],
    options: [
      { name: 'reference', kind: 'text', meaning: 'label of the reference group', default: null },
    ],
    example: {
      data: {
        items: { age: [9, 11, 10, 12, 10, 11, 9, 13], score: [14, 12, 17, 11, 15, 13, null, 18] },
        group: ['c', 't', 'c', 't', 'c', 't', 'c', 't'],
      },
    },
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return describeBaseline(columns, inputs.labels('group'), {
        names,
        reference: inputs.option.text('reference'),
      })
    },
  }),
  defineAnalysis({
    name: 'gain-effect',
    summary: 'Standardised difference of two mean gains (Morris d_ppc2)',
    methods: [{ id: 'd-ppc2-morris', name: 'd_ppc2 (Morris 2008), pooled first SD' }],
    columns: [
      column('preX', 'numbers', 'first measurement, first group'),
      column('postX', 'numbers', 'second measurement, first group'),
      column('preY', 'numbers', 'first measurement, comparison group'),
      column('postY', 'numbers', 'second measurement, comparison group'),
    ],
    options: [],
    example: {
      data: {
        preX: [10, 12, 9, 14],
        postX: [14, 15, 12, 18],
        preY: [11, 10, 13],
        postY: [11, 12, 13],
      },
    },
    compute: (inputs) =>
      measureGainEffect(
        { first: inputs.numbers('preX'), second: inputs.numbers('postX') },
        { first: inputs.numbers('preY'), second: inputs.numbers('postY') },
      ),
  }),
  defineAnalysis({
    name: 'bootstrap',
    summary: 'BCa bootstrap interval of a mean, median or SD, with a seed',
    methods: [{ id: 'bootstrap-bca', name: 'BCa bootstrap interval' }],
    columns: [column('values', 'numbers', 'values, or differences')],
    options: [
      levelOption,
      choiceOption('statistic', statistics, 'what is estimated'),
      { name: 'samples', kind: 'integer', meaning: 'bootstrap samples', default: 5000 },
      { name: 'seed', kind: 'integer', meaning: 'seed of the samples', default: 1 },
    ],
    example: { data: { values: [2, 4, 5, 5, 6, 7, 9, 14, 3, 8] } },
    compute: (inputs) =>
      bootstrapInterval(inputs.numbers('values'), {
        level: inputs.option.number('level'),
        statistic: inputs.option.choice('statistic', statistics),
        samples: inputs.option.number('samples'),
        seed: inputs.option.number('seed'),
      }),
  }),
  defineAnalysis({
    name: 'bootstrap-two',
    summary: 'BCa bootstrap interval of a difference of two groups or a correlation, with a seed',
    methods: twoSampleStatistics.map((s) => ({
      id: `bootstrap-bca-${s}`,
      name: `BCa bootstrap interval, ${s}`,
    })),
    columns: [
      column('x', 'numbers', 'first group, or first of each pair'),
      column('y', 'numbers', 'second group, or second of each pair'),
    ],
    options: [
      levelOption,
      choiceOption('statistic', twoSampleStatistics, 'what is estimated'),
      { name: 'samples', kind: 'integer', meaning: 'bootstrap samples', default: 5000 },
      { name: 'seed', kind: 'integer', meaning: 'seed of the samples', default: 1 },
    ],
    example: { data: { x: [8, 5, 9, 7, 6, 10], y: [4, 6, 3, 5, 7, 2, 4] } },
    compute: (inputs) =>
      bootstrapTwo(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
        statistic: inputs.option.choice('statistic', twoSampleStatistics),
        samples: inputs.option.number('samples'),
        seed: inputs.option.number('seed'),
      }),
  }),
  defineAnalysis({
    name: 'synthesis',
    summary: 'Fixed and random effects over several studies, heterogeneity, prediction interval',
    methods: tauMethods.flatMap((t) => [
      { id: `synthesis-${t}`, name: `Inverse-variance synthesis, ${t}` },
      {
        id: `synthesis-${t}-hartung-knapp`,
        name: `Inverse-variance synthesis, ${t}, Hartung-Knapp`,
      },
      {
        id: `synthesis-${t}-hartung-knapp-modified`,
        name: `Inverse-variance synthesis, ${t}, modified Hartung-Knapp`,
      },
    ]),
    columns: [
      column('effects', 'numbers', 'effect of each study'),
      column('standardErrors', 'numbers', 'its standard error'),
    ],
    options: [
      levelOption,
      choiceOption('tau', tauMethods, 'between-study variance'),
      choiceOption('interval', synthesisIntervals, 'interval of the random-effects mean'),
    ],
    example: { data: { effects: [0.42, 0.65, 0.1, 0.8], standardErrors: [0.21, 0.3, 0.25, 0.35] } },
    compute: (inputs) =>
      combineEffects(inputs.numbers('effects'), inputs.numbers('standardErrors'), {
        level: inputs.option.number('level'),
        tau: inputs.option.choice('tau', tauMethods),
        interval: inputs.option.choice('interval', synthesisIntervals),
      }),
  }),
]
