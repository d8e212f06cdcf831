import { utf8ToBytes } from '@noble/hashes/utils.js'

/** A growing run of little-endian bytes. */
export class ByteWriter {
  #bytes = new Uint8Array(65_536)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  byte(value: number): void {
    this.#reserve(1)
    this.#view.setUint8(this.#length, value)
    this.#length += 1
  }

  integer(value: number): void {
    this.#reserve(4)
    this.#view.setInt32(this.#length, value, true)
    this.#length += 4
  }

  float(value: number): void {
    this.#reserve(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
  }

  bytes(some: Uint8Array): void {
    this.#reserve(some.length)
    this.#bytes.set(some, this.#length)
    this.#length += some.length
  }

  /** A text cut at a whole character to at most `size` bytes and filled up with spaces to exactly that. */
  text(text: string, size: number): void {
    const cut = cutText(text, size)
    this.bytes(cut)
    for (let left = size - cut.length; left > 0; left -= 1) this.byte(0x20)
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    grown.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = grown
    this.#view = new DataView(grown.buffer)
  }
}

/** The longest beginning of a text that fits, never half a character. */
export function cutText(text: string, most: number): Uint8Array {
  const whole = utf8ToBytes(text)
  if (whole.length <= most) return whole
  let end = most
  while (end > 0 && ((whole[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return whole.subarray(0, end)
}

export function floatBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, value, true)
  return bytes
}
