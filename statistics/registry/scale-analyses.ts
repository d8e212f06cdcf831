import { assessIndividualChange } from '../individual/assess-individual-change.ts'
import { findCutOffs } from '../individual/find-cut-offs.ts'
import { estimateAlpha } from '../reliability/estimate-alpha.ts'
import { estimateOmega } from '../reliability/estimate-omega.ts'
import { estimateSplitHalf } from '../reliability/estimate-split-half.ts'
import { assessFactorability } from '../structure/assess-factorability.ts'
import { refuse } from '../result.ts'
import {
  choiceOption,
  column,
  defineAnalysis,
  directionOption,
  directions,
  levelOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'
import type { OptionSpec } from './read-inputs.ts'

const handlings = ['listwise', 'pairwise'] as const
const missingOption = choiceOption('missing', handlings, 'complete rows, or every pair of items')
const items = [column('items', 'items', 'item columns, already reversed where needed')]
const example = {
  data: {
    items: {
      a: [4, 5, 3, 4, 2, 5, 3, 4, 1, 5],
      b: [4, 4, 3, 5, 2, 5, 2, 4, 2, 4],
      c: [3, 5, 2, 4, 1, 4, 3, 5, 2, 5],
    },
  },
}

function numberOption(name: string, meaning: string): OptionSpec {
  return { name, kind: 'number', meaning, default: null }
}

export const scaleAnalyses: readonly Analysis[] = [
  defineAnalysis({
    name: 'alpha',
    summary: "Cronbach's alpha with Feldt's interval and item statistics",
    methods: handlings.map((h) => ({ id: `alpha-${h}`, name: `Cronbach's alpha, ${h}` })),
    columns: items,
    options: [levelOption, missingOption],
    example,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return estimateAlpha(columns, {
        names,
        level: inputs.option.number('level'),
        missing: inputs.option.choice('missing', handlings),
      })
    },
  }),
  defineAnalysis({
    name: 'split-half',
    summary: 'Odd-even split-half reliability and Guttman lambda 6',
    methods: [{ id: 'split-half-odd-even', name: 'Split-half reliability, odd-even' }],
    columns: items,
    options: [],
    example,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return estimateSplitHalf(columns, { names })
    },
  }),
  defineAnalysis({
    name: 'omega',
    summary: "McDonald's omega from a one-factor fit",
    methods: [{ id: 'omega-one-factor-ml', name: "McDonald's omega, one-factor ML" }],
    columns: items,
    options: [],
    example,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return estimateOmega(columns, { names })
    },
  }),
  defineAnalysis({
    name: 'factorability',
    summary: 'KMO, Bartlett sphericity and eigenvalues of the item correlations',
    methods: handlings.map((h) => ({
      id: `kmo-bartlett-${h}`,
      name: 'KMO, Bartlett sphericity, eigenvalues',
    })),
    columns: items,
    options: [missingOption],
    example,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return assessFactorability(columns, {
        names,
        missing: inputs.option.choice('missing', handlings),
      })
    },
  }),
  defineAnalysis({
    name: 'reliable-change',
    summary: 'Reliable change index and class of every person (Jacobson-Truax)',
    methods: [{ id: 'rci-jacobson-truax', name: 'Reliable change index (Jacobson-Truax 1991)' }],
    columns: [
      column('pre', 'numbers', 'first measurement'),
      column('post', 'numbers', 'second measurement, in the same order'),
    ],
    options: [
      levelOption,
      directionOption,
      numberOption('reliability', 'reliability of the scale, from its norm study (needed)'),
      numberOption('sd', 'SD of the norm study; without it that of pre, with a warning'),
      numberOption('cutOff', 'value between the clinical and the functional side'),
    ],
    example: {
      data: { pre: [18, 22, 25, 14], post: [27, 23, 19, 28] },
      options: { reliability: 0.84, sd: 5, cutOff: 24 },
    },
    compute: (inputs) => {
      const reliability = inputs.option.optionalNumber('reliability')
      if (reliability === null) return refuse('BadInput', 'option reliability is needed')
      return assessIndividualChange(inputs.numbers('pre'), inputs.numbers('post'), {
        reliability,
        sd: inputs.option.optionalNumber('sd'),
        cutOff: inputs.option.optionalNumber('cutOff'),
        direction: inputs.option.choice('direction', directions),
        level: inputs.option.number('level'),
      })
    },
  }),
  defineAnalysis({
    name: 'cut-offs',
    summary: 'Jacobson-Truax cut-offs a, b and c from two norms',
    methods: [
      { id: 'cut-offs-jacobson-truax', name: 'Jacobson-Truax cut-offs, b by functional SD' },
    ],
    columns: [
      column('clinicalMean', 'number', 'mean of the clinical norm'),
      column('clinicalSd', 'number', 'SD of the clinical norm'),
      column('functionalMean', 'number', 'mean of the functional norm', false),
      column('functionalSd', 'number', 'SD of the functional norm', false),
    ],
    options: [directionOption],
    example: { data: { clinicalMean: 16, clinicalSd: 5, functionalMean: 28, functionalSd: 4 } },
    compute: (inputs) => {
      const both = inputs.has('functionalMean') && inputs.has('functionalSd')
      return findCutOffs(
        { mean: inputs.number('clinicalMean'), sd: inputs.number('clinicalSd') },
        both ? { mean: inputs.number('functionalMean'), sd: inputs.number('functionalSd') } : null,
        inputs.option.choice('direction', directions),
      )
    },
  }),
]
