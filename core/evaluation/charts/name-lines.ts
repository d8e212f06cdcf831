import { countLines } from './break-label.ts'
import type { PairedLinesChart } from './chart-spec.ts'
import type { AxisOption, ChartTheme, LabelOption } from './echarts-option.ts'
import {
  joinNames,
  pixelOf,
  placeLabels,
  spreadHeights,
  widthOfLabel,
  type Plot,
} from './place-labels.ts'

/** The name at each moment of a line; null where it has none. */
export type LineNames = readonly (LabelOption | null)[]

interface Tag {
  /** Index of the line that carries it; -1 is the mean. */
  readonly line: number
  readonly moment: number
  readonly label: string
  readonly y: number
}

/**
 * Names of the lines of a picture: beside the last moment in one column, and where there are more than two moments beside
 * the first too; a line that ends in between is named there. Lines at one height share a name tag, on the first of them.
 */
export function nameLines(
  chart: PairedLinesChart,
  axis: AxisOption,
  plot: Plot,
  theme: ChartTheme,
): { readonly lines: readonly LineNames[]; readonly mean: LineNames } {
  const heightAt = (value: number): number => plot.height - pixelOf(value, axis, plot.height)
  const tags = [...(chart.crowded ? [] : tagLines(chart, heightAt)), ...tagMean(chart, heightAt)]
  const last = chart.moments.length - 1
  const starts = tags.filter(({ moment }) => moment === 0 && last > 0)
  const room = plot.width / (2 * chart.moments.length) - 16
  const fits = ({ label }: Tag): boolean => widthOfLabel(label, theme.fontSize) <= room
  const labels = new Map<string, LabelOption>([
    ...column(
      tags.filter(({ moment }) => moment === last),
      'right',
      theme,
    ),
    ...column(
      starts.filter((tag) => fits(tag)),
      'left',
      theme,
    ),
    ...between(
      chart,
      [
        ...tags.filter(({ moment }) => moment > 0 && moment < last),
        ...starts.filter((tag) => !fits(tag) && isSingle(chart.lines[tag.line])),
      ],
      plot,
      heightAt,
      theme,
    ),
  ])
  const namesOf = (line: number): LineNames =>
    chart.moments.map((_moment, moment) => labels.get(`${line} ${moment}`) ?? null)
  return { lines: chart.lines.map((_line, at) => namesOf(at)), mean: namesOf(-1) }
}

/** A line of one mark has no other end to be named at. */
function isSingle(line: PairedLinesChart['lines'][number] | undefined): boolean {
  return line?.values.filter((value) => value !== null).length === 1
}

function tagLines(chart: PairedLinesChart, heightAt: (value: number) => number): readonly Tag[] {
  const ends = chart.lines.flatMap(({ label, values }, line) => {
    const known = values.flatMap((value, moment) => (value === null ? [] : [{ moment, value }]))
    const end = known.at(-1)
    if (end === undefined) return []
    const start = chart.moments.length > 2 && known.length > 1 ? known.slice(0, 1) : []
    return [...start.filter(({ moment }) => moment === 0), end].map(({ moment, value }) => ({
      line,
      moment,
      label,
      value,
    }))
  })
  const together = new Map<string, typeof ends>()
  for (const end of ends) {
    const place = `${end.moment} ${end.value}`
    together.set(place, [...(together.get(place) ?? []), end])
  }
  return [...together.values()].flatMap((same): Tag[] => {
    const [first] = same
    if (first === undefined) return []
    const { line, moment, value } = first
    return [{ line, moment, label: joinNames(same.map(({ label }) => label)), y: heightAt(value) }]
  })
}

function tagMean({ mean }: PairedLinesChart, heightAt: (value: number) => number): readonly Tag[] {
  const moment = mean.values.findLastIndex((value) => value !== null)
  const value = mean.values[moment] ?? null
  return value === null ? [] : [{ line: -1, moment, label: mean.label, y: heightAt(value) }]
}

type Entry = readonly [key: string, label: LabelOption]

function styleOf({ line }: Tag, theme: ChartTheme): Omit<LabelOption, 'show'> {
  return line === -1
    ? { color: theme.accent, fontSize: theme.fontSize, fontWeight: 'bold' }
    : { color: theme.ink, fontSize: theme.fontSize - 1 }
}

function write(tag: Tag, theme: ChartTheme, place: Omit<LabelOption, 'show'>): Entry {
  return [
    `${tag.line} ${tag.moment}`,
    { show: true, formatter: tag.label, ...styleOf(tag, theme), ...place },
  ]
}

function column(
  tags: readonly Tag[],
  position: 'left' | 'right',
  theme: ChartTheme,
): readonly Entry[] {
  const heights = spreadHeights(
    tags.map(({ y, label }) => ({ y, height: countLines(label) * (theme.fontSize + 2) })),
  )
  return tags.map((tag, at) =>
    write(tag, theme, {
      position,
      distance: 8,
      offset: [0, Math.round((heights[at] ?? tag.y) - tag.y)],
    }),
  )
}

/** In the middle of a picture a name keeps off the mean's line and the other marks of its moment. */
function between(
  chart: PairedLinesChart,
  tags: readonly Tag[],
  plot: Plot,
  heightAt: (value: number) => number,
  theme: ChartTheme,
): readonly Entry[] {
  const wide = plot.width / chart.moments.length
  const acrossOf = (moment: number): number => (moment + 0.5) * wide
  const marks = [...chart.lines, chart.mean].flatMap(({ values }) =>
    values.flatMap((value, moment) =>
      value === null ? [] : [{ x: acrossOf(moment), y: heightAt(value) }],
    ),
  )
  const taken = chart.mean.values.flatMap((value, moment) =>
    value === null
      ? []
      : [
          {
            left: acrossOf(moment) - wide / 2,
            right: acrossOf(moment) + wide / 2,
            top: heightAt(value) - 3,
            bottom: heightAt(value) + 3,
          },
        ],
  )
  const spots = tags.map(({ moment, label, y }) => ({ label, x: acrossOf(moment), y }))
  const places = placeLabels(spots, plot, theme.fontSize, taken, marks)
  return tags.map((tag, at) => write(tag, theme, places[at] ?? { position: 'top' }))
}
