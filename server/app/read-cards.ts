// The cards as they stand in content, for pages that the server writes; read once.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type Card, readCards } from '../../core/contact/cards/index.ts'

const folder = new URL('../../content/cards/', import.meta.url)
let known: readonly Card[] | null = null

export function readShippedCards(): readonly Card[] {
  if (known !== null) return known
  const read = readCards(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ name, data: parse(readFileSync(new URL(name, folder), 'utf8')) })),
  )
  if (!read.ok) throw new Error(`content/cards: ${JSON.stringify(read.refusal.details)}`)
  known = read.value
  return known
}
