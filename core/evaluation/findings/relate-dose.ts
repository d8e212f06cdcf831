import {
  correlateLinearly,
  correlateRanks,
  type Pearson,
  type Result,
  type Spearman,
} from '../../../statistics/index.ts'
import { daysBetween } from '../../kit/dates.ts'
import type { ContactEntry } from '../../contact/contact-entry.ts'
import type { HomeTaskReturn } from '../../groupwork/between/home-task-return.ts'
import { readWords } from '../../inquiry/words.ts'
import { mostNamedLines, type ScatterChart } from '../charts/chart-spec.ts'
import { writeSide } from '../describe-change.ts'
import type { ChangeLine, ScaleChange } from '../evaluate-change.ts'
import type { WavesOfChange } from '../evaluation-records.ts'
import type { Wording } from '../write-numbers.ts'
import { describeLossOfGroup } from './describe-loss-of-group.ts'
import { writeEstimate, writeTestValue, type Figure, type Finding } from './finding.ts'
import { noteFamilies } from './note-families.ts'

export const doseKinds = ['attendance', 'homePractice', 'contacts', 'tasks'] as const
export type DoseKind = (typeof doseKinds)[number]

/** How much of something reached the people of a line; null where nothing was recorded. */
export interface Dose {
  readonly kind: DoseKind
  readonly of: (line: ChangeLine) => number | null
}

export const attendanceDose: Dose = {
  kind: 'attendance',
  of: ({ attendance }) =>
    attendance === null || attendance.liveShare === null ? null : attendance.liveShare * 100,
}

/**
 * Logged contacts per week between the two measurements, from the first entry on: before the log began nothing is
 * known. A pair without a log has none, which is not zero.
 */
export function contactDose(entries: readonly ContactEntry[], waves: WavesOfChange): Dose {
  return {
    kind: 'contacts',
    of: ({ pairId }) => {
      const own = entries.filter((entry) => entry.pairId === pairId)
      const first = own.map(({ on }) => on).toSorted()[0]
      if (pairId === null || first === undefined) return null
      const from = first > waves.before.opensOn ? first : waves.before.opensOn
      const until = waves.after.opensOn
      const days = daysBetween(from, until)
      if (days < 7) return null
      const reached = own.filter((one) => one.reached && one.on >= from && one.on < until)
      return (7 * reached.length) / days
    },
  }
}

/** Home tasks done or partly done, of those that somebody said something about; what nobody said is not known. */
export function homePracticeDose(returns: readonly HomeTaskReturn[]): Dose {
  return {
    kind: 'homePractice',
    of: ({ attendance }) => {
      const seats = [attendance?.child?.seat.id, attendance?.adult?.seat.id]
      const own = returns.filter(({ seatId }) => seats.includes(seatId))
      if (own.length === 0) return null
      return (100 * own.filter(({ state }) => state !== 'notDone').length) / own.length
    },
  }
}

/** Completion of the agreed tasks of a line's family, in percent of the possible sum. */
export function taskDose(percentOf: ReadonlyMap<string, number>): Dose {
  return { kind: 'tasks', of: ({ familyId }) => percentOf.get(familyId) ?? null }
}

interface DosePoint {
  readonly label: string
  readonly familyId: string
  readonly dose: number
  readonly change: number
}

/** EVA-19: what went with more of it. Together is not because of: the sentence says so, and how few they are. */
export function relateDose(scale: ScaleChange, dose: Dose, wording: Wording): Finding {
  const points = scale.lines.flatMap((line): readonly DosePoint[] => {
    const value = dose.of(line)
    return value === null || line.change === null
      ? []
      : [{ label: line.label, familyId: line.familyId, dose: value, change: line.change }]
  })
  const ranks = correlateRanks(
    points.map((point) => point.dose),
    points.map(({ change }) => change),
  )
  const linear = correlateLinearly(
    points.map((point) => point.dose),
    points.map(({ change }) => change),
  )
  const { translate } = wording
  const doseName = translate(`evaluation:dose.${dose.kind}`)
  return {
    id: `dose-${dose.kind}-${scale.id}`,
    title: translate('evaluation:dose.title', { dose: doseName, title: titleOf(scale, wording) }),
    charts: points.length === 0 ? [] : [drawDose(scale, dose, points, wording)],
    sentence: describeDose(scale, doseName, points.length, ranks, wording),
    notes: listNotes(scale, points, wording),
    figures: listFigures(points.length, ranks, linear, wording),
    tables: [
      {
        name: 'lines',
        caption: translate('evaluation:dose.caption'),
        columns: [
          { label: translate('evaluation:lines.family'), numeric: false },
          { label: doseName, numeric: true },
          { label: translate('evaluation:lines.change'), numeric: true },
        ],
        rows: points.map((point) => [
          point.label,
          Number(point.dose.toFixed(2)),
          Number(point.change.toFixed(4)),
        ]),
      },
    ],
  }
}

