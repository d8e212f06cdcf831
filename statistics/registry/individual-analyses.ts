import { assessIndividualChange } from '../individual/assess-individual-change.ts'
import { findCutOffs } from '../individual/find-cut-offs.ts'
import { refuse } from '../result.ts'
import {
  column,
  defineAnalysis,
  directionOption,
  directions,
  levelOption,
  numberOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

export const individualAnalyses: readonly Analysis[] = [
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
