import {
  combineEffects,
  type Column,
  type Result,
  type Synthesis,
} from '../../../statistics/index.ts'
import type { ForestChart } from '../charts/chart-spec.ts'
import { frameChange } from '../charts/frame-change.ts'
import { isToldAsFew } from '../survey/hide-small-cells.ts'
import type { ChangeNumbers, Direction } from '../measure-change.ts'
import {
  placesFor,
  writeNumber,
  writeP,
  writeShare,
  writeSigned,
  type Wording,
} from '../write-numbers.ts'
import { describeLossOf } from './describe-loss-of-group.ts'
import { writeEstimate, type Figure, type Finding } from './finding.ts'

/** One finished group's change on the scale that all of them were asked. */
export interface GroupChangeLine {
  readonly label: string
  readonly numbers: Pick<ChangeNumbers, 'n' | 'mean' | 'sd' | 'interval'>
  /** Everybody who was to answer, for who is missing; left out where only the figures are known. */
  readonly scores?: { readonly before: Column; readonly after: Column }
  /** The family of each line with both scores; left out where respondents are known by codes only. */
  readonly families?: readonly string[]
}

export interface CombinedScale {
  readonly id: string
  readonly title: string
  readonly direction: Direction
  readonly range: { readonly min: number; readonly max: number }
  readonly groups: readonly GroupChangeLine[]
}

/**
 * EVA-22: what all groups together say, in points of the scale (same questionnaire, same version): the mean over groups
 * with its interval, how much groups differ, and where the next group would be expected.
 */
export function combineGroups(scale: CombinedScale, wording: Wording, outside = false): Finding {
  const { translate } = wording
  const usable = scale.groups.flatMap((group) => {
    const { mean, sd, n } = group.numbers
    return mean === null || sd === null || !(sd > 0) || n < 2
      ? []
      : [{ ...group, mean, standardError: sd / Math.sqrt(n) }]
  })
  const found = combineEffects(
    usable.map(({ mean }) => mean),
    usable.map(({ standardError }) => standardError),
  )
  return {
    id: `together-${scale.id}`,
    title: scale.title,
    charts: [drawForest(scale, found, wording)],
    sentence: describeTogether(scale, usable.length, found, wording),
    notes: listNotes(scale, usable.length, wording, outside),
    figures: listFigures(scale, found, wording),
    tables: [
      {
        name: 'groups',
        caption: translate('evaluation:together.caption'),
        columns: [
          { label: translate('evaluation:survey.group'), numeric: false },
          { label: 'n', numeric: true },
          { label: translate('evaluation:figures.change'), numeric: true },
          { label: translate('evaluation:survey.low'), numeric: true },
          { label: translate('evaluation:survey.high'), numeric: true },
          { label: translate('evaluation:together.weight'), numeric: true },
        ],
        rows: scale.groups.map((group) => {
          const at = usable.findIndex(({ label }) => label === group.label)
          const weight = found.ok ? (found.value.studies[at]?.weightRandom ?? null) : null
          const { n, mean, interval } = group.numbers
          return [group.label, n, mean, interval?.low ?? null, interval?.high ?? null, weight]
        }),
      },
    ],
  }
}

function drawForest(scale: CombinedScale, found: Result<Synthesis>, wording: Wording): ForestChart {
  const { translate } = wording
  const people = scale.groups.reduce((sum, { numbers }) => sum + numbers.n, 0)
  const together = found.ok
    ? [
        {
          label: translate('evaluation:together.random'),
          value: found.value.random.effect,
          reach: found.value.random.interval,
        },
        {
          label: translate('evaluation:together.fixed'),
          value: found.value.fixed.effect,
          reach: found.value.fixed.interval,
        },
        ...(found.value.prediction === null
          ? []
          : [
              {
                label: translate('evaluation:together.next'),
                value: found.value.random.effect,
                reach: found.value.prediction,
              },
            ]),
      ]
    : []
  const title = translate('evaluation:together.chart', { title: scale.title })
  return {
    kind: 'forest',
    ...frameChange({ title, direction: scale.direction, people }, wording),
    key: translate('evaluation:together.key'),
    rows: scale.groups.flatMap(({ label, numbers: { mean, interval, n } }) =>
      mean === null ? [] : [{ label: `${label} (n = ${n})`, value: mean, reach: interval }],
    ),
    together,
  }
}

