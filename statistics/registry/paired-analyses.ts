import { countImproved } from '../paired/count-improved.ts'
import { measurePairedEffect } from '../paired/measure-paired-effect.ts'
import { testPairedMean } from '../paired/test-paired-mean.ts'
import { testSign } from '../paired/test-sign.ts'
import { testSignFlip } from '../paired/test-sign-flip.ts'
import { testSignedRank } from '../paired/test-signed-rank.ts'
import {
  alternativeOption,
  alternatives,
  choiceOption,
  column,
  defineAnalysis,
  directionOption,
  directions,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

const columns = [
  column('pre', 'numbers', 'first measurement; null is missing'),
  column('post', 'numbers', 'second measurement of the same units, in the same order'),
]
const example = {
  data: { pre: [12, 15, 9, 14, 11, 13, 10, 16], post: [15, 16, 13, 14, 15, 18, 11, 19] },
}
const zeroRules = ['pratt', 'drop'] as const
const computations = ['auto', 'exact', 'normal'] as const

export const pairedAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'paired-t',
    summary: 'Mean difference post - pre with t interval and paired t test',
    methods: alternatives.map((a) => ({ id: `t-paired-${a}`, name: `Paired t test (${a})` })),
    columns,
    options: [levelOption, alternativeOption],
    example,
    compute: (inputs) =>
      testPairedMean(inputs.numbers('pre'), inputs.numbers('post'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
      }),
  }),
  defineAnalysis({
    name: 'wilcoxon-signed-rank',
    summary: 'Wilcoxon signed-rank test with Hodges-Lehmann estimate and interval',
    methods: zeroRules.flatMap((rule) => [
      { id: `wilcoxon-exact-${rule}`, name: `Wilcoxon signed rank, exact, zeros: ${rule}` },
      { id: `wilcoxon-normal-cc-${rule}`, name: `Wilcoxon, normal, corrected, zeros: ${rule}` },
      { id: `wilcoxon-normal-${rule}`, name: `Wilcoxon, normal, uncorrected, zeros: ${rule}` },
    ]),
    columns,
    options: [
      levelOption,
      alternativeOption,
      choiceOption('zeros', zeroRules, 'rank zeros without counting them, or drop them first'),
      choiceOption('computation', computations, 'auto is exact below 50 pairs'),
      {
        name: 'continuity',
        kind: 'boolean',
        meaning: 'continuity correction of the normal approximation',
        default: true,
      },
    ],
    example,
    compute: (inputs) =>
      testSignedRank(inputs.numbers('pre'), inputs.numbers('post'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
        zeros: inputs.option.choice('zeros', zeroRules),
        computation: inputs.option.choice('computation', computations),
        continuity: inputs.option.flag('continuity'),
      }),
  }),
  defineAnalysis({
    name: 'sign-test',
    summary: 'Exact sign test with the median difference',
    methods: [{ id: 'sign-exact', name: 'Sign test, exact, zeros dropped' }],
    columns,
    options: [levelOption, alternativeOption],
    example,
    compute: (inputs) =>
      testSign(inputs.numbers('pre'), inputs.numbers('post'), {
        level: inputs.option.number('level'),
        alternative: inputs.option.choice('alternative', alternatives),
      }),
  }),
  defineAnalysis({
    name: 'sign-flip',
    summary: 'Exact permutation test of the mean difference over all sign patterns (n <= 20)',
    methods: [{ id: 'sign-flip-exact', name: 'Exact sign-flip permutation test of the mean' }],
    columns,
    options: [],
    example,
    compute: (inputs) => testSignFlip(inputs.numbers('pre'), inputs.numbers('post')),
  }),
  defineAnalysis({
    name: 'paired-effect',
    summary: "Paired effect sizes d_av, d_z, d_rm, d_pre and Hedges' g with intervals",
    methods: [{ id: 'paired-d', name: "Paired standardised mean differences, Hedges' correction" }],
    columns,
    options: [levelOption],
    example,
    compute: (inputs) =>
      measurePairedEffect(inputs.numbers('pre'), inputs.numbers('post'), {
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'share-improved',
    summary: 'Share that moved in the wanted direction, and probability of superiority',
    methods: [{ id: 'share-improved', name: 'Share improved, Wilson interval' }],
    columns,
    options: [levelOption, directionOption],
    example,
    compute: (inputs) =>
      countImproved(inputs.numbers('pre'), inputs.numbers('post'), {
        level: inputs.option.number('level'),
        direction: inputs.option.choice('direction', directions),
      }),
  }),
]
