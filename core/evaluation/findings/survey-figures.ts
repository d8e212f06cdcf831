import type { Method } from '../../../statistics/index.ts'
import { referenceOf } from '../choose-reference.ts'
import type { GroupContrast } from '../compare-survey-groups.ts'
import type { SurveyScaleChange } from '../evaluate-survey-change.ts'
import { nameSurveyGroup } from '../name-survey.ts'
import { placesFor, writeNumber, writeP, type Wording } from '../write-numbers.ts'
import { writeEstimate, writeTestValue, type Figure, type FindingTable } from './finding.ts'

const ancovaMethod: Method = { id: 'ancova-common-slope', name: 'ANCOVA with common slope' }

/** Each group's change, the means after as adjusted for before, and each group set against the reference group. */
export function listSurveyFigures(scale: SurveyScaleChange, wording: Wording): readonly Figure[] {
  return [
    ...listChanges(scale, wording),
    ...listAdjusted(scale, wording),
    ...listContrasts(scale, wording),
  ]
}

function listChanges(scale: SurveyScaleChange, wording: Wording): readonly Figure[] {
  const places = placesFor(scale.range)
  const t: Method = { id: 't', name: wording.translate('evaluation:method.t') }
  return scale.groups.map(({ label, numbers: { mean, interval, n } }) => ({
    label: wording.translate('evaluation:contrast.figures.change', {
      label: nameSurveyGroup(label, wording),
    }),
    value: `${mean === null ? '–' : writeEstimate(mean, interval, places, true)} (n = ${n})`,
    method: interval === null ? null : t,
  }))
}

function listAdjusted(scale: SurveyScaleChange, wording: Wording): readonly Figure[] {
  const ancova = scale.comparison?.ancova ?? null
  if (ancova === null) return []
  const { translate } = wording
  const places = placesFor(scale.range)
  const inOrder = scale.groups.flatMap(
    ({ label }) => ancova.adjustedMeans.find((one) => one.label === label) ?? [],
  )
  const means = inOrder.map(({ label, mean, interval, n }) => ({
    label: translate('evaluation:survey.adjustedMean', { label: nameSurveyGroup(label, wording) }),
    value: `${writeEstimate(mean, interval, places)} (n = ${n})`,
    method: ancovaMethod,
  }))
  const reference = referenceOf(scale)
  const differences = ancova.contrasts
    .filter(({ first }) => first === reference)
    .map(({ first, second, difference, interval, p, pHolm }) => ({
      label: translate('evaluation:survey.adjustedDifference', {
        first: nameSurveyGroup(second, wording),
        second: nameSurveyGroup(first, wording),
      }),
      value: `${writeEstimate(difference, interval, places, true)}${translate(
        'evaluation:survey.pAndHolm',
        { p: writeP(p), holm: writeP(pHolm) },
      )}`,
      method: ancovaMethod,
    }))
  const { slopes } = ancova
  return [
    ...means,
    {
      label: translate('evaluation:survey.start'),
      value: writeNumber(ancova.covariateMean, places),
      method: null,
    },
    ...differences,
    ...(slopes === null
      ? []
      : [
          {
            label: translate('evaluation:survey.slopes'),
            value: `F(${slopes.df1}, ${slopes.df2}) = ${writeNumber(slopes.f, 2)}, p ${writeP(slopes.p)}`,
            method: ancovaMethod,
          },
        ]),
  ]
}

function listContrasts(scale: SurveyScaleChange, wording: Wording): readonly Figure[] {
  const reference = referenceOf(scale)
  return (scale.comparison?.contrasts ?? [])
    .filter(({ second }) => second === reference)
    .flatMap((one) => figuresOf(one, placesFor(scale.range), wording))
}

function figuresOf(one: GroupContrast, places: number, wording: Wording): readonly Figure[] {
  const { translate } = wording
  const label = translate('evaluation:word.minus', {
    first: nameSurveyGroup(one.first, wording),
    second: nameSurveyGroup(one.second, wording),
  })
  const holm = translate('evaluation:survey.holm', { holm: writeP(one.pHolm) })
  const ranks = one.rankSum
  return [
    {
      label,
      value: `${writeEstimate(one.difference, one.interval, places, true)}; ${writeTestValue('t', one.t, one.p)}${holm}`,
      method: one.method,
    },
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
}

/** Every digit is kept: whoever computes on must not start from rounded numbers. */
export function listSurveyTables(
  scale: SurveyScaleChange,
  wording: Wording,
): readonly FindingTable[] {
  const contrasts = scale.comparison?.contrasts ?? []
  return [
    listGroups(scale, wording),
    ...(contrasts.length === 0 ? [] : [listPairs(contrasts, wording)]),
  ]
}

function listGroups(scale: SurveyScaleChange, wording: Wording): FindingTable {
  const { translate } = wording
  const numeric = (label: string) => ({ label, numeric: true })
  const adjusted = new Map(
    (scale.comparison?.ancova?.adjustedMeans ?? []).map((one) => [one.label, one]),
  )
  const low = translate('evaluation:survey.low')
  const high = translate('evaluation:survey.high')
  return {
    name: 'groups',
    caption: translate('evaluation:survey.caption'),
    columns: [
      { label: translate('evaluation:survey.group'), numeric: false },
      numeric('n'),
      numeric(translate('evaluation:moment.before')),
      numeric(translate('evaluation:moment.after')),
      numeric(translate('evaluation:lines.change')),
      numeric(low),
      numeric(high),
      numeric('g_av'),
      ...(adjusted.size === 0
        ? []
        : [numeric(translate('evaluation:survey.adjusted')), numeric(low), numeric(high)]),
    ],
    rows: scale.groups.map(({ label, numbers }) => {
      const own = adjusted.get(label)
      return [
        nameSurveyGroup(label, wording),
        numbers.n,
        numbers.before?.mean ?? null,
        numbers.after?.mean ?? null,
        numbers.mean,
        numbers.interval?.low ?? null,
        numbers.interval?.high ?? null,
        numbers.effect?.gAv ?? null,
        ...(adjusted.size === 0
          ? []
          : [own?.mean ?? null, own?.interval.low ?? null, own?.interval.high ?? null]),
      ]
    }),
  }
}

function listPairs(contrasts: readonly GroupContrast[], wording: Wording): FindingTable {
  const { translate } = wording
  const numeric = (label: string) => ({ label, numeric: true })
  return {
    name: 'pairs',
    caption: translate('evaluation:survey.pairs'),
    columns: [
      { label: translate('evaluation:survey.pair'), numeric: false },
      numeric(translate('evaluation:contrast.figures.difference')),
      numeric(translate('evaluation:survey.low')),
      numeric(translate('evaluation:survey.high')),
      numeric('t'),
      numeric('p'),
      numeric(translate('evaluation:survey.pHolm')),
      numeric('g'),
    ],
    rows: contrasts.map((one) => [
      translate('evaluation:survey.minus', {
        first: nameSurveyGroup(one.first, wording),
        second: nameSurveyGroup(one.second, wording),
      }),
      one.difference,
      one.interval?.low ?? null,
      one.interval?.high ?? null,
      one.t,
      one.p,
      one.pHolm,
      one.g,
    ]),
  }
}
