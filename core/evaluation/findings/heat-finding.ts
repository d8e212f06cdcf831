import type { HeatMark } from '../charts/chart-spec.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import type { Wording } from '../write-numbers.ts'
import { drawHeatTables, layHeat, markOf, titleHeat, type HeatSide } from './draw-heat.ts'
import type { Finding, FindingTable } from './finding.ts'
import { warnOfGroup } from './overview-finding.ts'

/**
 * Families × dimensions as an answer to take along: the pictures, how many cells moved and how many of those beyond
 * measurement error, then the change in every cell (EVA-12, EVA-33). Up and down are of the number.
 */
export function describeHeat(
  group: string,
  scales: readonly ScaleChange[],
  wording: Wording,
): Finding {
  const { translate, language } = wording
  const sides = layHeat(scales, wording)
  const drawn = new Set(sides.flatMap((side) => side.scales))
  const unjudged = [...drawn].filter(({ reliable }) => reliable === null).length
  return {
    id: 'heat',
    title: translate('evaluation:heat.file', { group }),
    charts: drawHeatTables(scales, wording),
    sentence: sides.map((side) => countCells(side, wording)).join(language === 'en' ? ' ' : ''),
    notes: [
      translate('evaluation:heat.directions'),
      ...(unjudged > 0 ? [translate('evaluation:heat.notJudged', { count: unjudged })] : []),
      ...warnOfGroup([...drawn], wording),
    ],
    figures: [],
    tables: sides.map((side) => listCells(side, wording)),
  }
}

function countCells({ side, scales, rows }: HeatSide, { translate }: Wording): string {
  const lines = rows.flatMap((row) => row.lines.flatMap((line) => line ?? []))
  const filled = lines.filter(({ change }) => change !== null)
  const marks = filled.map(markOf)
  const count = (...wanted: readonly HeatMark[]): number =>
    marks.filter((mark) => wanted.includes(mark)).length
  const judged = scales.some(({ reliable }) => reliable !== null)
  return translate('evaluation:heat.sentence', {
    side: translate(`evaluation:sideName.${side}`),
    rows: rows.length,
    columns: scales.length,
    filled: filled.length,
    up: count('up', 'slightUp'),
    down: count('down', 'slightDown'),
    same: count('same'),
    missing: lines.length - filled.length,
    beyond: judged
      ? translate('evaluation:heat.beyond', { count: count('up', 'down') })
      : translate('evaluation:heat.unknown'),
  })
}

/** Every digit, so that a spreadsheet can go on with it; a missing score is said and is no zero. */
function listCells(heat: HeatSide, wording: Wording): FindingTable {
  const { translate } = wording
  const missing = translate('evaluation:heat.missing')
  return {
    name: `heat-${heat.side}`,
    caption: titleHeat(heat, wording),
    columns: [
      { label: translate('evaluation:lines.family'), numeric: false },
      ...heat.columns.map((label) => ({ label, numeric: true })),
    ],
    rows: heat.rows.map(({ label, lines }) => [
      label,
      ...lines.map((line) => (line === undefined ? null : (line.change ?? missing))),
    ]),
  }
}
