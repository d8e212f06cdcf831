// The cards as they stand in content, packed with the program: they are shown where there is no network.
import { type Card, cardFamilies, readCards } from '../../../core/contact/cards/index.ts'
import { assert } from '../../../core/kit/outcome.ts'

const files = import.meta.glob<unknown>('../../../content/cards/*.yaml', {
  query: '?json',
  import: 'default',
  eager: true,
})

let read: readonly Card[] | null = null

export function shippedCards(): readonly Card[] {
  if (read !== null) return read
  const found = readCards(Object.entries(files).map(([name, data]) => ({ name, data })))
  assert(found.ok, 'content/cards cannot be read')
  // As a conversation goes, not as the files are called.
  read = found.value.toSorted(
    (left, right) => cardFamilies.indexOf(left.family) - cardFamilies.indexOf(right.family),
  )
  return read
}
