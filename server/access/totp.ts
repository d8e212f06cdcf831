// One-time numbers by time, RFC 6238 over RFC 4226: HMAC-SHA-1, six digits, thirty seconds, as every authenticator app knows them.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const stepSeconds = 30
const digits = 6
/** RFC 4226 asks for 160 bits. */
const secretBytes = 20
/** A phone's clock may be one step off, to either side. */
const stepsAround = [-1, 0, 1] as const
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The secret as apps take it by hand: Base32 (RFC 4648), without padding. */
export function makeFactorSecret(): string {
  const bits = [...randomBytes(secretBytes)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)] ?? '').join('')
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

export function stepAt(milliseconds: number): number {
  return Math.floor(milliseconds / 1000 / stepSeconds)
}

export function numberAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const offset = (mac[mac.length - 1] ?? 0) & 0x0f
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/**
 * The step whose number this is, later than `lastStep`; null when there is none. Every step is computed and compared
 * whole, so that how long it takes says nothing.
 */
export function findStep(
  secret: string,
  typed: string,
  milliseconds: number,
  lastStep: number,
): number | null {
  const now = stepAt(milliseconds)
  const given = Buffer.from(typed.padEnd(digits, ' ').slice(0, digits))
  const found = stepsAround.map((around) => {
    const same = timingSafeEqual(Buffer.from(numberAt(secret, now + around)), given)
    return same && now + around > lastStep ? now + around : null
  })
  return found.find((step) => step !== null) ?? null
}

/** The address behind the QR code (the Key URI that apps share). */
export function factorAddress(secret: string, agencyName: string, loginName: string): string {
  const issuer = `Kiteline ${agencyName}`
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(loginName)}`
  const asked = new URLSearchParams({ secret, issuer }).toString().replaceAll('+', '%20')
  return `otpauth://totp/${label}?${asked}`
}
