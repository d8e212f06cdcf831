import {
  path,
  words,
  type Drawing,
  type Part,
  type Shape,
} from '../../../assessment/drawing/picture/shape.ts'
import { drawChoicePicture, pictureBox } from '../../../inquiry/choice-picture.ts'
import type { ResponseSet } from '../../../inquiry/scale.ts'
import { breakLabel, widthOf } from '../../charts/break-label.ts'
import { writeShare } from '../../write-numbers.ts'
import { fillBox, patternOf } from './fill-pattern.ts'

export interface BarRow {
  readonly label: string
  /** What stands at the end of the bar: the number of people. */
  readonly end: string
  /** Share of each answer, 0 to 1; null is not shown: what is left of a stacked bar is a dashed box. */
  readonly shares: readonly (number | null)[]
}

export interface Bars {
  readonly title: string
  readonly description: string
  /** One line under the key. */
  readonly hint: string
  /** Names of the answers in their order. */
  readonly answers: readonly string[]
  readonly pictures: ResponseSet['pictures']
  /** `centred`: the middle answer lies over one line; `apart`: one answer alone per bar, not adding up. */
  readonly kind: 'stacked' | 'centred' | 'apart'
  readonly rows: readonly BarRow[]
}

const size = 12
const barHeight = 22
const lineHeight = 15
const margin = 8
/** A share below this has no room for its number in the bar; it stands in the table. */
const leastLettered = 30

/**
 * Shares of answers as bars, readable in a black-and-white copy: patterns from light to dark, numbers in the bars, faces of a
 * children's questionnaire in the key. `room` is the width in CSS pixels.
 */
export function drawBars(bars: Bars, room: number): Drawing {
  const key = drawKey(bars, room)
  const longest = Math.max(...bars.rows.map(({ label }) => widthOf(label) * size))
  const nameWidth = Math.round(Math.min(room * 0.36, longest + 2 * margin))
  const plot = {
    left: nameWidth + margin,
    width: room - nameWidth - 3 * margin - widest(bars.rows) - (bars.kind === 'apart' ? 44 : 0),
  }
  const centre = centreOf(bars)
  const parts: Part[] = []
  let y = key.height
  for (const [index, row] of bars.rows.entries()) {
    const name = breakLabel(row.label, (nameWidth - margin) / size).split('\n')
    const height = Math.max(barHeight, name.length * lineHeight) + 8
    const shapes = [
      ...name.map((line, at) =>
        words(
          { x: nameWidth, y: y + height / 2 + 4 + (at - (name.length - 1) / 2) * lineHeight },
          line,
          { anchor: 'end' },
        ),
      ),
      ...drawRow(row, bars, { ...plot, y: y + (height - barHeight) / 2, centre }),
    ]
    parts.push({ of: 'bar', id: String(index), shapes })
    y += height
  }
  return {
    width: room,
    height: Math.ceil(y + margin),
    parts: [key.part, ...middleOf(bars, { ...plot, centre, from: key.height, to: y }), ...parts],
  }
}

/** Under the bars, so that no number is struck through. */
function middleOf(
  { kind }: Bars,
  line: { left: number; width: number; centre: Centre; from: number; to: number },
): readonly Part[] {
  if (kind !== 'centred') return []
  const { left, width, centre, from, to } = line
  const x = left + centre.low * (width / (centre.low + centre.high))
  return [{ of: 'bar', id: 'middle', shapes: [path(`M${x} ${from}V${to}`, { width: 1.5 })] }]
}

function widest(rows: readonly BarRow[]): number {
  return Math.max(0, ...rows.map(({ end }) => widthOf(end) * size))
}

interface Centre {
  readonly low: number
  readonly high: number
}

/** How far the bars reach to both sides of the middle answer. */
function centreOf({ kind, rows, answers }: Bars): Centre {
  if (kind !== 'centred') return { low: 0, high: 1 }
  const lows = rows.map(({ shares }) => lowShare(shares, answers.length))
  const sums = rows.map(({ shares }) => sumOf(shares))
  return {
    low: Math.max(0.05, ...lows),
    high: Math.max(0.05, ...lows.map((low, at) => (sums[at] ?? 0) - low)),
  }
}

/** Everything below the middle, and half of the middle answer where there is one. */
function lowShare(shares: readonly (number | null)[], count: number): number {
  const middle = Math.floor(count / 2)
  const half = count % 2 === 1 ? (shares[middle] ?? 0) / 2 : 0
  return sumOf(shares.slice(0, middle)) + half
}

function sumOf(shares: readonly (number | null)[]): number {
  return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)
}

