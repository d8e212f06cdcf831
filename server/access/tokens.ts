import { createHash, randomBytes } from 'node:crypto'

/** An opaque secret of 192 bits; only its hash is stored. */
export function makeToken(): string {
  return randomBytes(24).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

// No 0/O, 1/I/L: read aloud over the telephone or copied from paper.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** A code for paper: five groups of four, about 99 bits. */
export function makePaperCode(): string {
  return drawGroups(5)
}

/** One of ten on a card: three groups of four, about 59 bits; good only beside a password, and once. */
export function makeShortCode(): string {
  return drawGroups(3)
}

function drawGroups(groups: number): string {
  const drawn: string[] = []
  while (drawn.length < 4 * groups) {
    const byte = randomBytes(1)[0] ?? 255
    if (byte < letters.length * 8) drawn.push(letters[byte % letters.length] ?? '')
  }
  const starts = Array.from({ length: groups }, (_, nth) => 4 * nth)
  return starts.map((from) => drawn.slice(from, from + 4).join('')).join('-')
}

export function tidyPaperCode(typed: string): string {
  return (typed.toUpperCase().match(/[0-9A-Z]/g) ?? []).join('').replace(/(.{4})(?=.)/g, '$1-')
}
