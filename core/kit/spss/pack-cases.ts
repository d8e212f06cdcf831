import { cutText, floatBytes, type ByteWriter } from './byte-writer.ts'
import type { SavColumn } from './lay-out.ts'
import { savSeconds, type SavValue } from './sav-file.ts'
import { savBias } from './write-dictionary.ts'

const code = { padding: 0, most: 251, literal: 253, spaces: 254, missing: 255 } as const
const none = new Uint8Array(0)

/**
 * Eight codes go before the elements they stand for: a small whole number is a code alone, a literal follows its codes.
 * A half-filled last group is filled up with padding.
 */
export function packCases(
  writer: ByteWriter,
  rows: readonly (readonly SavValue[])[],
  columns: readonly SavColumn[],
): void {
  const group = new CodeGroup(writer)
  for (const row of rows)
    for (const [at, column] of columns.entries()) packValue(group, column, row[at] ?? null)
  group.finish()
}

function packValue(group: CodeGroup, column: SavColumn, value: SavValue): void {
  if (column.variable.type === 'text')
    packText(group, typeof value === 'string' ? value : '', column)
  else if (value === null) group.add(code.missing, none)
  else packNumber(group, typeof value === 'number' ? value : (savSeconds(value) ?? 0))
}

function packNumber(group: CodeGroup, value: number): void {
  const small = value + savBias
  if (Number.isInteger(value) && !Object.is(value, -0) && small >= 1 && small <= code.most)
    group.add(small, none)
  else group.add(code.literal, floatBytes(value))
}

function packText(group: CodeGroup, text: string, { width, segments }: SavColumn): void {
  const whole = cutText(text, width)
  for (const { elements, offset, usedBytes } of segments) {
    const bytes = new Uint8Array(elements * 8).fill(0x20)
    bytes.set(whole.subarray(offset, offset + usedBytes))
    packElements(group, bytes)
  }
}

function packElements(group: CodeGroup, bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length; start += 8) {
    const eight = bytes.subarray(start, start + 8)
    if (eight.every((byte) => byte === 0x20)) group.add(code.spaces, none)
    else group.add(code.literal, eight)
  }
}

class CodeGroup {
  readonly #writer: ByteWriter
  #codes: number[] = []
  #literals: Uint8Array[] = []

  constructor(writer: ByteWriter) {
    this.#writer = writer
  }

  add(one: number, literal: Uint8Array): void {
    this.#codes.push(one)
    if (literal.length > 0) this.#literals.push(literal)
    if (this.#codes.length === 8) this.#flush()
  }

  finish(): void {
    if (this.#codes.length === 0) return
    while (this.#codes.length < 8) this.#codes.push(code.padding)
    this.#flush()
  }

  #flush(): void {
    for (const one of this.#codes) this.#writer.byte(one)
    for (const literal of this.#literals) this.#writer.bytes(literal)
    this.#codes = []
    this.#literals = []
  }
}