interface Plot {
  readonly left: number
  readonly width: number
  readonly y: number
  readonly centre: Centre
}

function drawRow(row: BarRow, { kind, answers }: Bars, plot: Plot): readonly Shape[] {
  const { left, width, y, centre } = plot
  const unit = width / (centre.low + centre.high)
  let x =
    kind === 'centred' ? left + (centre.low - lowShare(row.shares, answers.length)) * unit : left
  const shapes: Shape[] = []
  for (const [index, share] of row.shares.entries()) {
    if (share === null || share <= 0) continue
    const part = share * unit
    const pattern = kind === 'apart' ? 'slanted' : patternOf(index, answers.length)
    shapes.push(...fillBox({ x, y, width: part, height: barHeight }, pattern))
    if (kind === 'apart')
      shapes.push(words({ x: x + part + 4, y: y + 15 }, writeShare(share), { anchor: 'start' }))
    else if (part >= leastLettered)
      shapes.push(words({ x: x + part / 2, y: y + 15 }, writeShare(share)))
    x += part
  }
  const hidden = 1 - sumOf(row.shares)
  if (kind === 'stacked' && row.shares.includes(null) && hidden > 0.001)
    shapes.push(
      path(`M${x} ${y}h${hidden * unit}v${barHeight}h${-hidden * unit}z`, {
        width: 1,
        dash: '4 3',
      }),
    )
  const end = left + width + margin + (kind === 'apart' ? 44 : 0)
  return [...shapes, words({ x: end, y: y + 15 }, row.end, { anchor: 'start' })]
}

interface DrawnKey {
  readonly part: Part
  readonly height: number
}

/** A box of its pattern before the name of each answer, as many in a line as there is room for. */
function drawKey({ kind, answers, pictures, hint }: Bars, room: number): DrawnKey {
  const shapes: Shape[] = []
  let x = margin
  let y = margin
  const faceWidth = pictures === 'none' ? 0 : 30
  const step = pictures === 'none' ? 22 : 28
  for (const [index, answer] of (kind === 'apart' ? [] : answers).entries()) {
    const width = 24 + faceWidth + widthOf(answer) * size + 16
    if (x > margin && x + width > room) {
      x = margin
      y += step
    }
    const box = { x, y: y + step / 2 - 7, width: 18, height: 14 }
    shapes.push(...fillBox(box, patternOf(index, answers.length)))
    shapes.push(...placePicture(pictures, index, answers.length, { x: x + 22, y: y + 2 }))
    shapes.push(words({ x: x + 24 + faceWidth, y: y + step / 2 + 4 }, answer, { anchor: 'start' }))
    x += width
  }
  if (shapes.length > 0) y += step
  for (const line of hint === '' ? [] : breakLabel(hint, room / size - 2).split('\n')) {
    shapes.push(words({ x: margin, y: y + 12 }, line, { anchor: 'start' }))
    y += lineHeight + 2
  }
  return { part: { of: 'legend', id: 'key', shapes }, height: y + 4 }
}

/** A face or bars in ink, at half their size on a child's screen. */
function placePicture(
  pictures: ResponseSet['pictures'],
  index: number,
  count: number,
  at: { readonly x: number; readonly y: number },
): readonly Shape[] {
  const scale = 24 / pictureBox.height
  return drawChoicePicture(pictures, index, count).map(({ d, width, fill }) =>
    // A point without length has no ink on paper: an eye is two units long.
    path(movePath(d.replaceAll('h.01', 'h3'), at, scale), {
      width: Math.max(0.8, width * scale),
      fill: fill === 'none' || fill.startsWith('#fd') ? 'none' : 'ink',
    }),
  )
}

/** A path made smaller and moved; big letters name places, small ones steps. */
function movePath(
  d: string,
  { x, y }: { readonly x: number; readonly y: number },
  scale: number,
): string {
  return d.replace(/([a-zA-Z])([^a-zA-Z]*)/g, (_, letter: string, rest: string) => {
    const numbers = rest.match(/-?(?:\d+\.?\d*|\.\d+)/g)?.map(Number) ?? []
    return letter + numbers.map((number, at) => moved(letter, number, at)).join(' ')
  })
  function moved(letter: string, number: number, at: number): number {
    // The third to fifth numbers of an arc are an angle and two switches.
    if (letter === 'a' && at % 7 >= 2 && at % 7 <= 4) return number
    const isPlace = letter === letter.toUpperCase() && letter !== 'Z'
    const shift = isPlace ? (at % 2 === 0 ? x : y) : 0
    return Math.round((number * scale + shift) * 100) / 100
  }
}
