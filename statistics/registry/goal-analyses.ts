import { rateCompletion, scoreGoals } from '../goals/score-goals.ts'
import { testNormality } from '../normality/test-normality.ts'
import { column, defineAnalysis } from './define-analysis.ts'
import type { Analysis } from './define-analysis.ts'

export const goalAnalyses: readonly Analysis[] = [
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
