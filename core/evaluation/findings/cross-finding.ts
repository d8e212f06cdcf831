import type { Instrument } from '../../inquiry/instrument.ts'
import type { HeatMark, HeatTableChart } from '../charts/chart-spec.ts'
import type { CrossFigures } from '../survey/summarise-school.ts'
import { writeNumber, writeP, writeShare, type Wording } from '../write-numbers.ts'
import type { Finding } from './finding.ts'
import { nameItem } from './school-finding.ts'

/** From here on a cell holds more, or fewer, than the margins alone would give it. */
const clearlyApart = 2

/** One question by groups: shares within each group, marked where a cell stands out. */
export function describeCross(
  instrument: Pick<Instrument, 'items' | 'subscales' | 'total'>,
  itemId: string,
  splitName: string,
  figures: CrossFigures,
  wording: Wording,
): Finding {
  const { translate } = wording
  const { table, shown, test } = figures
  const item = nameItem(instrument, itemId, wording)
  const title = translate('evaluation:cross.title', { item, split: splitName })
  const hidden = shown.some((row) => row.includes(null))
  return {
    id: `cross-${itemId}`,
    title,
    charts: [drawCross(title, figures, wording)],
    sentence: test.ok
      ? translate('evaluation:cross.sentence', {
          item,
          split: splitName,
          n: table.n,
          v: writeNumber(test.value.cramersV, 2),
          reading: translate(`evaluation:cross.reading.${readV(test.value.cramersV)}`),
        })
      : translate('evaluation:cross.nothing', { item, split: splitName }),
    notes: [
      ...(hidden ? [translate('evaluation:cross.hidden')] : []),
      ...(test.ok && test.value.minExpected < 5
        ? [translate('evaluation:cross.smallExpected', { count: test.value.cellsBelow5 })]
        : []),
      ...(table.missing > 0
        ? [translate('evaluation:cross.missing', { count: table.missing })]
        : []),
    ],
    figures: test.ok
      ? [
          { label: 'Cramér’s V', value: writeNumber(test.value.cramersV, 3), method: test.method },
          {
            label: 'χ²',
            value: `χ²(${test.value.df}) = ${writeNumber(test.value.chiSquare, 2)}, p ${writeP(test.value.p)}`,
            method: test.method,
          },
        ]
      : [],
    tables: [
      {
        name: 'cross',
        caption: title,
        columns: [
          { label: splitName, numeric: false },
          ...table.columns.map((label) => ({ label, numeric: true })),
        ],
        rows: table.rows.map((label, row) => [
          label,
          ...(shown[row] ?? []).map((count) => count ?? translate('evaluation:school.hidden')),
        ]),
      },
    ],
  }
}

function readV(v: number): 'none' | 'weak' | 'clear' {
  if (v < 0.1) return 'none'
  return v < 0.3 ? 'weak' : 'clear'
}

function drawCross(
  title: string,
  { table, shown, test }: CrossFigures,
  { translate }: Wording,
): HeatTableChart {
  return {
    kind: 'heatTable',
    title,
    key: translate('evaluation:cross.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: table.n }),
    }),
    columns: table.columns,
    rows: table.rows.map((label, row) => {
      const total = (table.counts[row] ?? []).reduce((sum, count) => sum + count, 0)
      return {
        label: `${label} (n = ${total})`,
        cells: (shown[row] ?? []).map((count, column) => ({
          mark:
            count === null || !test.ok
              ? ('none' as const)
              : markOf(test.value.adjustedResiduals[row]?.[column] ?? 0),
          text:
            count === null
              ? translate('evaluation:school.hidden')
              : writeShare(count / Math.max(1, total)),
        })),
      }
    }),
  }
}

function markOf(residual: number): HeatMark {
  if (residual >= clearlyApart) return 'up'
  return residual <= -clearlyApart ? 'down' : 'same'
}
