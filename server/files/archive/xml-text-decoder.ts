// Office XML is UTF-8 or UTF-16; anything else, or bytes that are not valid in it, means a damaged part.

import { stopWith } from '../refusals.ts'

export class XmlTextDecoder {
  readonly #entry: string
  #decoder: InstanceType<typeof TextDecoder> | undefined
  constructor(entry: string) {
    this.#entry = entry
  }

  /** Text of the next bytes; call without bytes at the end. */
  decode(chunk?: Uint8Array): string {
    this.#decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    try {
      return chunk === undefined
        ? this.#decoder.decode()
        : this.#decoder.decode(chunk, { stream: true })
    } catch {
      stopWith('FileDamaged', { part: this.#entry })
    }
  }
}

function encodingOf(chunk: Uint8Array | undefined): string {
  const [first, second] = chunk ?? []
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}
