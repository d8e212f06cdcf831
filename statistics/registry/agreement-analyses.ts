import { compareMeasurements } from '../agreement/compare-measurements.ts'
import { correlateWithinClass } from '../agreement/correlate-within-class.ts'
import { measureFleissKappa } from '../agreement/measure-fleiss-kappa.ts'
import { measureKappa } from '../agreement/measure-kappa.ts'
import { testPairedShares } from '../categorical/test-paired-shares.ts'
import { compareMembers } from '../dyads/compare-members.ts'
import { fitActorPartner } from '../dyads/fit-actor-partner.ts'
import {
  choiceOption,
  column,
  defineAnalysis,
  integerOption,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

const weightings = ['none', 'linear', 'quadratic'] as const

export const agreementAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'icc',
    summary: 'Intraclass correlations for agreement and consistency, all six forms',
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
    options: [choiceOption('weights', weightings, 'weights over ordered categories'), levelOption],
    example: { data: { first: [1, 1, 2, 2, 3, 3], second: [1, 2, 2, 3, 3, 3] } },
    compute: (inputs) =>
      measureKappa(inputs.labels('first'), inputs.labels('second'), {
        weights: inputs.option.choice('weights', weightings),
        level: inputs.option.number('level'),
      }),
  }),
  defineAnalysis({
    name: 'fleiss-kappa',
    summary: "Fleiss' kappa and percent agreement of two or more raters",
    methods: [{ id: 'kappa-fleiss', name: "Fleiss' kappa" }],
    columns: [column('raters', 'label-items', 'one column of categories per rater')],
    options: [],
    example: {
      data: {
        raters: {
          one: ['a', 'a', 'b', 'b', 'c', 'c'],
          two: ['a', 'b', 'b', 'b', 'c', 'c'],
          three: ['a', 'a', 'b', 'c', 'c', 'b'],
        },
      },
    },
    compute: (inputs) => measureFleissKappa(inputs.labelItems('raters')),
  }),
  defineAnalysis({
    name: 'dyad-agreement',
    summary: 'Two members of a pair: difference, correlation, ICC, concordance, double entry',
    methods: [{ id: 'dyad-agreement', name: 'Agreement of two members of a pair' }],
    columns: [
      column('first', 'numbers', 'first member of each pair'),
      column('second', 'numbers', 'second member of each pair'),
      column('firstLater', 'numbers', 'first member, second measurement', false),
      column('secondLater', 'numbers', 'second member, second measurement', false),
    ],
    options: [levelOption],
    example: {
      data: {
        first: [12, 15, 9, 14, 11, 13],
        second: [14, 15, 12, 13, 10, 17],
        firstLater: [15, 16, 13, 14, 15, 18],
        secondLater: [15, 18, 13, 15, 12, 20],
      },
    },
    compute: (inputs) => {
      const both = inputs.has('firstLater') && inputs.has('secondLater')
      return compareMembers(inputs.numbers('first'), inputs.numbers('second'), {
        level: inputs.option.number('level'),
        later: both
          ? { first: inputs.numbers('firstLater'), second: inputs.numbers('secondLater') }
          : null,
      })
    },
  }),
  defineAnalysis({
    name: 'actor-partner',
    summary: 'Actor-partner model of distinguishable pairs, two least-squares equations',
    methods: [{ id: 'apim-ols', name: 'Actor-partner model, distinguishable members' }],
    columns: [
      column('predictorFirst', 'numbers', 'predictor of the first member'),
      column('predictorSecond', 'numbers', 'predictor of the second member'),
      column('outcomeFirst', 'numbers', 'outcome of the first member'),
      column('outcomeSecond', 'numbers', 'outcome of the second member'),
    ],
    options: [levelOption, integerOption('least', 'complete pairs below which it refuses', 20)],
    example: {
      data: {
        predictorFirst: [4, 6, 3, 7, 5, 8, 2, 6, 5, 7],
        predictorSecond: [5, 5, 4, 8, 3, 7, 3, 7, 6, 5],
        outcomeFirst: [6, 8, 5, 10, 6, 11, 4, 9, 7, 8],
        outcomeSecond: [7, 7, 5, 11, 5, 9, 5, 9, 9, 8],
      },
      options: { least: 10 },
    },
    compute: (inputs) =>
      fitActorPartner(
        {
          predictorFirst: inputs.numbers('predictorFirst'),
          predictorSecond: inputs.numbers('predictorSecond'),
          outcomeFirst: inputs.numbers('outcomeFirst'),
          outcomeSecond: inputs.numbers('outcomeSecond'),
        },
        { level: inputs.option.number('level'), least: inputs.option.number('least') },
      ),
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
