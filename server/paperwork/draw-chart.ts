import { Resvg } from '@resvg/resvg-js'
import { LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
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
  /** Characters for which no glyph is at hand; `〓` stands in their place. */
  readonly missing: readonly string[]
}

const placeholder = '〓'
/** About 300 dots per inch at the width of a page. */
const zoom = 2.5

/** A chart as a PNG for print. */
export function drawChart(spec: ChartSpec, fonts: ChartFonts): DrawnChart {
  const { width, height } = sizeOfChart(spec)
  const { svg, missing } = replaceUndrawable(drawSvg(spec, width, height, fonts.family), fonts)
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: {
      fontFiles: [...fonts.files],
      loadSystemFonts: false,
      defaultFontFamily: fonts.family,
    },
  })
  return { png: picture.render().asPng(), width, height, missing }
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

function replaceUndrawable(
  svg: string,
  { covers }: ChartFonts,
): { readonly svg: string; readonly missing: readonly string[] } {
  const missing = new Set<string>()
  const drawable = Array.from(svg, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80 || covers.has(code)) return character
    missing.add(character)
    return placeholder
  }).join('')
  return { svg: drawable, missing: [...missing] }
}
