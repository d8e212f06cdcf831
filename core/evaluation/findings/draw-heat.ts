import { readWords } from '../../inquiry/words.ts'
import type { HeatMark, HeatTableChart } from '../charts/chart-spec.ts'
import { writeSide } from '../describe-change.ts'
import type { ChangeLine, ScaleChange } from '../evaluate-change.ts'
import { placesFor, writeSigned, type Wording } from '../write-numbers.ts'

export interface HeatSide {
  readonly side: 'child' | 'adult'
  readonly scales: readonly ScaleChange[]
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly lines: readonly (ChangeLine | undefined)[]
  }[]
}

/** Families down, dimensions across, each side for itself; a side with one dimension alone is no table. */
export function layHeat(scales: readonly ScaleChange[], wording: Wording): readonly HeatSide[] {
  return (['child', 'adult'] as const).flatMap((side) => {
    const own = scales.filter(
      ({ lines, numbers }) => numbers.n > 0 && lines.some((line) => line.side === side),
    )
    if (own.length < 2) return []
    const rows = listPlaces(own).map(({ key, label }) => ({
      label,
      lines: own.map(({ lines }) => lines.find((line) => placeOf(line) === key)),
    }))
    return [{ side, scales: own, columns: nameColumns(own, wording), rows }]
  })
}

/**
 * Families down, dimensions across, one picture per side: which way each moved, and whether that is more than
 * measurement error. In the order of codes: an order of names, never of results (EVA-12).
 */
export function drawHeatTables(
  scales: readonly ScaleChange[],
  wording: Wording,
): readonly HeatTableChart[] {
  return layHeat(scales, wording).map((side) => drawSide(side, wording))
}

export function titleHeat({ side }: HeatSide, { translate }: Wording): string {
  return translate('evaluation:heat.title', { side: translate(`evaluation:sideName.${side}`) })
}

function drawSide(heat: HeatSide, wording: Wording): HeatTableChart {
  const { translate } = wording
  const { scales, columns, rows } = heat
  const title = titleHeat(heat, wording)
  const missing = translate('evaluation:heat.missing')
  return {
    kind: 'heatTable',
    title,
    key: translate('evaluation:heat.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.pair', { count: rows.length }),
    }),
    columns,
    rows: rows.map(({ label, lines }) => ({
      label,
      cells: scales.map((scale, at) => cellOf(scale, lines[at], missing)),
    })),
  }
}

/** Two scales of the same name are told apart by their questionnaire. */
function nameColumns(scales: readonly ScaleChange[], wording: Wording): readonly string[] {
  const plain = scales.map(({ title }) => readWords(title, wording.language))
  return scales.map((scale, index) => {
    const name = plain[index] ?? ''
    const twice = plain.filter((one) => one === name).length > 1
    return twice ? `${name}${writeSide(scale, wording.translate)} ${scale.instrumentCode}` : name
  })
}

function placeOf({ pairId, childId }: ChangeLine): string {
  return pairId ?? childId
}

/** A pair keeps one letter in all columns. */
function listPlaces(
  scales: readonly ScaleChange[],
): readonly { readonly key: string; readonly label: string }[] {
  const lines = scales.flatMap((scale) => scale.lines)
  const places = [...new Map(lines.map((line) => [placeOf(line), line])).entries()].map(
    ([key, { familyCode }]) => ({ key, familyCode }),
  )
  places.sort((left, right) => (left.familyCode < right.familyCode ? -1 : 1))
  return places.map(({ key, familyCode }) => {
    const same = places.filter((one) => one.familyCode === familyCode)
    const letter = String.fromCharCode('a'.charCodeAt(0) + same.findIndex((one) => one.key === key))
    return { key, label: same.length === 1 ? familyCode : `${familyCode} ${letter}` }
  })
}

function cellOf(
  scale: ScaleChange,
  line: ChangeLine | undefined,
  missing: string,
): HeatTableChart['rows'][number]['cells'][number] {
  if (line === undefined) return { mark: 'none', text: '' }
  if (line.change === null) return { mark: 'none', text: missing }
  return { mark: markOf(line), text: writeSigned(line.change, placesFor(scale.range)) }
}

/** Up and down are of the number; which of them is hoped for is said in the heading of the scale. */
export function markOf({ change, reliable }: ChangeLine): HeatMark {
  const sign = Math.sign(change ?? 0)
  if (sign === 0) return 'same'
  const beyond = reliable !== null && reliable.size !== 'within'
  if (sign > 0) return beyond ? 'up' : 'slightUp'
  return beyond ? 'down' : 'slightDown'
}