function titleOf(scale: ScaleChange, { language, translate }: Wording): string {
  return `${readWords(scale.title, language)}${writeSide(scale, translate)}`
}

function drawDose(
  scale: ScaleChange,
  { kind }: Dose,
  points: readonly DosePoint[],
  wording: Wording,
): ScatterChart {
  const { translate } = wording
  const dose = translate(`evaluation:dose.${kind}`)
  const title = translate('evaluation:dose.title', { dose, title: titleOf(scale, wording) })
  const percent = kind !== 'contacts'
  return {
    kind: 'scatter',
    title,
    key: translate(`evaluation:dose.key.${scale.unit}`),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate(`evaluation:who.${scale.unit}`, { count: points.length }),
    }),
    across: {
      title: translate(`evaluation:dose.axis.${kind}`),
      min: 0,
      max: percent ? 100 : null,
    },
    up: {
      title: translate('evaluation:chart.change', {
        direction: translate(`evaluation:direction.${scale.direction}`),
      }),
      min: null,
      max: null,
    },
    zeroLabel: translate('evaluation:chart.noChange'),
    points: points.map((point) => ({ label: point.label, x: point.dose, y: point.change })),
    crowded: points.length > mostNamedLines,
  }
}

function describeDose(
  scale: ScaleChange,
  dose: string,
  n: number,
  ranks: Result<Spearman>,
  wording: Wording,
): string {
  const { translate } = wording
  const who = translate(`evaluation:who.${scale.unit}`, { count: n })
  const values = { title: titleOf(scale, wording), dose, who }
  if (!ranks.ok) return translate(`evaluation:dose.${n < 3 ? 'tooFew' : 'allAlike'}`, values)
  const { rho } = ranks.value
  const { interval } = ranks
  const reading =
    interval === null || (interval.low <= 0 && interval.high >= 0)
      ? 'unclear'
      : rho > 0
        ? 'together'
        : 'opposite'
  return translate('evaluation:dose.sentence', {
    ...values,
    rho: writeEstimate(rho, interval, 2),
    reading: translate(`evaluation:dose.reading.${reading}`),
  })
}

function listNotes(
  scale: ScaleChange,
  points: readonly DosePoint[],
  wording: Wording,
): readonly string[] {
  const { translate } = wording
  const loss = describeLossOfGroup(scale, wording)
  const without = scale.lines.length - points.length
  return [
    translate('evaluation:dose.notBecause'),
    ...noteFamilies(
      points.map(({ familyId }) => familyId),
      wording,
    ),
    ...(without > 0 ? [translate('evaluation:dose.without', { count: without })] : []),
    ...(loss === '' ? [] : [loss]),
  ]
}

function listFigures(
  n: number,
  ranks: Result<Spearman>,
  linear: Result<Pearson>,
  { translate }: Wording,
): readonly Figure[] {
  const none = (found: { readonly ok: boolean; readonly reason?: string }): string =>
    translate('evaluation:finding.notComputed', {
      reason: translate(`evaluation:reason.${found.reason ?? 'BadInput'}`),
    })
  return [
    { label: 'n', value: String(n), method: null },
    {
      label: 'Spearman ρ',
      value: ranks.ok ? writeEstimate(ranks.value.rho, ranks.interval, 2) : none(ranks),
      method: ranks.ok ? ranks.method : null,
    },
    {
      label: 'Pearson r',
      value: linear.ok ? writeEstimate(linear.value.r, linear.interval, 2) : none(linear),
      method: linear.ok ? linear.method : null,
    },
    ...(ranks.ok
      ? [
          {
            label: translate('evaluation:finding.test'),
            value: writeTestValue('ρ', ranks.value.rho, ranks.value.p),
            method: ranks.method,
          },
        ]
      : []),
  ]
}
