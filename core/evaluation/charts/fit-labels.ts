import { breakLabel, countLines } from './break-label.ts'
import type { ChartSpec } from './chart-spec.ts'

/** Width of a picture on paper and on a wide screen, in CSS pixels. */
export const paperRoom = 640
const narrowRoom = 460
const letter = 13
/** Column heads of a heat table are smaller and stand over 84 pixels each. */
const headLetters = 7.2

/** Room for the names of rows, in letters of full width. */
function nameLetters(room: number): number {
  return room < narrowRoom ? Math.max(5, (room * 0.3) / letter) : 11.5
}

/** A picture's long names in lines that leave room for the picture itself, on paper as on a phone. */
export function fitLabels(spec: ChartSpec, room: number): ChartSpec {
  const name = (label: string): string => breakLabel(label, nameLetters(room))
  const rows = <Row extends { readonly label: string }>(list: readonly Row[]): readonly Row[] =>
    list.map((row) => ({ ...row, label: name(row.label) }))
  const under = Math.max(8, (room - 52) / letter - nameLetters(room))
  const axis = { ...('axis' in spec ? spec.axis : noAxis) }
  const across = { ...axis, title: breakLabel(axis.title, under) }
  switch (spec.kind) {
    case 'changeDots':
      return spec.crowded
        ? { ...spec, axis: across }
        : {
            ...spec,
            axis: across,
            rows: rows(spec.rows),
            mean: spec.mean === null ? null : { ...spec.mean, label: name(spec.mean.label) },
          }
    case 'gapDumbbell':
      return { ...spec, axis: across, rows: rows(spec.rows) }
    case 'stems':
      return { ...spec, axis: across, rows: rows(spec.rows) }
    case 'forest':
      return { ...spec, axis: across, rows: rows(spec.rows), together: rows(spec.together) }
    case 'heatTable':
      return { ...spec, columns: spec.columns.map((head) => breakLabel(head, headLetters)) }
    case 'attendanceChange':
      return { ...spec, shareAxis: breakTitle(spec.shareAxis, room) }
    case 'scatter':
      return { ...spec, across: breakTitle(spec.across, room) }
    case 'agreement':
      return { ...spec, meanAxis: breakTitle(spec.meanAxis, room) }
    case 'pairedLines':
      return {
        ...spec,
        mean: { ...spec.mean, label: breakLabel(spec.mean.label, room < narrowRoom ? 4 : 12) },
      }
    case 'singleCase':
      return spec
  }
}

const noAxis = { title: '', min: null, max: null }

function breakTitle<Axis extends { readonly title: string }>(axis: Axis, room: number): Axis {
  return { ...axis, title: breakLabel(axis.title, Math.max(8, (room - 130) / letter)) }
}

/** Lines of the row with the most of them: what a row must be high enough for. */
export function mostLines(rows: readonly { readonly label: string }[]): number {
  return Math.max(1, ...rows.map(({ label }) => countLines(label)))
}
