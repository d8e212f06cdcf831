import type { Drawing, Shape, Tone } from './shape.ts'

/** Dark enough that a black-and-white print tells them by their pattern. */
export const toneColours: Readonly<Record<Tone, string>> = {
  ink: '#1c2330',
  line: '#a3271c',
  paper: '#ffffff',
  quiet: '#6b7280',
  none: 'none',
}

/** A drawing as a file of its own. */
export function writeSvg(drawing: Drawing, fontFamily: string): string {
  const { width, height, parts } = drawing
  const inside = parts.flatMap(({ shapes }) => shapes.map(writeShape)).join('\n')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(fontFamily)}">`,
    `<rect width="${width}" height="${height}" fill="${toneColours.paper}"/>`,
    inside,
    '</svg>',
  ].join('\n')
}

export interface Titled {
  readonly title: string
  readonly drawing: Drawing
}

export interface SvgFile {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const gap = 40
const head = 48

/** Drawings beside each other, each under its title, such as the days before and after. */
export function writeBeside(pictures: readonly Titled[], fontFamily: string): SvgFile {
  const height = head + Math.max(0, ...pictures.map(({ drawing }) => drawing.height))
  let x = 0
  const placed = pictures.map(({ title, drawing }) => {
    const words = `<text x="${x + 16}" y="30" font-size="20" font-weight="600" fill="${toneColours.ink}">${escapeXml(title)}</text>`
    const inside = drawing.parts.flatMap(({ shapes }) => shapes.map(writeShape)).join('\n')
    const moved = `<g transform="translate(${x} ${head})">${inside}</g>`
    x += drawing.width + gap
    return `${words}\n${moved}`
  })
  const width = Math.max(0, x - gap)
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(fontFamily)}">`,
    `<rect width="${width}" height="${height}" fill="${toneColours.paper}"/>`,
    ...placed,
    '</svg>',
  ].join('\n')
  return { svg, width, height }
}

function writeShape(shape: Shape): string {
  if (shape.kind === 'text') {
    const { x, y, size, bold, anchor, words } = shape
    return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${bold ? 600 : 400}" text-anchor="${anchor}" fill="${toneColours.ink}" stroke="${toneColours.paper}" stroke-width="3" paint-order="stroke">${escapeXml(words)}</text>`
  }
  const { d, stroke, fill, width, dash } = shape
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`
  return `<path d="${d}" fill="${toneColours[fill]}" stroke="${toneColours[stroke]}" stroke-width="${width}" stroke-linejoin="round"${dashes}/>`
}

function escapeXml(written: string): string {
  return (
    written
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // What XML cannot hold at all.
      .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
  )
}
