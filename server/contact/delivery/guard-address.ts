// Where the server may connect to: what somebody types into a setting must not make it knock at doors inside the house (A095).
import { lookup, Resolver } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'

export interface Resolved {
  readonly address: string
  readonly family: 4 | 6
}

/** What the operator of the machine decides; whoever sets an agency's settings cannot. */
export interface Reach {
  /** `host:port` of gateways inside the house: these may be private, and without a certificate. */
  readonly gateways: readonly string[]
  readonly resolve: (host: string) => Promise<readonly Resolved[]>
  /** A certificate authority of the house's own, beside those that Node knows. */
  readonly ca?: string
}

export interface Target {
  readonly host: string
  readonly port: number
  readonly address: Resolved
  readonly named: boolean
}

const refused4 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, reserved and broadcast.
  ['224.0.0.0', 3],
] as const)
  refused4.addSubnet(net, bits, 'ipv4')
// Where a large cloud answers its own machines about themselves.
refused4.addAddress('168.63.129.16', 'ipv4')

// IPv6 has one block that is routed in the world; of it these are no places of their own, or hold an IPv4 address.
const world6 = new BlockList()
world6.addSubnet('2000::', 3, 'ipv6')
const refused6 = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  refused6.addSubnet(net, bits, 'ipv6')

/** An address that stands in the open network. NAT64, mapped and local ones lie outside 2000::/3. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !refused4.check(address, 'ipv4')
  if (family !== 6 || address.includes('%')) return false
  return world6.check(address, 'ipv6') && !refused6.check(address, 'ipv6')
}

/**
 * Asks the name servers itself, with an end: the system's own look-up holds one of few threads for as long as a silent name server
 * keeps it, and the mail of every agency would wait behind (F41).
 */
export const resolveHost: Reach['resolve'] = async (host) => {
  // Names of this machine stand in its own list, not with a name server.
  if (host === 'localhost' || host.endsWith('.localhost')) return resolveLocal(host)
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = (one: PromiseSettledResult<string[]>, family: 4 | 6): readonly Resolved[] =>
    one.status === 'fulfilled' ? one.value.map((address) => ({ address, family })) : []
  return [...found(four, 4), ...found(six, 6)]
}

/** As the system knows it, its own list of names too: for places that the operator has named. */
async function resolveLocal(host: string): Promise<readonly Resolved[]> {
  const found = await lookup(host, { all: true, verbatim: true })
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }))
}

function isNamed({ gateways }: Reach, host: string, port: number): boolean {
  const wanted = `${host}:${port}`.toLowerCase()
  return gateways.some((one) => one.toLowerCase() === wanted)
}

export interface Place {
  readonly url: URL
  readonly port: number
  readonly named: boolean
}

/** The address as it was typed, or null: not https, with a password in it, or a number that is written so as not to look like one. */
export function readAddress(typed: string, reach: Pick<Reach, 'gateways'>): Place | null {
  // The host as it was typed: a URL turns 2130706433, 0x7f.1 and 0177.0.0.1 into 127.0.0.1.
  const parts = /^(https?):\/\/([^/?#\\@\s{}]+)([/?#]|$)/i.exec(typed)
  if (parts === null || /[\s\\\p{Cc}]/u.test(typed) || !URL.canParse(typed)) return null
  const url = new URL(typed)
  const said = (parts[2] ?? '').replace(/:\d*$/, '').toLowerCase()
  if (/^[\d.]+$|^\[/.test(url.hostname) && url.hostname !== said) return null
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
  const named = isNamed({ ...reach, resolve: resolveHost }, url.hostname, port)
  return url.protocol === 'https:' || named ? { url, port, named } : null
}

/** A mail server's name as it was typed, or null. */
export function readHost(typed: string): string | null {
  const host = typed.trim().toLowerCase()
  if (isIP(host) !== 0) return host
  const labels = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/
  return labels.test(host) ? host : null
}

/**
 * Looked up once, and the connection is made to what was found: a name that answers otherwise the second time changes nothing.
 * One refused address among several refuses the name.
 */
export async function findTarget(
  reach: Reach,
  place: { readonly host: string; readonly port: number },
): Promise<Target | 'notFound' | 'refused'> {
  const host = place.host.replaceAll(/^\[|\]$/g, '')
  const named = isNamed(reach, place.host, place.port)
  const found = await resolveNow(reach, host, named)
  const [address] = found
  if (address === undefined) return 'notFound'
  if (!named && !found.every((one) => isPublicAddress(one.address))) return 'refused'
  return { host, port: place.port, address, named }
}

async function resolveNow(
  reach: Reach,
  host: string,
  named: boolean,
): Promise<readonly Resolved[]> {
  const family = isIP(host)
  if (family === 4 || family === 6) return [{ address: host, family }]
  try {
    return await (named && reach.resolve === resolveHost ? resolveLocal(host) : reach.resolve(host))
  } catch {
    return []
  }
}
