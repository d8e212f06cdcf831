import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

function readText(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** Splits one CSV line; quotes protect commas. */
function splitLine(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const char of line) {
    if (char === '"') quoted = !quoted
    else if (char === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += char
  }
  return [...cells, cell]
}

/** Rows of an input table by column name. */
export function readRows(name: string): Record<string, string>[] {
  const [head, ...lines] = readText(name).trim().split('\n').map(splitLine)
  return lines.map((cells) =>
    Object.fromEntries((head ?? []).map((key, i) => [key, cells[i] ?? ''])),
  )
}

/** A numeric column; an empty cell is missing. */
export function columnOf(rows: Record<string, string>[], name: string): (number | null)[] {
  return rows.map((row) => {
    const cell = row[name] ?? ''
    return cell === '' ? null : Number(cell)
  })
}

export type Expected = (id: string, actual: unknown, tolerance?: number) => void

/** A checker: compares a computed figure (number, list or null) with the case's figure. */
export function readExpected(name: string): Expected {
  const figures = new Map(readRows(`${name}-expected.csv`).map((row) => [row.id ?? '', row]))
  return (id, actual, tolerance) => {
    const row = figures.get(id)
    if (row === undefined) throw new Error(`${name} has no figure ${id}`)
    const text = row.value ?? ''
    if (text === '') {
      expect(actual, id).toBeNull()
      return
    }
    const expected = text.split(' ').map(Number)
    const found: unknown[] = Array.isArray(actual) ? actual : [actual]
    expect(found.length, id).toBe(expected.length)
    for (const [i, value] of expected.entries()) {
      expectClose(found[i], value, tolerance ?? Number(row.rtol), Number(row.atol), id)
    }
  }
}

function expectClose(found: unknown, value: number, rtol: number, atol: number, id: string): void {
  if (typeof found !== 'number') throw new Error(`${id}: ${String(found)} instead of ${value}`)
  const error = Math.abs(found - value)
  const allowed = rtol * Math.abs(value) + Math.min(atol, 1e-12)
  expect(error <= allowed, `${id}: ${found} instead of ${value}`).toBe(true)
}

/** The finding, or a failing test that says why there is none. */
export function found<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  if (!isFound(result)) throw new Error(JSON.stringify(result))
  return result
}

function isFound<T extends { ok: boolean }>(result: T): result is Extract<T, { ok: true }> {
  return result.ok
}
