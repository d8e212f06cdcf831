import { Resvg } from '@resvg/resvg-js'
import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { Drawing } from '../../core/assessment/drawing/picture/shape.ts'
import { writeSvg } from '../../core/assessment/drawing/picture/write-svg.ts'
import type { ChartSpec } from '../../core/evaluation/charts/chart-spec.ts'
import {
  chartToEchartsOption,
  sizeOfChart,
} from '../../core/evaluation/charts/chart-to-echarts-option.ts'
import { paperTheme } from '../../core/evaluation/charts/echarts-option.ts'
import type { ChartFonts } from './prepare-fonts.ts'

use([
  LineChart,
  ScatterChart,
  GridComponent,
  TitleComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
])

export interface DrawnChart {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

const placeholder = '〓'
/** About 300 dots per inch at the width of a page. */
const zoom = 2.5

/** A chart as a PNG for print. */
export function drawChart(spec: ChartSpec, fonts: ChartFonts): DrawnChart {
  const { width, height } = sizeOfChart(spec)
  return { png: printPng(drawSvg(spec, width, height, fonts.family), fonts), width, height }
}

/** A family drawing as a PNG for print. */
export function drawDrawing(drawing: Drawing, fonts: ChartFonts): DrawnChart {
  const { width, height } = drawing
  return { png: printPng(writeSvg(drawing, fonts.family), fonts), width, height }
}

function printPng(drawn: string, fonts: ChartFonts): Uint8Array {
  const svg = replaceUndrawable(drawn, fonts)
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontFiles: [...fonts.files],
      loadSystemFonts: false,
      defaultFontFamily: fonts.family,
    },
  })
  return picture.render().asPng()
}

function drawSvg(spec: ChartSpec, width: number, height: number, fontFamily: string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...chartToEchartsOption(spec, { ...paperTheme, fontFamily }) })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function replaceUndrawable(svg: string, fonts: ChartFonts): string {
  return Array.from(svg, (character) => (canDraw(character, fonts) ? character : placeholder)).join(
    '',
  )
}

function canDraw(character: string, { covers }: ChartFonts): boolean {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 || covers.has(code)
}

/** Characters of a chart for which no glyph is at hand; `〓` stands in their place. */
export function findUndrawable(spec: ChartSpec | Drawing, fonts: ChartFonts): readonly string[] {
  const characters = new Set(JSON.stringify(spec))
  return [...characters].filter((character) => !canDraw(character, fonts))
}
