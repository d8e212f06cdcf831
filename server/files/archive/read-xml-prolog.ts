// A DOCTYPE may only stand before the first element, so the head of each part is enough to keep entity bombs and
// external entities out (R09), also in parts that are never parsed.

import { stopWith } from '../refusals.ts'
import { XmlTextDecoder } from './xml-text-decoder.ts'

const LONGEST_PROLOG = 64 * 1024

/** Stops with XmlDoctypeFound when a document type is declared, with FileDamaged when no element starts in 64 kB. */
export async function readXmlProlog(
  chunks: AsyncIterable<Uint8Array>,
  entry: string,
): Promise<void> {
  const decoder = new XmlTextDecoder(entry)
  let rest = ''
  let read = 0
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk)
    read += text.length
    rest = skipProlog(rest + text)
    if (/^<![^-]/.test(rest)) stopWith('XmlDoctypeFound', { entry })
    if (/^<[^!?]/.test(rest)) return
    if (read > LONGEST_PROLOG) break
  }
  if (rest !== '') stopWith('FileDamaged', { part: entry })
}

// Leaves an unfinished comment or instruction in place until more text has come.
function skipProlog(text: string): string {
  let rest = text.trimStart()
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '?>' : undefined
    if (end === undefined) return rest
    const at = rest.indexOf(end, 2)
    if (at < 0) return rest
    rest = rest.slice(at + end.length).trimStart()
  }
}
