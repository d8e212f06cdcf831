import type { Instrument } from '../../inquiry/instrument.ts'
import type { HeatMark, HeatTableChart } from '../charts/chart-spec.ts'
import type { CrossFigures } from '../survey/cross-survey.ts'
import { writeNumber, writeP, writeShare, type Wording } from '../write-numbers.ts'
import type { Figure, Finding } from './finding.ts'
import { nameGroupRow } from './name-group-row.ts'
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
  const { columns, shown, test } = figures
  const item = nameItem(instrument, itemId, wording)
  const title = translate('evaluation:cross.title', { item, split: splitName })
  const hidden = shown.some((row) => row.includes(null))
  return {
    id: `cross-${itemId}`,
    title,
    charts: figures.rows.length === 0 ? [] : [drawCross(title, figures, wording)],
    sentence: test.ok
      ? translate('evaluation:cross.sentence', {
          item,
          split: splitName,
          n: figures.n,
          v: writeV(test.value.cramersV, hidden, 2),
          reading: translate(`evaluation:cross.reading.${readV(test.value.cramersV)}`),
        })
      : translate('evaluation:cross.nothing', { item, split: splitName }),
    notes: listNotes(figures, hidden, wording),
    figures: test.ok ? listFigures(test, hidden) : [],
    tables: [
      {
        name: 'cross',
        caption: title,
        columns: [
          { label: splitName, numeric: false },
          ...columns.map((label) => ({ label, numeric: true })),
        ],
        rows: figures.rows.map((label, row) => [
          nameGroupRow(label, wording),
          ...(shown[row] ?? []).map((count) => count ?? translate('evaluation:school.hidden')),
        ]),
      },
    ],
  }
}

function listNotes(
  { smallGroups, leftOut, test }: CrossFigures,
  hidden: boolean,
  { translate }: Wording,
): readonly string[] {
  return [
    ...(hidden ? [translate('evaluation:cross.hidden')] : []),
    ...(smallGroups === 'together' ? [translate('evaluation:cross.smallTogether')] : []),
    ...(test.ok && test.value.minExpected < 5
      ? [translate('evaluation:cross.smallExpected', { count: test.value.cellsBelow5 })]
      : []),
    ...(leftOut > 0
      ? [
          translate(`evaluation:cross.${smallGroups === 'leftOut' ? 'leftOut' : 'missing'}`, {
            count: leftOut,
          }),
        ]
      : []),
  ]
}

/** From an exact χ² beside the sums of rows and columns a hidden cell could be worked out; V is then rounded to one place. */
function listFigures(
  { value, method }: Extract<CrossFigures['test'], { ok: true }>,
  hidden: boolean,
): readonly Figure[] {
  return [
    { label: 'Cramér’s V', value: writeV(value.cramersV, hidden, 3), method },
    ...(hidden
      ? []
      : [
          {
            label: 'χ²',
            value: `χ²(${value.df}) = ${writeNumber(value.chiSquare, 2)}, p ${writeP(value.p)}`,
            method,
          },
        ]),
  ]
}

function writeV(v: number, hidden: boolean, places: number): string {
  return writeNumber(v, hidden ? 1 : places)
}

function readV(v: number): 'none' | 'weak' | 'clear' {
  if (v < 0.1) return 'none'
  return v < 0.3 ? 'weak' : 'clear'
}

function drawCross(
  title: string,
  { rows, columns, shown, sizes, n, test }: CrossFigures,
  wording: Wording,
): HeatTableChart {
  const { translate } = wording
  return {
    kind: 'heatTable',
    title,
    key: translate('evaluation:cross.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: n }),
    }),
    columns,
    rows: rows.map((label, row) => {
      const total = sizes[row] ?? 0
      return {
        label: `${nameGroupRow(label, wording)} (n = ${total})`,
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
