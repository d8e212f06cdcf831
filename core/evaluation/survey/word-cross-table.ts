import { isTogether } from '../../inquiry/cross-table/cross-table.ts'
import { writeNumber, writeP, writeShare, type Wording } from '../write-numbers.ts'
import type { ShownCrossTable, ShownSide } from './hide-cross-table.ts'
import { isToldAsFew } from './hide-small-cells.ts'
import type { AxisNames } from './name-axis.ts'

export interface WordedLine {
  readonly label: string
  readonly cells: readonly string[]
}

/** A cross-table as it is read, on a screen and on paper: the last column and the last line are the totals. */
export interface WordedCrossTable {
  readonly title: string
  readonly corner: string
  readonly heads: readonly string[]
  readonly lines: readonly WordedLine[]
  /** People, who is not in it, the test and how it was chosen, V with its interval, what the marks mean. */
  readonly notes: readonly string[]
}

export type ShareOf = 'row' | 'column'

export interface TableNames {
  readonly rows: AxisNames
  readonly columns: AxisNames
}

/** A cell from here on holds clearly more or fewer people than the sums of its lines alone would give it. */
const apart = 2
const farApart = 3

export function wordCrossTable(
  table: ShownCrossTable,
  names: TableNames,
  share: ShareOf,
  wording: Wording,
): WordedCrossTable {
  const { translate } = wording
  const { rows, columns, counts } = table
  const base = (row: number, column: number): number | null =>
    (share === 'row' ? rows.totals[row] : columns.totals[column]) ?? null
  const lines = rows.categories.map((key, row) => ({
    label: names.rows.category(key),
    cells: [
      ...columns.categories.map((_, column) =>
        writeCell(
          counts[row]?.[column] ?? null,
          base(row, column),
          table.residuals?.[row]?.[column] ?? null,
          wording,
        ),
      ),
      writeTotal(rows.totals[row] ?? null, wording),
    ],
  }))
  return {
    title: translate('evaluation:crossTable.title', {
      rows: names.rows.title,
      columns: names.columns.title,
    }),
    corner: translate(`evaluation:crossTable.share.${share}`),
    heads: [
      ...columns.categories.map(names.columns.category),
      translate('evaluation:crossTable.people'),
    ],
    lines: [...lines, totalLine(table, wording)],
    notes: [...writeBase(table, names, wording), ...writeFigures(table, wording)],
  }
}

function totalLine({ columns, n }: ShownCrossTable, wording: Wording): WordedLine {
  return {
    label: wording.translate('evaluation:crossTable.people'),
    cells: [...columns.totals.map((one) => writeTotal(one, wording)), writeTotal(n, wording)],
  }
}

function writeTotal(count: number | null, { language, translate }: Wording): string {
  return count === null
    ? translate('evaluation:crossTable.hiddenCell')
    : count.toLocaleString(language)
}

function writeCell(
  count: number | null,
  base: number | null,
  residual: number | null,
  wording: Wording,
): string {
  if (count === null) return wording.translate('evaluation:crossTable.hiddenCell')
  const share = base === null || base === 0 ? '' : ` · ${writeShare(count / base)}`
  return `${count.toLocaleString(wording.language)}${share}${markOf(residual)}`
}

/** The shape says it, not a colour; the second one says it is far. */
export function markOf(residual: number | null): string {
  if (residual === null || Math.abs(residual) < apart) return ''
  const mark = residual > 0 ? '▲' : '▼'
  return ` ${Math.abs(residual) < farApart ? mark : mark.repeat(2)}`
}

function writeBase(
  { n, leftOut, rows, columns, outside }: ShownCrossTable,
  names: TableNames,
  { translate, language }: Wording,
): readonly string[] {
  const count = (value: number) =>
    isToldAsFew(value, outside)
      ? translate('evaluation:school.hidden')
      : value.toLocaleString(language)
  const gap = translate('evaluation:describe.listGap')
  const list = (side: ShownSide, which: 'together' | 'hidden') => side[which].join(gap)
  return [
    translate('evaluation:crossTable.base', {
      n: count(n),
      notAsked: count(leftOut.notAsked),
      missing: count(leftOut.missing),
    }),
    ...[
      { side: rows, title: names.rows.title },
      { side: columns, title: names.columns.title },
    ].flatMap(({ side, title }) => [
      ...(side.categories.some(isTogether)
        ? [
            translate('evaluation:crossTable.together', {
              title,
              groups: list(side, 'together'),
            }),
          ]
        : []),
      ...(side.hidden.length > 0
        ? [translate('evaluation:crossTable.hiddenGroups', { title, groups: list(side, 'hidden') })]
        : []),
    ]),
  ]
}

function writeFigures(table: ShownCrossTable, wording: Wording): readonly string[] {
  const { translate } = wording
  const { association, residuals } = table
  const hides = table.counts.some((line) => line.includes(null))
  return [
    ...(hides ? [translate('evaluation:crossTable.hiddenCells')] : []),
    writeTest(table, wording),
    ...(association === null
      ? []
      : [
          translate('evaluation:crossTable.association', {
            v: writeNumber(association.biasCorrected, 3),
            low: association.low === null ? '–' : writeNumber(association.low, 3),
            high: association.high === null ? '–' : writeNumber(association.high, 3),
            raw: writeNumber(association.v, 3),
          }),
        ]),
    ...(residuals === null ? [] : [translate('evaluation:crossTable.marks')]),
  ]
}

/** Which test, its figures, and why this one. */
export function writeTest({ test, expected }: ShownCrossTable, { translate }: Wording): string {
  const least = expected === null ? '' : writeNumber(expected.least, 1)
  const thin = { below: expected?.below5 ?? 0, cells: expected?.cells ?? 0, least }
  switch (test.kind) {
    case 'chiSquare':
      return translate(`evaluation:crossTable.chiSquare.${test.because}`, {
        df: test.df,
        chi: writeNumber(test.chiSquare, 2),
        p: writeP(test.p),
        ...thin,
      })
    case 'fisher':
      return translate('evaluation:crossTable.fisher', { p: writeP(test.p), ...thin })
    case 'none':
      return translate(`evaluation:crossTable.none.${test.because}`, { least })
  }
}
