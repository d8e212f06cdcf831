import { analyseItems } from '../reliability/analyse-items.ts'
import { estimateAlpha } from '../reliability/estimate-alpha.ts'
import { estimateOmega } from '../reliability/estimate-omega.ts'
import { estimateSplitHalf, halvings } from '../reliability/estimate-split-half.ts'
import { scoreScale } from '../scoring/score-scale.ts'
import { analyseParallel, parallelSources } from '../structure/analyse-parallel.ts'
import { assessFactorability } from '../structure/assess-factorability.ts'
import { extractFactors, extractions, rotations } from '../structure/extract-factors.ts'
import {
  choiceOption,
  column,
  defineAnalysis,
  levelOption,
  numberOption,
  integerOption,
} from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

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

const wideExample = {
  data: {
    items: {
      a: [4, 5, 3, 4, 2, 5, 3, 4, 1, 5, 2, 4],
      b: [4, 4, 3, 5, 2, 5, 2, 4, 2, 4, 1, 5],
      c: [3, 5, 2, 4, 1, 4, 3, 5, 2, 5, 2, 4],
      d: [1, 2, 5, 4, 3, 2, 5, 1, 4, 3, 2, 5],
      e: [2, 2, 4, 5, 3, 1, 5, 2, 4, 3, 1, 4],
    },
  },
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
    summary: 'Split-half reliability and Guttman lambda 6',
    methods: halvings.map((h) => ({ id: `split-half-${h}`, name: `Split-half reliability, ${h}` })),
    columns: items,
    options: [choiceOption('halves', halvings, 'which items make a half')],
    example,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return estimateSplitHalf(columns, {
        names,
        halves: inputs.option.choice('halves', halvings),
      })
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
    name: 'factors',
    summary: 'Principal components or maximum-likelihood factors, unrotated or by varimax',
    methods: ['pca', 'ml'].flatMap((e) =>
      rotations.map((r) => ({ id: `${e}-${r}`, name: `Factor extraction ${e}, rotation ${r}` })),
    ),
    columns: items,
    options: [
      choiceOption('extraction', extractions, 'how factors are found'),
      choiceOption('rotation', rotations, 'how they are turned'),
      integerOption('factors', 'how many; without it as many as eigenvalues above 1', null),
      missingOption,
    ],
    example: wideExample,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return extractFactors(columns, {
        names,
        extraction: inputs.option.choice('extraction', extractions),
        rotation: inputs.option.choice('rotation', rotations),
        factors: inputs.option.optionalNumber('factors'),
        missing: inputs.option.choice('missing', handlings),
      })
    },
  }),
  defineAnalysis({
    name: 'parallel-analysis',
    summary: 'How many factors: eigenvalues against those of random data, with a seed',
    methods: parallelSources.map((s) => ({
      id: `parallel-${s}`,
      name: `Parallel analysis, ${s} data`,
    })),
    columns: items,
    options: [
      integerOption('samples', 'random tables', 200),
      integerOption('seed', 'seed of the random tables', 1),
      numberOption('percentile', 'percentile of the random eigenvalues', 0.95),
      choiceOption('source', parallelSources, 'normal data, or every item shuffled'),
    ],
    example: wideExample,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return analyseParallel(columns, {
        names,
        samples: inputs.option.number('samples'),
        seed: inputs.option.number('seed'),
        percentile: inputs.option.number('percentile'),
        source: inputs.option.choice('source', parallelSources),
      })
    },
  }),
  defineAnalysis({
    name: 'item-analysis',
    summary: 'Items compared between the highest and lowest 27 %, and item-total correlations',
    methods: [{ id: 'item-extreme-groups', name: 'Item analysis, extreme groups and item-total' }],
    columns: items,
    options: [numberOption('share', 'share of people in each extreme group', 0.27)],
    example,
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      return analyseItems(columns, { names, share: inputs.option.number('share') })
    },
  }),
  defineAnalysis({
    name: 'scale-score',
    summary: 'Scale score of every person: reversed items, missing rule, declared limits',
    methods: [{ id: 'scale-person-mean', name: 'Scale scores, person mean of answered items' }],
    columns: [column('items', 'items', 'item columns as answered; null is missing')],
    options: [
      numberOption('low', 'lowest answer that the scale allows', 1),
      numberOption('high', 'highest answer that the scale allows', 5),
      {
        name: 'reversed',
        kind: 'text',
        meaning: 'names of reversed items, separated by commas',
        default: null,
      },
      numberOption('leastShare', 'share of items that must be answered; .8, or .5 below 5 items'),
    ],
    example: {
      data: { items: { a: [4, 5, null, 2], b: [2, 1, 3, 4], c: [5, 4, null, 1] } },
      options: { reversed: 'b' },
    },
    compute: (inputs) => {
      const { names, columns } = inputs.items('items')
      const reversed = inputs.option.text('reversed') ?? ''
      return scoreScale(columns, {
        names,
        low: inputs.option.number('low'),
        high: inputs.option.number('high'),
        reversed: reversed
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== ''),
        leastShare: inputs.option.optionalNumber('leastShare'),
      })
    },
  }),
]
