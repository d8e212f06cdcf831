// The hour at which an archive was packed is written beside each of its files. Without it the same records make the same
// bytes, and a document does not tell when somebody sat at the desk.

const endMark = 0x06054b50
const entryMark = 0x02014b50
/** 1 January 1980, midnight: the first moment that a zip can name. */
const firstDay = 0x21

/** Sets every date of a zip (without zip64, as Word files are) to the first that a zip can name, in place. */
export function settleZipDates(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = findEnd(view)
  if (end === null) return
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < count && view.getUint32(at, true) === entryMark; entry += 1) {
    const local = view.getUint32(at + 42, true)
    writeDate(view, at + 12)
    writeDate(view, local + 10)
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= 0; at -= 1)
    if (view.getUint32(at, true) === endMark) return at
  return null
}

function writeDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, firstDay, true)
}
