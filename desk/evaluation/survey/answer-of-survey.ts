import type { ChartSpec } from '../../../core/evaluation/charts/chart-spec.ts'
import { describeSurveyChange } from '../../../core/evaluation/describe-survey-change.ts'
import type { SurveyScaleChange } from '../../../core/evaluation/evaluate-survey-change.ts'
import {
  type Figure,
  type Finding,
  type FindingTable,
  writeEstimate,
  writeTestValue,
} from '../../../core/evaluation/findings/finding.ts'
import { placesFor, type Wording } from '../../../core/evaluation/write-numbers.ts'
import type { Method } from '../../../statistics/index.ts'

/** One scale of a survey answered twice, as an answer of its own: the groups one by one, then beside each other. */
export function answerOfSurvey(
  scale: SurveyScaleChange,
  charts: readonly ChartSpec[],
  wording: Wording,
): Finding {
  const words = describeSurveyChange(scale, wording)
  const between = wording.language === 'en' ? ' ' : ''
  return {
    id: `survey-${scale.id}`,
    title: words.title,
    charts,
    sentence: [...words.groups, ...words.contrasts].join(between),
    notes: words.warnings,
    figures: listFigures(scale, wording),
    tables: [listGroups(scale, wording)],
  }
}

function listFigures(scale: SurveyScaleChange, { translate }: Wording): readonly Figure[] {
  const places = placesFor(scale.range)
  const nameOf = (label: string): string =>
    label === '' ? translate('evaluation:describe.unnamedGroup') : label
  const t: Method = { id: 't', name: translate('evaluation:method.t') }
  const changes = scale.groups.flatMap(({ label, numbers }): readonly Figure[] =>
    numbers.mean === null
      ? []
      : [
          {
            label: translate('evaluation:contrast.figures.change', { label: nameOf(label) }),
            value: writeEstimate(numbers.mean, numbers.interval, places, true),
            method: numbers.interval === null ? null : t,
          },
        ],
  )
  const contrasts = (scale.comparison?.contrasts ?? []).flatMap((one): readonly Figure[] => {
    const label = translate('evaluation:word.minus', {
      first: nameOf(one.first),
      second: nameOf(one.second),
    })
    const value = `${writeEstimate(one.difference, one.interval, places, true)}; ${writeTestValue('t', one.t, one.p)}`
    const ranks = one.rankSum
    return [
      { label, value, method: one.method },
      ...(ranks === null
        ? []
        : [
            {
              label: `${label} · ${translate('evaluation:contrast.figures.ranks')}`,
              value: writeTestValue('U', ranks.u, ranks.p),
              method: ranks.method,
            },
          ]),
    ]
  })
  return [...changes, ...contrasts]
}

/** Every digit is kept: whoever computes on must not start from rounded numbers. */
function listGroups(scale: SurveyScaleChange, { translate }: Wording): FindingTable {
  const numeric = (label: string) => ({ label, numeric: true })
  return {
    name: 'groups',
    caption: translate('evaluation:survey.caption'),
    columns: [
      { label: translate('evaluation:survey.group'), numeric: false },
      numeric('n'),
      numeric(translate('evaluation:moment.before')),
      numeric(translate('evaluation:moment.after')),
      numeric(translate('evaluation:lines.change')),
      numeric(translate('evaluation:survey.low')),
      numeric(translate('evaluation:survey.high')),
      numeric('g_av'),
    ],
    rows: scale.groups.map(({ label, numbers }) => [
      label === '' ? translate('evaluation:describe.unnamedGroup') : label,
      numbers.n,
      numbers.before?.mean ?? null,
      numbers.after?.mean ?? null,
      numbers.mean,
      numbers.interval?.low ?? null,
      numbers.interval?.high ?? null,
      numbers.effect?.gAv ?? null,
    ]),
  }
}
