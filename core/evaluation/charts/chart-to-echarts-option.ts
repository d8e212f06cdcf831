import type { ChartSpec } from './chart-spec.ts'
import { sketchAgreement, sketchScatter } from './sketch-agreement.ts'
import { sketchAttendance, sketchChangeDots } from './sketch-change.ts'
import { sketchHeatTable } from './sketch-heat-table.ts'
import { sketchGaps, sketchLines } from './sketch-lines.ts'
import { sketchForest, sketchStems } from './sketch-rows.ts'
import { sketchSingleCase } from './sketch-single-case.ts'
import type { ChartTheme, EchartsOption } from './echarts-option.ts'

/**
 * A chart as an echarts option: plain data without functions, so that it can be sent, stored and drawn on a screen or
 * as SVG (EVA-15). Shape, line style and direct labels carry the meaning; colour only repeats it.
 */
export function chartToEchartsOption(spec: ChartSpec, theme: ChartTheme): EchartsOption {
  switch (spec.kind) {
    case 'pairedLines':
      return sketchLines(spec, theme)
    case 'changeDots':
      return sketchChangeDots(spec, theme)
    case 'attendanceChange':
      return sketchAttendance(spec, theme)
    case 'gapDumbbell':
      return sketchGaps(spec, theme)
    case 'scatter':
      return sketchScatter(spec, theme)
    case 'stems':
      return sketchStems(spec, theme)
    case 'singleCase':
      return sketchSingleCase(spec, theme)
    case 'agreement':
      return sketchAgreement(spec, theme)
    case 'forest':
      return sketchForest(spec, theme)
    case 'heatTable':
      return sketchHeatTable(spec, theme)
  }
}

/** A good size in CSS pixels: rows need height, lines need room for their names. */
export function sizeOfChart(spec: ChartSpec): { readonly width: number; readonly height: number } {
  switch (spec.kind) {
    case 'pairedLines':
      return { width: 640, height: 370 }
    case 'changeDots':
      return { width: 640, height: heightOf(spec.rows.length + 1, spec.crowded ? 9 : 26) }
    case 'attendanceChange':
      return { width: 640, height: 380 }
    case 'gapDumbbell':
    case 'stems':
      return { width: 640, height: heightOf(spec.rows.length, 34) }
    case 'scatter':
    case 'singleCase':
    case 'agreement':
      return { width: 640, height: 380 }
    case 'forest':
      return { width: 640, height: heightOf(spec.rows.length + spec.together.length, 26) }
    case 'heatTable':
      return { width: 130 + spec.columns.length * 84, height: heightOf(spec.rows.length + 1, 30) }
  }
}

function heightOf(rows: number, each: number): number {
  return Math.max(240, 110 + rows * each)
}
