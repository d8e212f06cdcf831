import type { ChartSpec } from '../../core/evaluation/charts/chart-spec.ts'
import {
  chartToEchartsOption,
  sizeOfChart,
} from '../../core/evaluation/charts/chart-to-echarts-option.ts'
import { paperTheme } from '../../core/evaluation/charts/echarts-option.ts'
import { fileNameOf, saveFile } from './save-file.ts'

/** About 300 dots per inch at the width of a printed page. */
const zoomOfFile = 3

/** A picture as points, with the size it has at zoom 1. */
export interface DrawnChart {
  readonly spec: ChartSpec
  readonly png: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

async function drawOnPaper(spec: ChartSpec): Promise<string> {
  const { writeSvg } = await import('./draw-chart.ts')
  return writeSvg(chartToEchartsOption(spec, paperTheme), sizeOfChart(spec))
}

/** The picture on white paper, scalable. */
export async function saveSvg(spec: ChartSpec): Promise<void> {
  const svg = await drawOnPaper(spec)
  saveFile(fileNameOf(spec.title, 'svg'), new Blob([svg], { type: 'image/svg+xml' }))
}

/** The same as points, for programs that take no SVG. */
export async function savePng(spec: ChartSpec): Promise<void> {
  const { png } = await drawPng(spec, zoomOfFile)
  saveFile(fileNameOf(spec.title, 'png'), new Blob([png], { type: 'image/png' }))
}

/** Draws on white paper, so many dots for each of the picture's own. */
export async function drawPng(spec: ChartSpec, zoom: number): Promise<DrawnChart> {
  const svg = await drawOnPaper(spec)
  const { width, height } = sizeOfChart(spec)
  const picture = new Image(width, height)
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * zoom
  canvas.height = height * zoom
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('this browser draws no pictures')
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const content = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (content === null) throw new Error('the picture is too large for this device')
  return { spec, png: new Uint8Array(await content.arrayBuffer()), width, height }
}
