// The only file that knows echarts on a screen; it arrives with the first chart and is kept for offline use.
import { CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import type { EchartsOption } from '../../core/evaluation/charts/echarts-option.ts'

use([
  LineChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  TitleComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
])

/** Draws into an element and follows its size; answers how to take the drawing down. */
export function drawChart(place: HTMLElement, option: EchartsOption): () => void {
  const chart = init(place, undefined, { renderer: 'svg' })
  chart.setOption({ ...option, animation: false })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(place)
  return () => {
    watch.disconnect()
    chart.dispose()
  }
}

/** The same drawing as text, for a file: nothing of it stands on the screen. */
export function writeSvg(
  option: EchartsOption,
  { width, height }: { readonly width: number; readonly height: number },
): string {
  const chart = init(null, undefined, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
