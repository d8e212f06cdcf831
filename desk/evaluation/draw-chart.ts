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

/** What stands in a place of a given width. */
export type Plan = (room: number) => { readonly option: EchartsOption; readonly height: number }

/** Draws into an element and follows its width; answers how to take the drawing down. */
export function drawChart(place: HTMLElement, plan: Plan): () => void {
  const chart = init(place, undefined, { renderer: 'svg' })
  let drawn = 0
  const follow = (): void => {
    const room = place.clientWidth
    if (room === 0 || room === drawn) return
    drawn = room
    const { option, height } = plan(room)
    place.style.height = `${height}px`
    chart.resize()
    chart.setOption({ ...option, animation: false }, true)
    // A frame of its own lets the drawing shrink with a sheet of paper, which nobody redraws it for.
    place.querySelector('svg')?.setAttribute('viewBox', `0 0 ${room} ${height}`)
  }
  follow()
  const watch = new ResizeObserver(follow)
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