function describeTogether(
  scale: CombinedScale,
  count: number,
  found: Result<Synthesis>,
  { translate }: Wording,
): string {
  const places = placesFor(scale.range)
  const people = scale.groups.reduce((sum, { numbers }) => sum + numbers.n, 0)
  const values = { title: scale.title, groups: count, people }
  if (!found.ok) return translate('evaluation:together.tooFew', values)
  const { random, prediction } = found.value
  const said = translate('evaluation:together.sentence', {
    ...values,
    mean: writeSigned(random.effect, places),
    low: writeSigned(random.interval.low, places),
    high: writeSigned(random.interval.high, places),
    direction: translate(`evaluation:direction.${scale.direction}`),
  })
  return prediction === null
    ? `${said}${translate('evaluation:together.noNext')}`
    : `${said}${translate('evaluation:together.nextSentence', {
        low: writeSigned(prediction.low, places),
        high: writeSigned(prediction.high, places),
      })}`
}

function listNotes(
  { groups, range }: CombinedScale,
  count: number,
  wording: Wording,
  outside: boolean,
): readonly string[] {
  const { translate } = wording
  const without = groups.length - count
  const before = groups.flatMap(({ scores }) => scores?.before ?? [])
  const after = groups.flatMap(({ scores }) => scores?.after ?? [])
  const missing = before.filter(
    (score, at) => score === null || (after[at] ?? null) === null,
  ).length
  const loss = describeLossOf({ before, after, range }, wording, outside)
  const smallest = Math.min(...groups.map(({ numbers }) => numbers.n))
  return [
    translate('evaluation:warnings.noComparison'),
    translate('evaluation:together.smallErrors'),
    ...(count >= 2 && count < 5 ? [translate('evaluation:together.few', { count })] : []),
    ...(smallest < 5
      ? [
          isToldAsFew(smallest, outside)
            ? translate('evaluation:together.smallestFew')
            : translate('evaluation:together.smallest', { n: smallest }),
        ]
      : []),
    ...(outside ? [] : groups.flatMap((group) => noteRelated(group, wording))),
    ...(without > 0 ? [translate('evaluation:together.without', { count: without })] : []),
    ...(missing > 0
      ? [
          isToldAsFew(missing, outside)
            ? translate('evaluation:warnings.fewMissing')
            : translate('evaluation:warnings.someMissing', { count: missing }),
        ]
      : []),
    ...(loss === '' ? [] : [loss]),
  ]
}

/** Lines of one family count as one family: a group of seven pairs may be four families. */
function noteRelated({ label, families = [] }: GroupChangeLine, { translate }: Wording) {
  const several = new Set(families).size
  return several === families.length
    ? []
    : [
        translate('evaluation:together.sameFamily', {
          group: label,
          count: families.length,
          families: several,
        }),
      ]
}

function listFigures(
  { range, groups }: CombinedScale,
  found: Result<Synthesis>,
  { translate }: Wording,
): readonly Figure[] {
  const places = placesFor(range)
  const count = {
    label: translate('evaluation:together.count'),
    value: String(groups.length),
    method: null,
  }
  if (!found.ok) {
    const reason = translate(`evaluation:reason.${found.reason}`)
    return [
      count,
      {
        label: translate('evaluation:together.random'),
        value: translate('evaluation:finding.notComputed', { reason }),
        method: null,
      },
    ]
  }
  const { fixed, random, q, df, pHeterogeneity, tauSquared, iSquared, prediction } = found.value
  const { method } = found
  return [
    count,
    {
      label: translate('evaluation:together.random'),
      value: writeEstimate(random.effect, random.interval, places, true),
      method,
    },
    {
      label: translate('evaluation:together.fixed'),
      value: writeEstimate(fixed.effect, fixed.interval, places, true),
      method,
    },
    {
      label: translate('evaluation:together.next'),
      value:
        prediction === null
          ? '–'
          : `[${writeSigned(prediction.low, places)}, ${writeSigned(prediction.high, places)}]`,
      method,
    },
    {
      label: translate('evaluation:together.spread'),
      value: `I² ${writeShare(iSquared)}, τ² ${writeNumber(tauSquared, 2)}, Q(${df}) = ${writeNumber(q, 2)}, p ${writeP(pHeterogeneity)}`,
      method,
    },
  ]
}
