// A reader for tests, written from the format's description and not from our writer: small, strict, no options.

export interface ReadVariable {
  readonly name: string
  readonly width: number
  readonly label: string
  readonly missing: readonly number[]
  readonly labels: ReadonlyMap<number, string>
}

export interface ReadFile {
  readonly rowsPromised: number
  readonly variables: readonly ReadVariable[]
  readonly rows: readonly (readonly (number | string | null)[])[]
}

interface Element {
  readonly short: string
  readonly width: number
  readonly label: string
  readonly missing: readonly number[]
  labels: Map<number, string>
}

class Cursor {
  at = 0
  readonly #view: DataView
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  get ended(): boolean {
    return this.at >= this.#view.byteLength
  }
  integer(): number {
    this.at += 4
    return this.#view.getInt32(this.at - 4, true)
  }
  float(): number {
    this.at += 8
    return this.#view.getFloat64(this.at - 8, true)
  }
  raw(size: number): Uint8Array {
    this.at += size
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + this.at - size, size)
  }
  text(size: number): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.raw(size))
  }
}

export function readSav(bytes: Uint8Array): ReadFile {
  const cursor = new Cursor(bytes)
  if (cursor.text(4) !== '$FL2') throw new Error('not a system file')
  cursor.raw(60)
  if (cursor.integer() !== 2) throw new Error('another byte order')
  const elementsPromised = cursor.integer()
  if (cursor.integer() !== 1) throw new Error('not packed')
  cursor.integer()
  const rowsPromised = cursor.integer()
  if (cursor.float() !== 100) throw new Error('another bias')
  cursor.raw(84)
  const { elements, names, longTexts } = readDictionary(cursor)
  if (elements.length !== elementsPromised) throw new Error('elements differ from the promise')
  const parts = partsOf(elements, longTexts)
  const variables = elements
    .filter((one) => parts.some(({ head }) => head === one))
    .map((one) => ({ ...one, name: names.get(one.short) ?? one.short }))
  return { rowsPromised, variables, rows: readCases(cursor, elements, parts) }
}

function readDictionary(cursor: Cursor) {
  const elements: Element[] = []
  const names = new Map<string, string>()
  const longTexts = new Map<string, number>()
  let labels = new Map<number, string>()
  for (;;) {
    const record = cursor.integer()
    if (record === 2) elements.push(readElement(cursor))
    else if (record === 3) labels = readLabels(cursor)
    else if (record === 4)
      for (let left = cursor.integer(); left > 0; left -= 1) {
        const element = elements[cursor.integer() - 1]
        if (element === undefined) throw new Error('labels of no variable')
        element.labels = labels
      }
    else if (record === 7) readInformation(cursor, names, longTexts)
    else if (record === 999) {
      cursor.integer()
      return { elements, names, longTexts }
    } else throw new Error(`record ${record}`)
  }
}

function readElement(cursor: Cursor): Element {
  const width = cursor.integer()
  const labelled = cursor.integer() === 1
  const codes = cursor.integer()
  cursor.raw(8)
  const short = cursor.text(8).trimEnd()
  let label = ''
  if (labelled) {
    const size = cursor.integer()
    label = cursor.text(size)
    cursor.raw((4 - (size % 4)) % 4)
  }
  const missing = Array.from({ length: codes }, () => cursor.float())
  return { short, width, label, missing, labels: new Map() }
}

function readLabels(cursor: Cursor): Map<number, string> {
  const found = new Map<number, string>()
  for (let left = cursor.integer(); left > 0; left -= 1) {
    const value = cursor.float()
    const size = cursor.raw(1)[0] ?? 0
    found.set(value, cursor.text(size))
    cursor.raw(7 - (size % 8))
  }
  return found
}

function readInformation(
  cursor: Cursor,
  names: Map<string, string>,
  longTexts: Map<string, number>,
): void {
  const subtype = cursor.integer()
  const size = cursor.integer() * cursor.integer()
  if (subtype === 13) {
    for (const pair of cursor.text(size).split('\t')) {
      const [short = '', long = ''] = pair.split('=')
      names.set(short, long)
    }
  } else if (subtype === 14) {
    for (const pair of cursor
      .text(size)
      .split('\0\t')
      .filter((one) => one !== '')) {
      const [short = '', width = ''] = pair.split('=')
      longTexts.set(short, Number(width))
    }
  } else cursor.raw(size)
}

interface Part {
  readonly head: Element
  /** First element, bytes used of each run of elements. */
  readonly runs: readonly { readonly at: number; readonly used: number }[]
}

/** Segments of one long text follow each other: 255 bytes in each, the rest in the last. */
function partsOf(
  elements: readonly Element[],
  longTexts: ReadonlyMap<string, number>,
): readonly Part[] {
  const heads = elements.flatMap((element, at) => (element.width < 0 ? [] : [{ element, at }]))
  const parts: Part[] = []
  for (let index = 0; index < heads.length; index += 1) {
    const head = heads[index]
    if (head === undefined) break
    const whole = longTexts.get(head.element.short) ?? head.element.width
    const count = whole > 255 ? Math.ceil(whole / 252) : 1
    const runs = heads.slice(index, index + count).map(({ at }, nth) => ({
      at,
      used: Math.max(0, Math.min(255, whole - nth * 255)),
    }))
    parts.push({ head: head.element, runs })
    index += count - 1
  }
  return parts
}

function readCases(cursor: Cursor, elements: readonly Element[], parts: readonly Part[]) {
  const flat: (Uint8Array | number | null)[] = []
  while (!cursor.ended)
    for (const code of cursor.raw(8)) {
      if (code === 0) continue
      if (code === 253) flat.push(cursor.raw(8))
      else if (code === 254) flat.push(new Uint8Array(8).fill(32))
      else flat.push(code === 255 ? null : code - 100)
    }
  const rows: (number | string | null)[][] = []
  for (let start = 0; start < flat.length; start += elements.length) {
    const row = flat.slice(start, start + elements.length)
    rows.push(parts.map((part) => readPart(row, part)))
  }
  return rows
}

function readPart(row: readonly (Uint8Array | number | null)[], { head, runs }: Part) {
  if (head.width === 0) {
    const part = row[runs[0]?.at ?? -1]
    if (part === undefined) throw new Error('a case is cut short')
    if (!(part instanceof Uint8Array)) return part
    return new DataView(part.buffer, part.byteOffset).getFloat64(0, true)
  }
  const bytes = runs.flatMap(({ at, used }) =>
    row
      .slice(at, at + Math.ceil(used / 8))
      .flatMap((one) => {
        if (!(one instanceof Uint8Array)) throw new Error('a number within a text')
        return [...one]
      })
      .slice(0, used),
  )
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).trimEnd()
}
