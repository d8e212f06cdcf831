import { readFileSync } from 'node:fs'
import type { PictureId } from '../../core/kit/pictures.ts'

const folder = new URL('../../content/pictures/', import.meta.url)
const read = new Map<PictureId, string>()

/** The lines of one of our drawings, without its frame and name, to stand inside a page; each file is read once. */
export function readDrawing(id: PictureId): string {
  const known = read.get(id)
  if (known !== undefined) return known
  const file = readFileSync(new URL(`${id}.svg`, folder), 'utf8')
  const lines = file.replace(/^[\s\S]*?<\/title>/, '').replace(/<\/svg>\s*$/, '')
  read.set(id, lines)
  return lines
}
