import { Buffer } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'

const handedShape = z.looseObject({ word: z.base64() })

/** Every part of a Word file that was handed over, by its name: what a person could find in it, and what they could not. */
export function partsOfWord(body: unknown): ReadonlyMap<string, string> {
  const { word } = handedShape.parse(body)
  const parts = unzipSync(new Uint8Array(Buffer.from(word, 'base64')))
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes, true)]))
}

/** Its words, a line per paragraph. */
export function wordsOfWord(body: unknown): string {
  const xml = Buffer.from(partsOfWord(body).get('word/document.xml') ?? '', 'latin1').toString()
  return xml.replace(/<\/w:p>|<w:br\/>/g, '\n').replace(/<[^>]*>/g, '')
}
