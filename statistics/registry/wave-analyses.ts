import { compareWaveGroups } from '../waves/compare-wave-groups.ts'
import { compareWaves } from '../waves/compare-waves.ts'
import { friedmanComputations, rankWaves } from '../waves/rank-waves.ts'
import { choiceOption, column, defineAnalysis } from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

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
export const waveAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'friedman',
    summary: 'Friedman test of several waves with exact pairwise comparisons (Holm)',
    methods: [
      { id: 'friedman', name: 'Friedman test, tie-corrected, chi-square' },
      { id: 'friedman-exact', name: 'Friedman test, exact by enumeration' },
    ],
    columns: waves,
    options: [
      choiceOption('computation', friedmanComputations, 'auto is exact for a few rows only'),
    ],
    example: waveExample,
    compute: (inputs) =>
      rankWaves(inputs.items('waves').columns, {
        computation: inputs.option.choice('computation', friedmanComputations),
      }),
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
    name: 'mixed-anova',
    summary: 'Group x wave ANOVA, type III, with Greenhouse-Geisser and Huynh-Feldt',
    methods: [{ id: 'anova-mixed-type3', name: 'Group x wave ANOVA, type III' }],
    columns: [...waves, column('group', 'labels', 'group of each row')],
    options: [],
    example: {
      data: {
        waves: {
          before: [18, 20, 22, 25, 17, 19, 21, 23],
          after: [20, 25, 27, 29, 18, 20, 21, 25],
          later: [22, 26, 28, 31, 19, 19, 23, 24],
        },
        group: ['t', 't', 't', 't', 'c', 'c', 'c', 'c'],
      },
    },
    compute: (inputs) => compareWaveGroups(inputs.items('waves').columns, inputs.labels('group')),
  }),
]
