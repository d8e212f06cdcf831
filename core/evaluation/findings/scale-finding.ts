import type { Interval, Result } from '../../../statistics/index.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { StemsChart } from '../charts/chart-spec.ts'
import type { ScaleQuality } from '../survey/assess-scale.ts'
import { writeNumber, writeP, writeShare, type Wording } from '../write-numbers.ts'
import { writeEstimate, type Figure, type Finding, type FindingTable } from './finding.ts'
import { nameItem, titleOfScale } from './school-finding.ts'

type Asked = Pick<Instrument, 'items' | 'subscales' | 'total'>

/** Below this an item says little about what the others measure. */
const weakItem = 0.3
const crowdedEnd = 0.15

/** EVA-27 in words: consistency with its interval first, then which questions hold it back. */
export function describeScaleQuality(
  instrument: Asked,
  quality: ScaleQuality,
  wording: Wording,
): Finding {
  const title = titleOfScale(instrument, quality.scaleId, wording)
  return {
    id: `quality-${quality.scaleId}`,
    title,
    charts: quality.alpha.ok ? [drawItems(title, instrument, quality, wording)] : [],
    sentence: sayQuality(title, instrument, quality, wording),
    notes: listNotes(quality, wording),
    figures: [...listConsistency(quality, wording), ...listStructure(quality, wording)],
    tables: [
      listItems(instrument, quality, wording),
      ...listLoadings(instrument, quality, wording),
    ],
  }
}

function drawItems(
  title: string,
  instrument: Asked,
  { alpha, count }: ScaleQuality,
  wording: Wording,
): StemsChart {
  const { translate } = wording
  const items = alpha.ok ? alpha.value.items : []
  const chartTitle = translate('evaluation:quality.chart', { title })
  const lowest = Math.min(0, ...items.map(({ correctedItemTotal }) => correctedItemTotal ?? 0))
  return {
    kind: 'stems',
    title: chartTitle,
    key: translate('evaluation:quality.key'),
    description: translate('evaluation:chart.alt', {
      title: chartTitle,
      who: translate('evaluation:who.code', { count }),
    }),
    axis: {
      title: translate('evaluation:quality.itemTotal'),
      min: Math.floor(lowest * 5) / 5,
      max: 1,
    },
    rows: items.map(({ name, correctedItemTotal }) => ({
      label: nameItem(instrument, name, wording),
      value: correctedItemTotal ?? 0,
      text: correctedItemTotal === null ? '–' : writeNumber(correctedItemTotal, 2),
      reach: null,
    })),
  }
}

function sayQuality(
  title: string,
  instrument: Asked,
  { alpha, itemCount, count }: ScaleQuality,
  wording: Wording,
): string {
  const { translate } = wording
  if (!alpha.ok)
    return translate('evaluation:quality.nothing', {
      title,
      n: count,
      reason: translate(`evaluation:reason.${alpha.reason}`),
    })
  const weak = alpha.value.items.filter(
    ({ correctedItemTotal }) => correctedItemTotal !== null && correctedItemTotal < weakItem,
  )
  const said = translate('evaluation:quality.sentence', {
    title,
    items: itemCount,
    n: alpha.n,
    alpha: writeEstimate(alpha.value.alpha, alpha.interval, 2),
    reading: translate(
      `evaluation:quality.reading.${readAlpha(alpha.value.alpha, alpha.interval)}`,
    ),
  })
  return weak.length === 0
    ? said
    : `${said}${translate('evaluation:quality.weak', {
        items: weak
          .map(({ name }) => instrument.items.find(({ id }) => id === name)?.number ?? name)
          .join(translate('evaluation:describe.listGap')),
      })}`
}

/** A wide interval decides before the single figure does. */
function readAlpha(
  alpha: number,
  interval: Pick<Interval, 'low' | 'high'> | null,
): 'unsure' | 'low' | 'middling' | 'good' | 'narrow' {
  if (interval === null || interval.high - interval.low > 0.3) return 'unsure'
  if (alpha < 0.6) return 'low'
  if (alpha < 0.7) return 'middling'
  return alpha <= 0.95 ? 'good' : 'narrow'
}

function listNotes(quality: ScaleQuality, { translate }: Wording): readonly string[] {
  const { alpha, structure, structureNeeds, atFloor, atCeiling } = quality
  const n = alpha.ok ? alpha.n : 0
  return [
    translate('evaluation:quality.here'),
    ...(quality.items.some(({ hidden }) => hidden) ? [translate('evaluation:quality.hidden')] : []),
    ...(n > 0 && n < 30 ? [translate('evaluation:quality.small', { n })] : []),
    ...(structure === null
      ? [translate('evaluation:quality.noStructure', { needs: structureNeeds })]
      : []),
    ...(atFloor !== null && atFloor > crowdedEnd
      ? [translate('evaluation:quality.floor', { share: writeShare(atFloor) })]
      : []),
    ...(atCeiling !== null && atCeiling > crowdedEnd
      ? [translate('evaluation:quality.ceiling', { share: writeShare(atCeiling) })]
      : []),
    ...(alpha.ok && alpha.value.droppedItems.length > 0
      ? [translate('evaluation:quality.dropped', { items: alpha.value.droppedItems.join(', ') })]
      : []),
  ]
}

function figureOf<Value>(
  label: string,
  found: Result<Value> | null,
  write: (value: Value) => string,
  { translate }: Wording,
): Figure {
  if (found === null) return { label, value: '–', method: null }
  return found.ok
    ? { label, value: write(found.value), method: found.method }
    : {
        label,
        value: translate('evaluation:finding.notComputed', {
          reason: translate(`evaluation:reason.${found.reason}`),
        }),
        method: null,
      }
}

