import { type Titled, writeBeside } from '../../../core/assessment/drawing/picture/write-svg.ts'
import { saveFile } from '../../kit/index.ts'

const fonts = 'Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif'
/** Fine enough for print. */
const density = 3
/** What every browser's canvas still holds. */
const longest = 8000

export function saveSvg(name: string, pictures: readonly Titled[]): void {
  saveFile(`${name}.svg`, writeBeside(pictures, fonts).svg, 'image/svg+xml')
}

/** Drawn by this device with its own letters: works without a network. */
export async function savePng(name: string, pictures: readonly Titled[]): Promise<void> {
  const { svg, width, height } = writeBeside(pictures, fonts)
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const scale = Math.min(density, longest / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const brush = canvas.getContext('2d')
  if (brush === null) throw new Error('this browser draws no pictures')
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (file === null) throw new Error('this browser writes no PNG')
  saveFile(`${name}.png`, file, 'image/png')
}
