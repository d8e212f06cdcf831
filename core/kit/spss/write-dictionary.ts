import { cutText, type ByteWriter } from './byte-writer.ts'
import type { SavColumn, SavSegment } from './lay-out.ts'
import type { SavFile, SavVariable } from './sav-file.ts'

const longestLabelBytes = 255
const longestValueLabelBytes = 120
export const savBias = 100

/** The lowest finite number is "missing"; LOWEST is the next one above it. */
const systemMissing = -Number.MAX_VALUE
const lowest = -1.797_693_134_862_315_5e308

const formats = { text: 1, number: 5, day: 39 } as const
const measures = { nominal: 1, ordinal: 2, scale: 3 } as const
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

export function writeDictionary(
  writer: ByteWriter,
  file: SavFile,
  columns: readonly SavColumn[],
): void {
  writeHeader(writer, file, columns)
  for (const column of columns)
    for (const segment of column.segments) writeVariable(writer, column, segment)
  for (const column of columns) writeValueLabels(writer, column)
  writeMachine(writer)
  writeDisplay(writer, columns)
  writeTextRecord(
    writer,
    13,
    columns.map((column) => `${nameOf(column)}=${column.variable.name}`).join('\t'),
  )
  writeLongTexts(writer, columns)
  startRecord(writer, 16, 8, 2)
  for (const half of [1, 0, file.rows.length, 0]) writer.integer(half)
  writeTextRecord(writer, 20, 'UTF-8')
  writer.integer(999)
  writer.integer(0)
}

function writeHeader(
  writer: ByteWriter,
  { title, madeAt, rows }: SavFile,
  columns: readonly SavColumn[],
): void {
  const month = months[Number(madeAt.slice(5, 7)) - 1] ?? 'Jan'
  writer.text('$FL2', 4)
  writer.text('@(#) SPSS DATA FILE Kiteline', 60)
  writer.integer(2)
  writer.integer(countElements(columns))
  writer.integer(1)
  writer.integer(0)
  writer.integer(rows.length)
  writer.float(savBias)
  writer.text(`${madeAt.slice(8, 10)} ${month} ${madeAt.slice(2, 4)}`, 9)
  writer.text(madeAt.slice(11, 19), 8)
  writer.text(title, 64)
  writer.text('', 3)
}

function nameOf({ segments }: SavColumn): string {
  return segments[0]?.shortName ?? ''
}

function countElements(columns: readonly SavColumn[]): number {
  return columns
    .flatMap(({ segments }) => segments)
    .reduce((sum, { elements }) => sum + elements, 0)
}

function formatOf(variable: SavVariable, width: number): number {
  const places = variable.type === 'number' ? variable.decimals : 0
  const shown = variable.type === 'text' ? width : variable.type === 'day' ? 10 : 8 + places
  return (formats[variable.type] << 16) | (shown << 8) | places
}

function writeVariable(writer: ByteWriter, { variable }: SavColumn, segment: SavSegment): void {
  const { width, elements, shortName } = segment
  const missing = variable.type === 'number' ? variable.missing : []
  const label = segment.offset === 0 ? variable.label : ''
  const format = formatOf(variable, width)
  writer.integer(2)
  writer.integer(width)
  writer.integer(label === '' ? 0 : 1)
  writer.integer(missing.length)
  writer.integer(format)
  writer.integer(format)
  writer.text(shortName, 8)
  if (label !== '') writeLabel(writer, label)
  for (const code of missing) writer.float(code)
  for (let part = 1; part < elements; part += 1) {
    writer.integer(2)
    writer.integer(-1)
    for (let left = 0; left < 4; left += 1) writer.integer(0)
    writer.text('', 8)
  }
}

function writeLabel(writer: ByteWriter, label: string): void {
  const bytes = cutText(label, longestLabelBytes)
  writer.integer(bytes.length)
  writer.bytes(bytes)
  writer.text('', (4 - (bytes.length % 4)) % 4)
}

/** Which texts go over several segments, and how long they are as a whole. */
function writeLongTexts(writer: ByteWriter, columns: readonly SavColumn[]): void {
  const long = columns.filter(({ segments }) => segments.length > 1)
  if (long.length === 0) return
  const lines = long.map(
    (column) => `${nameOf(column)}=${String(column.width).padStart(5, '0')}\u0000\t`,
  )
  writeTextRecord(writer, 14, lines.join(''))
}

function writeValueLabels(writer: ByteWriter, { variable, first }: SavColumn): void {
  if (variable.type !== 'number' || variable.valueLabels.length === 0) return
  writer.integer(3)
  writer.integer(variable.valueLabels.length)
  for (const { value, label } of variable.valueLabels) writeValueLabel(writer, value, label)
  writer.integer(4)
  writer.integer(1)
  writer.integer(first)
}

function writeValueLabel(writer: ByteWriter, value: number, label: string): void {
  const bytes = cutText(label, longestValueLabelBytes)
  writer.float(value)
  writer.byte(bytes.length)
  writer.bytes(bytes)
  writer.text('', 7 - (bytes.length % 8))
}

function startRecord(writer: ByteWriter, subtype: number, size: number, count: number): void {
  writer.integer(7)
  writer.integer(subtype)
  writer.integer(size)
  writer.integer(count)
}

function writeTextRecord(writer: ByteWriter, subtype: number, text: string): void {
  const bytes = cutText(text, Number.MAX_SAFE_INTEGER)
  startRecord(writer, subtype, 1, bytes.length)
  writer.bytes(bytes)
}

/** Version, IEEE 754, packed cases, little endian, UTF-8 (code page 65001); then what the three special numbers are. */
function writeMachine(writer: ByteWriter): void {
  startRecord(writer, 3, 4, 8)
  for (const value of [20, 0, 0, -1, 1, 1, 2, 65_001]) writer.integer(value)
  startRecord(writer, 4, 8, 3)
  writer.float(systemMissing)
  writer.float(Number.MAX_VALUE)
  writer.float(lowest)
}

function writeDisplay(writer: ByteWriter, columns: readonly SavColumn[]): void {
  const shown = columns.flatMap(({ variable, segments }) =>
    segments.map(({ width }) => ({ variable, width })),
  )
  startRecord(writer, 11, 4, shown.length * 3)
  for (const { variable, width } of shown) {
    writer.integer(measureOf(variable))
    writer.integer(variable.type === 'text' ? Math.min(40, Math.max(8, width)) : 10)
    writer.integer(variable.type === 'text' ? 0 : 1)
  }
}

function measureOf(variable: SavVariable): number {
  if (variable.type === 'number') return measures[variable.measure]
  return variable.type === 'day' ? measures.scale : measures.nominal
}
