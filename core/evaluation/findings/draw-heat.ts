import { readWords } from '../../inquiry/words.ts'
import type { HeatMark, HeatTableChart } from '../charts/chart-spec.ts'
import { writeSide } from '../describe-change.ts'
import type { ChangeLine, ScaleChange } from '../evaluate-change.ts'
import { placesFor, writeSigned, type Wording } from '../write-numbers.ts'

/**
 * Families down, dimensions across, one picture per side: which way each moved, and whether that is more than
 * measurement error. In the order of codes: an order of names, never of results (EVA-12).
 */
export function drawHeatTables(
  scales: readonly ScaleChange[],
  wording: Wording,
): readonly HeatTableChart[] {
  return (['child', 'adult'] as const).flatMap((side) => {
    const own = scales.filter(
      ({ lines, numbers }) => numbers.n > 0 && lines.some((line) => line.side === side),
    )
    return own.length < 2 ? [] : [drawSide(own, side, wording)]
  })
}

function drawSide(
  scales: readonly ScaleChange[],
  side: 'child' | 'adult',
  wording: Wording,
): HeatTableChart {
  const { translate } = wording
  const rows = listPlaces(scales)
  const title = translate('evaluation:heat.title', {
    side: translate(`evaluation:sideName.${side}`),
  })
  return {
    kind: 'heatTable',
    title,
    key: translate('evaluation:heat.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.pair', { count: rows.length }),
    }),
    columns: nameColumns(scales, wording),
    rows: rows.map(({ key, label }) => ({
      label,
      cells: scales.map((scale) =>
        cellOf(
          scale,
          scale.lines.find((line) => placeOf(line) === key),
          translate('evaluation:heat.missing'),
        ),
      ),
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
function markOf({ change, reliable }: ChangeLine): HeatMark {
  const sign = Math.sign(change ?? 0)
  if (sign === 0) return 'same'
  const beyond = reliable !== null && reliable.size !== 'within'
  if (sign > 0) return beyond ? 'up' : 'slightUp'
  return beyond ? 'down' : 'slightDown'
}
