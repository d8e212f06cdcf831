// Which characters a TrueType font can draw: its cmap table, formats 4 and 12 (all that our fonts use).

/** Code points that the font has a glyph for. A table of another format adds nothing. */
export function readCharacterMap(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const found = new Set<number>()
  const start = findTable(view, 'cmap')
  if (start === null) return found
  const subtables = view.getUint16(start + 2)
  for (let index = 0; index < subtables; index += 1) {
    const at = start + view.getUint32(start + 4 + index * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) readSegments(view, at, found)
    if (format === 12) readGroups(view, at, found)
  }
  return found
}

function findTable(view: DataView, name: string): number | null {
  const count = view.getUint16(4)
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)))
    if (tag === name) return view.getUint32(record + 8)
  }
  return null
}

/** Format 4: segments of the basic plane; glyph 0 means that there is none. */
function readSegments(view: DataView, at: number, found: Set<number>): void {
  const doubled = view.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = view.getUint16(ends + segment)
    const offset = view.getUint16(offsets + segment)
    for (let code = view.getUint16(starts + segment); code <= end && code < 0xffff; code += 1) {
      const first = view.getUint16(starts + segment)
      const glyph =
        offset === 0
          ? (code + view.getUint16(deltas + segment)) & 0xffff
          : view.getUint16(offsets + segment + offset + 2 * (code - first))
      if (glyph !== 0) found.add(code)
    }
  }
}

/** Format 12: groups over all planes. */
function readGroups(view: DataView, at: number, found: Set<number>): void {
  const groups = view.getUint32(at + 12)
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12
    const end = view.getUint32(group + 4)
    for (let code = view.getUint32(group); code <= end; code += 1) found.add(code)
  }
}
