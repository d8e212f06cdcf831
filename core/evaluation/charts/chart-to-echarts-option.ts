import type { ChartSpec } from './chart-spec.ts'
import { sketchAgreement, sketchScatter } from './sketch-agreement.ts'
import { sketchAttendance, sketchChangeDots } from './sketch-change.ts'
import { sketchHeatTable } from './sketch-heat-table.ts'
import { sketchGaps } from './sketch-gaps.ts'
import { sketchLines } from './sketch-lines.ts'
import { sketchForest, sketchStems } from './sketch-rows.ts'
import { sketchSingleCase } from './sketch-single-case.ts'
import {
  lineHeightOfPicture,
  pointHeightOfPicture,
  type ChartTheme,
  type EchartsOption,
} from './echarts-option.ts'
import { fitLabels, mostLines, paperRoom } from './fit-labels.ts'

/**
 * A chart as an echarts option: plain data without functions, so that it can be sent, stored and drawn on a screen or
 * as SVG (EVA-15). Shape, line style and direct labels carry the meaning; colour only repeats it. `room` is the width
 * in CSS pixels that it is drawn in: long names take more lines where there is less of it.
 */
export function chartToEchartsOption(
  whole: ChartSpec,
  theme: ChartTheme,
  room: number = paperRoom,
): EchartsOption {
  const spec = fitLabels(whole, room)
  switch (spec.kind) {
    case 'pairedLines':
      return sketchLines(spec, theme, room)
    case 'changeDots':
      return sketchChangeDots(spec, theme)
    case 'attendanceChange':
      return sketchAttendance(spec, theme, room)
    case 'gapDumbbell':
      return sketchGaps(spec, theme)
    case 'scatter':
      return sketchScatter(spec, theme, room)
    case 'stems':
      return sketchStems(spec, theme)
    case 'singleCase':
      return sketchSingleCase(spec, theme)
    case 'agreement':
      return sketchAgreement(spec, theme, room)
    case 'forest':
      return sketchForest(spec, theme)
    case 'heatTable':
      return sketchHeatTable(spec, theme)
  }
}

/** A good size in CSS pixels: rows need height, lines need room for their names. */
export function sizeOfChart(
  whole: ChartSpec,
  room: number = paperRoom,
): { readonly width: number; readonly height: number } {
  const spec = fitLabels(whole, room)
  switch (spec.kind) {
    case 'pairedLines':
      return { width: room, height: lineHeightOfPicture }
    case 'changeDots': {
      const rows = spec.mean === null ? spec.rows : [...spec.rows, spec.mean]
      return { width: room, height: spec.crowded ? heightOf(rows.length, 9) : heightFor(rows, 26) }
    }
    case 'attendanceChange':
    case 'scatter':
    case 'singleCase':
    case 'agreement':
      return { width: room, height: pointHeightOfPicture }
    case 'gapDumbbell':
    case 'stems':
      return { width: room, height: heightFor(spec.rows, 34) }
    case 'forest':
      return { width: room, height: heightFor([...spec.rows, ...spec.together], 26) }
    case 'heatTable':
      return { width: 130 + spec.columns.length * 84, height: heightOf(spec.rows.length + 1, 30) }
  }
}

const lineHeight = 17

function heightFor(rows: readonly { readonly label: string }[], each: number): number {
  return heightOf(rows.length, Math.max(each, mostLines(rows) * lineHeight + 4))
}

function heightOf(rows: number, each: number): number {
  return Math.max(240, 110 + rows * each)
}
