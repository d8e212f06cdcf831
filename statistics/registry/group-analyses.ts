import { compareAdjustedMeans } from '../independent/compare-adjusted-means.ts'
import {
  compareGroupMeans,
  testEqualSpread,
  testGroupRanks,
} from '../independent/compare-groups.ts'
import { compareGroupPairs, pairwiseProcedures } from '../independent/compare-pairs.ts'
import { compareMeans } from '../independent/compare-means.ts'
import { measureGroupEffect } from '../independent/measure-group-effect.ts'
import { measureClustering } from '../independent/measure-clustering.ts'
import { testEqualVariances } from '../independent/test-equal-variances.ts'
import { testRankSum } from '../independent/test-rank-sum.ts'
import { checkAssumptions } from '../normality/check-assumptions.ts'
import {
  alternativeOption,
  alternatives,
  choiceOption,
  column,
  defineAnalysis,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

const twoColumns = [
  column('x', 'numbers', 'values of the first group'),
  column('y', 'numbers', 'values of the second (comparison) group'),
]
const twoExample = { data: { x: [8, 5, 9, 7, 6, 10], y: [4, 6, 3, 5, 7, 2, 4] } }
const labelled = [
  column('value', 'numbers', 'one value per row'),
  column('group', 'labels', 'group of each row'),
]
const labelledExample = {
  data: {
    value: [8, 5, 9, 7, 4, 6, 3, 5, 7, 9, 8, 10],
    group: ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c', 'c', 'c', 'c'],
  },
}
const variances = ['welch', 'pooled'] as const
const computations = ['auto', 'exact', 'normal'] as const
const centres = ['median', 'mean'] as const
const familyAdjustments = ['holm', 'bh', 'bonferroni', 'none'] as const
const yes = (name: string, meaning: string) =>
  ({ name, kind: 'boolean', meaning, default: true }) as const

export const groupAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'compare-means',
    summary: 'Difference of two independent means: Welch, or Student with pooled variance',
    methods: alternatives.flatMap((a) => [
      { id: `t-welch-${a}`, name: `Welch t test (${a})` },
      { id: `t-student-${a}`, name: `Student t test (${a})` },
    ]),
    columns: twoColumns,
    options: [
      levelOption,
      alternativeOption,
      choiceOption('variances', variances, 'separate or pooled variances'),
    ],
    example: twoExample,
    compute: (inputs) =>
      compareMeans(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
        variances: inputs.option.choice('variances', variances),
      }),
  }),
  defineAnalysis({
    name: 'mann-whitney',
    summary: "Mann-Whitney U, Cliff's delta, Hodges-Lehmann shift and interval",
    methods: [
      { id: 'mann-whitney-exact', name: 'Mann-Whitney U, exact with mid-ranks' },
      { id: 'mann-whitney-normal-cc', name: 'Mann-Whitney U, normal, continuity-corrected' },
      { id: 'mann-whitney-normal', name: 'Mann-Whitney U, normal, no continuity correction' },
    ],
    columns: twoColumns,
    options: [
      levelOption,
      alternativeOption,
      choiceOption('computation', computations, 'auto is exact below 50 in both groups'),
      yes('continuity', 'continuity correction of the normal approximation'),
    ],
    example: twoExample,
    compute: (inputs) =>
      testRankSum(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
        computation: inputs.option.choice('computation', computations),
        continuity: inputs.option.flag('continuity'),
      }),
  }),
  defineAnalysis({
    name: 'group-effect',
    summary: "Hedges' g, Cohen's d and Glass's delta of two groups",
    methods: [{ id: 'hedges-g-pooled', name: "Hedges' g, pooled SD, noncentral-t interval" }],
    columns: twoColumns,
    options: [levelOption],
    example: twoExample,
    compute: (inputs) =>
      measureGroupEffect(inputs.numbers('x'), inputs.numbers('y'), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'ancova',
    summary: 'Outcome adjusted for a covariate: adjusted means, contrasts, slope homogeneity',
    methods: [
      { id: 'ancova-common-slope', name: 'ANCOVA, common slope, means at pooled covariate' },
    ],
    columns: [
      column('post', 'numbers', 'outcome'),
      column('pre', 'numbers', 'covariate'),
      column('group', 'labels', 'group of each row'),
    ],
    options: [
      levelOption,
      { name: 'reference', kind: 'text', meaning: 'label of the reference group', default: null },
    ],
    example: {
      data: {
        pre: [10, 12, 9, 14, 11, 10, 13, 9, 12, 11],
        post: [14, 17, 12, 18, 15, 11, 13, 10, 13, 11],
        group: ['t', 't', 't', 't', 't', 'c', 'c', 'c', 'c', 'c'],
      },
      options: { reference: 'c' },
    },
    compute: (inputs) => {
      const reference = inputs.option.text('reference')
      return compareAdjustedMeans(
        inputs.numbers('post'),
        inputs.numbers('pre'),
        inputs.labels('group'),
        { level: inputs.option.number('level'), ...(reference === null ? {} : { reference }) },
      )
    },
  }),
  defineAnalysis({
    name: 'one-way-anova',
    summary: 'One-way ANOVA, Welch ANOVA, eta and omega squared',
    methods: [{ id: 'anova-one-way', name: 'One-way analysis of variance' }],
    columns: labelled,
    options: [],
    example: labelledExample,
    compute: (inputs) => compareGroupMeans(inputs.numbers('value'), inputs.labels('group')),
  }),
  defineAnalysis({
    name: 'kruskal-wallis',
    summary: 'Kruskal-Wallis test of several groups',
    methods: [
      { id: 'kruskal-wallis', name: 'Kruskal-Wallis test, tie-corrected, chi-square' },
      { id: 'kruskal-wallis-raw', name: 'Kruskal-Wallis test on unrounded values' },
    ],
    columns: labelled,
    options: [yes('roundTies', 'round away float dust before ranking')],
    example: labelledExample,
    compute: (inputs) =>
      testGroupRanks(inputs.numbers('value'), inputs.labels('group'), {
        roundTies: inputs.option.flag('roundTies'),
      }),
  }),
  defineAnalysis({
    name: 'levene',
    summary: 'Levene test of equal spread, about medians or means',
    methods: centres.map((c) => ({ id: `levene-${c}`, name: `Levene test about the ${c}` })),
    columns: labelled,
    options: [choiceOption('centre', centres, 'centre of each group')],
    example: labelledExample,
    compute: (inputs) =>
      testEqualSpread(inputs.numbers('value'), inputs.labels('group'), {
        centre: inputs.option.choice('centre', centres),
      }),
  }),
  defineAnalysis({
    name: 'bartlett',
    summary: 'Bartlett test of equal variances',
    methods: [{ id: 'bartlett-variances', name: 'Bartlett test of equal variances' }],
    columns: labelled,
    options: [],
    example: labelledExample,
    compute: (inputs) => testEqualVariances(inputs.numbers('value'), inputs.labels('group')),
  }),
  defineAnalysis({
    name: 'pairwise',
    summary: 'Every two groups: Games-Howell, Tukey, Welch, pooled t (LSD) or Dunn',
    methods: [
      { id: 'games-howell', name: 'Games-Howell' },
      { id: 'tukey', name: 'Tukey-Kramer' },
      ...['welch', 'pooled', 'dunn'].flatMap((p) =>
        familyAdjustments.map((a) => ({ id: `${p}-${a}`, name: `Pairwise ${p}, adjusted: ${a}` })),
      ),
    ],
    columns: labelled,
    options: [
      levelOption,
      choiceOption('procedure', pairwiseProcedures, 'how two groups are compared'),
      choiceOption('adjust', familyAdjustments, 'for welch, pooled and dunn'),
    ],
    example: labelledExample,
    compute: (inputs) =>
      compareGroupPairs(inputs.numbers('value'), inputs.labels('group'), {
        level: inputs.option.number('level'),
        procedure: inputs.option.choice('procedure', pairwiseProcedures),
        adjust: inputs.option.choice('adjust', familyAdjustments),
      }),
  }),
  defineAnalysis({
    name: 'clustering',
    summary: 'How much people of one cluster resemble each other: ICC(1) and design effect',
    methods: [{ id: 'icc1-anova', name: 'ICC(1) from one-way ANOVA, design effect' }],
    columns: [
      column('value', 'numbers', 'one value per row'),
      column('cluster', 'labels', 'cluster (school, group) of each row'),
    ],
    options: [levelOption],
    example: {
      data: { value: labelledExample.data.value, cluster: labelledExample.data.group },
    },
    compute: (inputs) =>
      measureClustering(inputs.numbers('value'), inputs.labels('cluster'), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'check-assumptions',
    summary: 'Shape, outliers, ties and spread of one or several groups, in plain words',
    methods: [{ id: 'assumption-checks', name: 'Shape, outliers, ties and spread in plain words' }],
    columns: [
      column('value', 'numbers', 'one value per row, or differences'),
      column('group', 'labels', 'group of each row', false),
    ],
    options: [],
    example: labelledExample,
    compute: (inputs) =>
      checkAssumptions(
        inputs.numbers('value'),
        inputs.has('group') ? inputs.labels('group') : null,
      ),
  }),
]
