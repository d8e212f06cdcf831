import { findDetectableEffect, findPower, findSampleSize } from '../planning/find-power.ts'
import { tabulatePower } from '../planning/tabulate-power.ts'
import type { Design } from '../planning/find-power.ts'
import { choiceOption, column, defineAnalysis } from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'
import type { Inputs, OptionSpec } from './read-inputs.ts'

const designs = [
  'paired',
  'two-groups',
  'correlation',
  'anova',
  'chi-square',
  'proportions',
] as const
const kinds = ['paired', 'two-groups'] as const
const alphaOption: OptionSpec = {
  name: 'alpha',
  kind: 'number',
  meaning: 'two-sided error rate',
  default: 0.05,
}
const powerOption: OptionSpec = {
  name: 'power',
  kind: 'number',
  meaning: 'wanted power',
  default: 0.8,
}

function readDesign(inputs: Inputs): Design {
  const kind = inputs.option.choice('design', designs)
  const optional = (name: string, otherwise: number) =>
    inputs.has(name) ? inputs.number(name) : otherwise
  const n = inputs.number('n')
  switch (kind) {
    case 'two-groups':
      return { kind, nX: n, nY: optional('n2', n), effect: inputs.number('effect') }
    case 'anova':
      return { kind, n, groups: inputs.number('groups'), effect: inputs.number('effect') }
    case 'chi-square':
      return { kind, n, df: inputs.number('df'), effect: inputs.number('effect') }
    case 'proportions':
      return { kind, n, p1: inputs.number('p1'), p2: inputs.number('p2') }
    case 'paired':
    case 'correlation':
      return { kind, n, effect: inputs.number('effect') }
  }
}

export const planningAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'power',
    summary: 'Power of a planned two-sided test',
    methods: designs.map((d) => ({ id: `power-${d}`, name: `Power, ${d}, two-sided` })),
    columns: [
      column('n', 'number', 'pairs, people per group, or people in all (correlation, chi-square)'),
      column('effect', 'number', 'd, r, f or w of the design', false),
      column('n2', 'number', 'size of the second group when it differs', false),
      column('groups', 'number', 'number of groups (anova)', false),
      column('df', 'number', 'degrees of freedom (chi-square)', false),
      column('p1', 'number', 'first proportion', false),
      column('p2', 'number', 'second proportion', false),
    ],
    options: [choiceOption('design', designs, 'what is planned'), alphaOption],
    example: { data: { n: 8, effect: 0.8 } },
    compute: (inputs) => findPower(readDesign(inputs), { alpha: inputs.option.number('alpha') }),
  }),
  defineAnalysis({
    name: 'sample-size',
    summary: 'Pairs, or people per group, needed for a wanted power',
    methods: kinds.map((k) => ({ id: `sample-size-${k}`, name: `Sample size, ${k}` })),
    columns: [column('effect', 'number', 'd to be found')],
    options: [choiceOption('design', kinds, 'what is planned'), alphaOption, powerOption],
    example: { data: { effect: 0.8 } },
    compute: (inputs) =>
      findSampleSize(inputs.option.choice('design', kinds), inputs.number('effect'), {
        alpha: inputs.option.number('alpha'),
        power: inputs.option.number('power'),
      }),
  }),
  defineAnalysis({
    name: 'detectable-effect',
    summary: 'Smallest d that a given size finds with the wanted power',
    methods: kinds.map((k) => ({
      id: `detectable-${k}`,
      name: `Smallest detectable effect, ${k}`,
    })),
    columns: [column('n', 'number', 'pairs, or people per group')],
    options: [choiceOption('design', kinds, 'what is planned'), alphaOption, powerOption],
    example: { data: { n: 8 } },
    compute: (inputs) =>
      findDetectableEffect(inputs.option.choice('design', kinds), inputs.number('n'), {
        alpha: inputs.option.number('alpha'),
        power: inputs.option.number('power'),
      }),
  }),
  defineAnalysis({
    name: 'power-table',
    summary: 'What small groups can show: power, smallest detectable effect, smallest rank-test p',
    methods: kinds.map((k) => ({ id: `power-table-${k}`, name: `Power of small groups, ${k}` })),
    columns: [
      column('sizes', 'numbers', 'pairs, or people per group'),
      column('effects', 'numbers', 'd to be found'),
    ],
    options: [choiceOption('design', kinds, 'what is planned'), alphaOption, powerOption],
    example: { data: { sizes: [6, 8, 10, 12], effects: [0.5, 0.8, 1.2] } },
    compute: (inputs) => {
      const present = (name: string) => inputs.numbers(name).filter((value) => value !== null)
      return tabulatePower(
        inputs.option.choice('design', kinds),
        present('sizes'),
        present('effects'),
        { alpha: inputs.option.number('alpha'), power: inputs.option.number('power') },
      )
    },
  }),
]
