import { Buffer } from 'node:buffer'

const ORIENTATION_TAG = 0x0112
const SHORT = 3

/** Orientation (1–8) of an EXIF block, read from its first directory; 1 (upright) where it says nothing readable. */
export function readOrientation(tiff: Buffer): number {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II'
    const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
    const directory = long(4)
    for (let entry = 0; entry < short(directory); entry += 1) {
      const at = directory + 2 + 12 * entry
      if (short(at) !== ORIENTATION_TAG) continue
      const orientation = short(at + 8)
      return orientation >= 1 && orientation <= 8 ? orientation : 1
    }
  } catch {
    // A block cut short has no orientation worth keeping.
  }
  return 1
}

/** A TIFF block that says how the picture is turned, and nothing else. */
export function makeOrientationTiff(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(ORIENTATION_TAG, 10)
  tiff.writeUInt16BE(SHORT, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
