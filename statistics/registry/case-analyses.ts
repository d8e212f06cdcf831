import { refuse } from '../result.ts'
import { combinePhases } from '../single-case/combine-phases.ts'
import { compareTiers } from '../single-case/compare-tiers.ts'
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
    summary: 'Single case: Tau-U of Parker (2011), A vs B minus trend A, and its variants by name',
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
    summary:
      'Single case: level, trend, spread, bands, split-middle line, SMD, dual criterion, autocorrelation',
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
    name: 'abab',
    summary: 'Single case: withdrawal design A1 B1 A2 B2 by NAP, reversal apart',
    methods: [{ id: 'abab-nap-weighted', name: 'ABAB: NAP of A1-B1 and A2-B2, weighted by m n' }],
    columns: [
      column('a1', 'numbers', 'first baseline'),
      column('b1', 'numbers', 'first intervention'),
      column('a2', 'numbers', 'second baseline'),
      column('b2', 'numbers', 'second intervention'),
    ],
    options: [levelOption, directionOption],
    example: {
      data: { a1: [3, 4, 2, 4, 3], b1: [5, 6, 4, 7, 8], a2: [5, 4, 3, 4], b2: [6, 8, 7, 9, 8] },
    },
    compute: (inputs) =>
      combinePhases(
        {
          a1: inputs.numbers('a1'),
          b1: inputs.numbers('b1'),
          a2: inputs.numbers('a2'),
          b2: inputs.numbers('b2'),
        },
        {
          level: inputs.option.number('level'),
          direction: inputs.option.choice('direction', directions),
        },
      ),
  }),
  defineAnalysis({
    name: 'multiple-baseline',
    summary: 'Single case: several tiers with different starts, each and together by NAP',
    methods: [{ id: 'multiple-baseline-nap', name: 'Multiple baseline: NAP by tier, weighted' }],
    columns: [
      column('tiers', 'items', 'one column per tier, rows are the same time points'),
      column('starts', 'numbers', 'baseline points of each tier, in the order of the columns'),
    ],
    options: [levelOption, directionOption],
    example: {
      data: {
        tiers: {
          lin: [3, 4, 2, 6, 7, 6, 8, 7, 8, 7, 8, 9],
          mei: [2, 3, 3, 2, 3, 2, 6, 5, 7, 6, 7, 8],
          tao: [4, 3, 4, 4, 3, 4, 4, 3, 4, 7, 8, 7],
        },
        starts: [3, 6, 9],
      },
    },
    compute: (inputs) => {
      const { names, columns } = inputs.items('tiers')
      const starts = inputs.numbers('starts')
      if (starts.length !== columns.length) {
        return refuse('LengthMismatch', `${columns.length} tiers but ${starts.length} starts`)
      }
      const tiers = names.map((name, i) => ({
        name,
        values: columns[i] ?? [],
        start: starts[i] ?? 0,
      }))
      return compareTiers(tiers, {
        level: inputs.option.number('level'),
        direction: inputs.option.choice('direction', directions),
      })
    },
  }),
]
