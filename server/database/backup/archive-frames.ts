import { z } from 'zod'

/** The inner shape: a sequence of frames (kind · u32 length · payload) inside the sealed chunks. */
export const frameKinds = {
  manifest: 1,
  table: 2,
  data: 3,
  end: 4,
  sequences: 5,
  file: 6,
  keyFile: 7,
  totals: 8,
} as const

export type FrameKind = keyof typeof frameKinds

export const largestFrame = 1024 * 1024

const tableShape = z.strictObject({ name: z.string(), columns: z.array(z.string()) })

export const manifestShape = z.strictObject({
  madeAt: z.string(),
  schemaVersion: z.string(),
  serverMajor: z.int(),
  tables: z.array(tableShape),
})
export const tableFrameShape = tableShape
export const endFrameShape = z.strictObject({ bytes: z.int(), rows: z.int() })
export const fileFrameShape = z.strictObject({ path: z.string() })
export const sequencesShape = z.array(
  z.strictObject({ name: z.string(), last: z.string(), called: z.boolean() }),
)
export const totalsShape = z.strictObject({ tables: z.int(), rows: z.int(), files: z.int() })

export type Manifest = z.infer<typeof manifestShape>
export type TableColumns = z.infer<typeof tableShape>
export type SequenceState = z.infer<typeof sequencesShape>[number]
export type Totals = z.infer<typeof totalsShape>

export interface Frame {
  readonly kind: FrameKind
  readonly payload: Buffer
}

export function encodeFrame(kind: FrameKind, payload: Buffer): Buffer {
  const front = Buffer.alloc(5)
  front.writeUInt8(frameKinds[kind], 0)
  front.writeUInt32BE(payload.length, 1)
  return Buffer.concat([front, payload])
}

const kindsByNumber = new Map<number, FrameKind>([
  [frameKinds.manifest, 'manifest'],
  [frameKinds.table, 'table'],
  [frameKinds.data, 'data'],
  [frameKinds.end, 'end'],
  [frameKinds.sequences, 'sequences'],
  [frameKinds.file, 'file'],
  [frameKinds.keyFile, 'keyFile'],
  [frameKinds.totals, 'totals'],
])

/** Cuts frames out of bytes that arrive in pieces. Throws a plain error when they are no frames. */
export class FrameCutter {
  #rest: Buffer = Buffer.alloc(0)

  get unfinished(): boolean {
    return this.#rest.length > 0
  }

  *cut(piece: Buffer): Generator<Frame> {
    let rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    while (rest.length >= 5) {
      const kind = kindsByNumber.get(rest.readUInt8(0))
      const length = rest.readUInt32BE(1)
      if (kind === undefined || length > largestFrame) throw new Error('not a frame')
      if (rest.length < 5 + length) break
      yield { kind, payload: rest.subarray(5, 5 + length) }
      rest = rest.subarray(5 + length)
    }
    this.#rest = rest
  }
}
