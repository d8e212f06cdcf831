import { correlateColumns, correlationKinds } from '../association/correlate-columns.ts'
import { correlatePartially } from '../association/correlate-partially.ts'
import { clusterCorrections, regressClustered } from '../association/regress-clustered.ts'
import { regressInBlocks } from '../association/regress-in-blocks.ts'
import { regress } from '../association/regress.ts'
import {
  alternativeOption,
  alternatives,
  choiceOption,
  column,
  defineAnalysis,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'
import type { Items } from './read-inputs.ts'

const predictorsOf = ({ names, columns }: Items) =>
  names.map((name, i) => ({ name, values: columns[i] ?? [] }))

export const regressionAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'correlations',
    summary: 'Every two columns correlated on their complete pairs, p adjusted by Holm',
    methods: correlationKinds.map((kind) => ({
      id: `correlations-${kind}`,
      name: `Correlations, ${kind}`,
    })),
    columns: [column('items', 'items', 'one column per variable')],
    options: [levelOption, choiceOption('kind', correlationKinds, 'which correlation')],
    example: {
      data: { items: { a: [2, 4, 5, 7, 8, 10], b: [1, 3, 4, 4, 7, 8], c: [9, 7, 8, 4, 5, 1] } },
    },
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return correlateColumns(columns, {
        names,
        kind: inputs.option.choice('kind', correlationKinds),
        level: inputs.option.number('level'),
      })
    },
  }),
  defineAnalysis({
    name: 'partial',
    summary: 'Correlation of two variables with others held constant',
    methods: [
      { id: 'partial-pearson', name: 'Partial correlation, t test' },
      { id: 'partial-spearman', name: 'Partial Spearman correlation, t test' },
    ],
    columns: [
      column('x', 'numbers', 'first variable'),
      column('y', 'numbers', 'second variable'),
      column('controls', 'items', 'one column per variable held constant'),
    ],
    options: [
      levelOption,
      alternativeOption,
      { name: 'ranks', kind: 'boolean', meaning: 'correlate mid-ranks', default: false },
    ],
    example: {
      data: {
        x: [2, 4, 5, 7, 8, 10, 12],
        y: [1, 3, 4, 4, 7, 8, 11],
        controls: { age: [9, 8, 11, 10, 9, 12, 10] },
      },
    },
    compute: (inputs) =>
      correlatePartially(
        inputs.numbers('x'),
        inputs.numbers('y'),
        inputs.items('controls').columns,
        {
          level: inputs.option.number('level'),
          alternative: inputs.option.choice('alternative', alternatives),
          ranks: inputs.option.flag('ranks'),
        },
      ),
  }),
  defineAnalysis({
    name: 'regression',
    summary: 'Linear regression with beta, VIF and Durbin-Watson',
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
    name: 'hierarchical-regression',
    summary: 'Regression in blocks: what each block of predictors adds',
    methods: [{ id: 'ols-blocks', name: 'Hierarchical linear regression' }],
    columns: [
      column('y', 'numbers', 'outcome'),
      column('block1', 'items', 'predictors entered first'),
      column('block2', 'items', 'predictors added next'),
      column('block3', 'items', 'predictors added after that', false),
      column('block4', 'items', 'predictors added last', false),
    ],
    options: [levelOption],
    example: {
      data: {
        y: [22, 20, 28, 31, 21, 25, 27, 24],
        block1: { start: [18, 20, 22, 25, 17, 19, 23, 21] },
        block2: { dose: [3, 2, 6, 8, 2, 5, 4, 3] },
      },
    },
    compute: (inputs) =>
      regressInBlocks(
        inputs.numbers('y'),
        ['block1', 'block2', 'block3', 'block4']
          .filter(inputs.has)
          .map((name) => predictorsOf(inputs.items(name))),
        { level: inputs.option.number('level') },
      ),
  }),
  defineAnalysis({
    name: 'cluster-regression',
    summary: 'Regression (or a mean) with cluster-robust standard errors',
    methods: clusterCorrections.map((c) => ({
      id: `ols-${c}`,
      name: `Linear regression, cluster-robust ${c}`,
    })),
    columns: [
      column('y', 'numbers', 'outcome'),
      column('predictors', 'items', 'one column per predictor; none gives the mean', false),
      column('cluster', 'labels', 'cluster (school, group) of each row'),
    ],
    options: [
      levelOption,
      choiceOption('correction', clusterCorrections, 'small-sample factor, or none (cr0)'),
    ],
    example: {
      data: {
        y: [22, 20, 28, 31, 21, 25, 27, 24, 26, 29],
        predictors: { dose: [3, 2, 6, 8, 2, 5, 4, 3, 5, 6] },
        cluster: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd', 'e', 'e'],
      },
    },
    compute: (inputs) =>
      regressClustered(
        inputs.numbers('y'),
        inputs.has('predictors') ? predictorsOf(inputs.items('predictors')) : [],
        inputs.labels('cluster'),
        {
          level: inputs.option.number('level'),
          correction: inputs.option.choice('correction', clusterCorrections),
        },
      ),
  }),
]
