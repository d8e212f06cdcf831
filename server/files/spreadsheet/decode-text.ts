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
    return encoding === 'gb18030' ? settlePrivateCharacters(text) : text
  } catch {
    return undefined
  }
}

// Six Han of GB18030 that the decoder still gives as private characters, though Unicode has had them since 3.1.
const HAN_OF_PRIVATE: Readonly<Record<string, string>> = {
  '\ue816': '\u{20087}',
  '\ue817': '\u{20089}',
  '\ue818': '\u{200cc}',
  '\ue831': '\u{215d7}',
  '\ue83b': '\u{2298f}',
  '\ue855': '\u{241fe}',
}

// A home-made character refuses its own cell; bytes of another code page decode to many of them, and to controls.
function settlePrivateCharacters(text: string): string | undefined {
  const han = text.replace(/[\ue000-\uf8ff]/g, (character) => HAN_OF_PRIVATE[character] ?? '\ufffd')
  const strange = han.match(/[\ufffd\u0080-\u009f]/g)?.length ?? 0
  const foreign = han.match(/[^\n\r\t\x20-\x7e]/g)?.length ?? 0
  return strange * 20 > foreign ? undefined : han
}
