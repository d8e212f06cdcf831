import { readWords } from '../../inquiry/words.ts'
import type { SurveyScaleChange } from '../evaluate-survey-change.ts'
import type { Wording } from '../write-numbers.ts'
import { mostNamedLines, type ChangeDotsChart, type PairedLinesChart } from './chart-spec.ts'

/** One group's lines; groups are drawn beside each other on the same axis, never on top of each other. */
export function drawSurveyLines(
  scale: SurveyScaleChange,
  group: string,
  { translate, language }: Wording,
): PairedLinesChart {
  const own = scale.lines.filter((line) => line.group === group)
  const numbers = scale.groups.find(({ label }) => label === group)?.numbers
  const name = group === '' ? readWords(scale.title, language) : group
  const title = translate('evaluation:chart.pairedLines', { title: name, side: '' })
  const values = own.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  const all = scale.lines.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  return {
    kind: 'pairedLines',
    title,
    key: ['markBefore', 'markAfter', 'markUp', 'markDown']
      .map((mark) => translate(`evaluation:chart.${mark}`))
      .join('    '),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: values.length === 0 ? 0 : own.length }),
    }),
    moments: [translate('evaluation:moment.before'), translate('evaluation:moment.after')],
    axis: {
      title: translate('evaluation:chart.score', {
        direction: translate(`evaluation:direction.${scale.direction}`),
      }),
      min: all.length === 0 ? scale.range.min : Math.floor(Math.min(...all)),
      max: all.length === 0 ? scale.range.max : Math.ceil(Math.max(...all)),
    },
    lines: own.map(({ code, before, after }) => ({ label: code, values: [before, after] })),
    mean: {
      label: translate('evaluation:chart.mean'),
      values: [numbers?.before?.mean ?? null, numbers?.after?.mean ?? null],
    },
    crowded: own.length > mostNamedLines,
  }
}

/** The groups' mean changes with their intervals, one row per group. */
export function drawGroupChanges(
  scale: SurveyScaleChange,
  { translate, language }: Wording,
): ChangeDotsChart {
  const title = translate('evaluation:chart.changeDots', {
    title: readWords(scale.title, language),
    side: '',
  })
  const unnamed = translate('evaluation:describe.unnamedGroup')
  return {
    kind: 'changeDots',
    title,
    key: translate('evaluation:chart.meanInterval'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: scale.lines.length }),
    }),
    axis: {
      title: translate('evaluation:chart.change', {
        direction: translate(`evaluation:direction.${scale.direction}`),
      }),
      min: null,
      max: null,
    },
    zeroLabel: translate('evaluation:chart.noChange'),
    rows: scale.groups.flatMap(({ label, numbers: { mean, interval, n } }) =>
      mean === null
        ? []
        : [{ label: `${label === '' ? unnamed : label} (n = ${n})`, value: mean, error: interval }],
    ),
    mean: null,
    crowded: false,
  }
}
