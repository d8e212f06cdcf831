import { rateCompletion, scoreGoals } from '../goals/score-goals.ts'
import { testNormality } from '../normality/test-normality.ts'
import { describePhases } from '../single-case/describe-phases.ts'
import { measureNonOverlap } from '../single-case/measure-non-overlap.ts'
import { correctBaselineTau, measureTauU } from '../single-case/measure-tau.ts'
import { testStartPoint } from '../single-case/test-start-point.ts'
import {
  choiceOption,
  column,
  defineAnalysis,
  directionOption,
  directions,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

const phases = [
  column('a', 'numbers', 'baseline points in order of time'),
  column('b', 'numbers', 'points after the start, in order of time'),
]
const example = { data: { a: [3, 4, 2, 4, 3], b: [5, 6, 4, 7, 8, 7] } }
const corrections = ['always', 'trend-p05'] as const

export const caseAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'nap',
    summary: 'Single case: non-overlap of all pairs with interval, PND, PEM, PAND, IRD',
    methods: [{ id: 'nap-newcombe5', name: 'Non-overlap of all pairs, Newcombe interval' }],
    columns: phases,
    options: [levelOption, directionOption],
    example,
    compute: (inputs) =>
      measureNonOverlap(inputs.numbers('a'), inputs.numbers('b'), {
        level: inputs.option.number('level'),
        direction: inputs.option.choice('direction', directions),
      }),
  }),
  defineAnalysis({
    name: 'tau-u',
    summary: 'Single case: Tau-U of Parker (2011), A vs B minus trend A',
    methods: [{ id: 'tau-u-parker', name: 'Tau-U (Parker 2011), A vs B minus trend A' }],
    columns: phases,
    options: [directionOption],
    example,
    compute: (inputs) =>
      measureTauU(inputs.numbers('a'), inputs.numbers('b'), {
        direction: inputs.option.choice('direction', directions),
      }),
  }),
  defineAnalysis({
    name: 'tau-bc',
    summary: 'Single case: baseline-corrected Tau by the Theil-Sen trend',
    methods: corrections.map((when) => ({
      id: `tau-bc-${when}`,
      name: `Baseline-corrected Tau, Theil-Sen, ${when}`,
    })),
    columns: phases,
    options: [
      directionOption,
      choiceOption('when', corrections, 'correct always, or only when the trend has p <= .05'),
      {
        name: 'leastBaseline',
        kind: 'integer',
        meaning: 'baseline points below which nothing is corrected',
        default: 5,
      },
    ],
    example,
    compute: (inputs) =>
      correctBaselineTau(inputs.numbers('a'), inputs.numbers('b'), {
        direction: inputs.option.choice('direction', directions),
        when: inputs.option.choice('when', corrections),
        leastBaseline: inputs.option.number('leastBaseline'),
      }),
  }),
  defineAnalysis({
    name: 'two-phases',
    summary: 'Single case: level, spread, two-SD band, SMD, dual criterion, autocorrelation',
    methods: [{ id: 'two-phases', name: 'Two-phase single-case description' }],
    columns: phases,
    options: [directionOption],
    example,
    compute: (inputs) =>
      describePhases(inputs.numbers('a'), inputs.numbers('b'), {
        direction: inputs.option.choice('direction', directions),
      }),
  }),
  defineAnalysis({
    name: 'start-point',
    summary: 'Single case: start-point randomisation test',
    methods: [
      { id: 'start-point-randomisation', name: 'Start-point randomisation test (Edgington)' },
    ],
    columns: phases,
    options: [
      directionOption,
      { name: 'least', kind: 'integer', meaning: 'points each phase must keep', default: 3 },
    ],
    example,
    compute: (inputs) =>
      testStartPoint(inputs.numbers('a'), inputs.numbers('b'), {
        direction: inputs.option.choice('direction', directions),
        least: inputs.option.number('least'),
      }),
  }),
  defineAnalysis({
    name: 'goal-attainment',
    summary: 'Goal attainment scaling T of one person',
    methods: [{ id: 'gas-t', name: 'Goal attainment T (Kiresuk-Sherman)' }],
    columns: [
      column('levels', 'numbers', 'attained level of each goal, -2 … 2'),
      column('weights', 'numbers', 'weight of each goal', false),
    ],
    options: [
      { name: 'correlation', kind: 'number', meaning: 'assumed r between goals', default: 0.3 },
    ],
    example: { data: { levels: [1, 0, 2], weights: [2, 1, 1] } },
    compute: (inputs) =>
      scoreGoals(
        inputs.numbers('levels'),
        inputs.has('weights') ? inputs.numbers('weights') : null,
        { correlation: inputs.option.number('correlation') },
      ),
  }),
  defineAnalysis({
    name: 'task-completion',
    summary: 'Task completion in percent of the possible sum',
    methods: [{ id: 'task-completion', name: 'Task completion, percent of the possible sum' }],
    columns: [column('ratings', 'numbers', 'rating of each task, 0 … highest')],
    options: [{ name: 'highest', kind: 'number', meaning: 'rating of a task done', default: 4 }],
    example: { data: { ratings: [4, 3, 2, null, 4] } },
    compute: (inputs) =>
      rateCompletion(inputs.numbers('ratings'), { highest: inputs.option.number('highest') }),
  }),
  defineAnalysis({
    name: 'shapiro-wilk',
    summary: 'Shapiro-Wilk test of normality',
    methods: [{ id: 'shapiro-wilk-r94', name: 'Shapiro-Wilk test (Royston 1995)' }],
    columns: [column('values', 'numbers', 'values; null is missing')],
    options: [],
    example: { data: { values: [2, 4, 5, 5, 6, 7, 9, 14] } },
    compute: (inputs) => testNormality(inputs.numbers('values')),
  }),
]
