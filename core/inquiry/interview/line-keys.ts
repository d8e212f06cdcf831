// Lines of a transcript are kept under keys that sort as the lines stand, so that a line written in between moves no other.
import { assert } from '../../kit/outcome.ts'

const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
const head = 'k'

const width = 4

/** Keys for a text that is written down in one go, with room before, between and after them. */
export function firstKeys(count: number): readonly string[] {
  return keysAfter(null, count)
}

/** Keys for lines that go on behind the last one (null: there is none). */
export function keysAfter(last: string | null, count: number): readonly string[] {
  const from = last === null ? 0 : Number.parseInt(last.slice(head.length).slice(0, width), 36)
  return Array.from(
    { length: count },
    (_, index) => head + (from + index + 1).toString(digits.length).padStart(width, '0'),
  )
}

/** A key that sorts after `before` (null: the beginning) and before `after`. */
export function keyBetween(before: string | null, after: string): string {
  const low = before ?? head
  assert(low < after, `no room between ${low} and ${after}`)
  let key = ''
  let high: string | null = after
  for (let at = 0; ; at += 1) {
    const floor = Math.max(0, digits.indexOf(low[at] ?? '0'))
    const ceiling = high === null ? digits.length : digits.indexOf(high[at] ?? '0')
    if (floor === ceiling) {
      key += digits[floor] ?? '0'
      continue
    }
    const middle = Math.floor((floor + ceiling) / 2)
    if (middle > floor) return key + (digits[middle] ?? '0')
    key += digits[floor] ?? '0'
    high = null
  }
}
