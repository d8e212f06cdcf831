import { getConnInfo } from '@hono/node-server/conninfo'
import type { OpenContext } from './route.ts'

/** The caller's address. What a header claims counts only for as many proxies as the operator has configured (A075). */
export function clientAddress({ house, raw }: OpenContext): string {
  const direct = getConnInfo(raw).remote.address ?? 'unknown'
  if (house.proxies === 0) return direct
  const claimed = (raw.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return claimed.at(-house.proxies) ?? direct
}
