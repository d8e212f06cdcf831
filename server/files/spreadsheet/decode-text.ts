// Chinese Excel saves CSV as GB18030 (or GBK, its subset) unless told otherwise; strict decoding tells it from UTF-8,
// because Chinese text in one is practically never valid in the other.

import { stopWith } from '../refusals.ts'
import type { Encoding } from './book.ts'

/** Text and the encoding it was in; stops with CsvEncodingUnknown when no encoding fits without loss. */
export function decodeText(bytes: Uint8Array): {
  readonly text: string
  readonly encoding: Encoding
} {
  for (const encoding of candidates(bytes)) {
    const text = decodeStrictly(bytes, encoding)
    if (text !== undefined) return { text, encoding }
  }
  stopWith('CsvEncodingUnknown', {})
}

function candidates(bytes: Uint8Array): Encoding[] {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  if (first === 0xef && second === 0xbb && third === 0xbf) return ['utf-8']
  return ['utf-8', 'gb18030']
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  // A lone surrogate becomes U+FFFD, which refuses its own cell only.
  if (encoding.startsWith('utf-16')) return new TextDecoder(encoding).decode(bytes)
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // Bytes of another code page decode to GB18030's private characters or to controls sooner or later.
    return encoding === 'gb18030' && /[\ue000-\uf8ff\ufffd\u0080-\u009f]/.test(text)
      ? undefined
      : text
  } catch {
    return undefined
  }
}