function listConsistency(quality: ScaleQuality, wording: Wording): readonly Figure[] {
  const { alpha, splitHalf, omega } = quality
  const { translate } = wording
  const two = (value: number): string => writeNumber(value, 2)
  return [
    figureOf(
      'Cronbach α',
      alpha,
      (found) =>
        `${writeEstimate(found.alpha, alpha.ok ? alpha.interval : null, 2)} (n = ${alpha.ok ? alpha.n : 0})`,
      wording,
    ),
    figureOf(
      translate('evaluation:quality.standardised'),
      alpha,
      (found) => two(found.standardisedAlpha),
      wording,
    ),
    figureOf(
      translate('evaluation:quality.interItem'),
      alpha,
      (found) => two(found.meanInterItem),
      wording,
    ),
    figureOf(translate('evaluation:quality.sem'), alpha, (found) => two(found.sem), wording),
    omega.ok
      ? figureOf('McDonald ω', omega, (found) => two(found.omega), wording)
      : { label: 'McDonald ω', value: sayNoOmega(omega.reason, alpha, wording), method: null },
    figureOf(
      translate('evaluation:quality.splitHalf'),
      splitHalf,
      (found) => `Spearman–Brown ${two(found.spearmanBrown)}, Guttman ${two(found.guttman)}`,
      wording,
    ),
  ]
}

/** Why there is none, and what to read instead. */
function sayNoOmega(reason: string, alpha: ScaleQuality['alpha'], { translate }: Wording): string {
  const why =
    reason === 'NotConverged'
      ? translate('evaluation:quality.noOmega.notOne')
      : translate('evaluation:finding.notComputed', {
          reason: translate(`evaluation:reason.${reason}`),
        })
  return alpha.ok ? `${why}${translate('evaluation:quality.noOmega.instead')}` : why
}

function listStructure(
  { structure, atFloor, atCeiling }: ScaleQuality,
  wording: Wording,
): readonly Figure[] {
  const { translate } = wording
  const ends: Figure = {
    label: translate('evaluation:quality.ends'),
    value:
      atFloor === null || atCeiling === null
        ? '–'
        : `${writeShare(atFloor)} / ${writeShare(atCeiling)}`,
    method: null,
  }
  if (structure === null) return [ends]
  return [
    figureOf('KMO', structure.factorability, ({ kmo }) => writeNumber(kmo, 2), wording),
    figureOf(
      translate('evaluation:quality.bartlett'),
      structure.factorability,
      ({ bartlett }) =>
        `χ²(${bartlett.df}) = ${writeNumber(bartlett.chiSquare, 1)}, p ${writeP(bartlett.p)}`,
      wording,
    ),
    figureOf(
      translate('evaluation:quality.eigenvalues'),
      structure.factorability,
      ({ eigenvalues, harmanPercent }) =>
        `${eigenvalues
          .slice(0, 5)
          .map((value) => writeNumber(value, 2))
          .join(', ')} · ${writeNumber(harmanPercent, 0)}%`,
      wording,
    ),
    figureOf(
      translate('evaluation:quality.parallel'),
      structure.parallel,
      ({ factors, samples, seed }) =>
        translate('evaluation:quality.parallelValue', { factors, samples, seed }),
      wording,
    ),
    figureOf(
      translate('evaluation:quality.components'),
      structure.factors,
      ({ factors, cumulativePercent }) =>
        translate('evaluation:quality.componentsValue', {
          factors,
          share: writeNumber(cumulativePercent, 0),
        }),
      wording,
    ),
    ends,
  ]
}

function listItems(instrument: Asked, quality: ScaleQuality, wording: Wording): FindingTable {
  const { translate } = wording
  const figures = quality.alpha.ok ? quality.alpha.value.items : []
  const share = (value: number | null): string | null => (value === null ? null : writeShare(value))
  const two = (value: number | null | undefined): string | null =>
    value === null || value === undefined ? null : writeNumber(value, 2)
  return {
    name: 'items',
    caption: translate('evaluation:quality.items'),
    columns: [
      { label: translate('evaluation:afterOnly.question'), numeric: false },
      ...['n', 'missing', 'mean', 'sd', 'itemTotal', 'ifDropped', 'floor', 'ceiling'].map(
        (key) => ({
          label: translate(`evaluation:quality.columns.${key}`),
          numeric: true,
        }),
      ),
    ],
    rows: quality.items.map(({ itemId, asked, answered, missing, hidden, ...ends }) => {
      const own = figures.find(({ name }) => name === itemId)
      return [
        nameItem(instrument, itemId, wording),
        answered,
        `${missing} (${writeNumber((100 * missing) / Math.max(1, asked), 1)}%)`,
        hidden ? null : two(own?.mean),
        hidden ? null : two(own?.sd),
        two(own?.correctedItemTotal),
        two(own?.alphaIfDropped),
        share(ends.atFloor),
        share(ends.atCeiling),
      ]
    }),
  }
}

function listLoadings(
  instrument: Asked,
  { structure }: ScaleQuality,
  wording: Wording,
): readonly FindingTable[] {
  const { translate } = wording
  if (structure === null || !structure.factors.ok) return []
  const { factors, items } = structure.factors.value
  return [
    {
      name: 'loadings',
      caption: translate('evaluation:quality.loadings'),
      columns: [
        { label: translate('evaluation:afterOnly.question'), numeric: false },
        ...Array.from({ length: factors }, (_, index) => ({
          label: translate('evaluation:quality.component', { number: index + 1 }),
          numeric: true,
        })),
        { label: translate('evaluation:quality.communality'), numeric: true },
      ],
      rows: items.map(({ name, loadings, communality }) => [
        nameItem(instrument, name, wording),
        ...loadings.map((loading) => writeNumber(loading, 2)),
        writeNumber(communality, 2),
      ]),
    },
  ]
}
