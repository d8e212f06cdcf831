// One request to a gateway: to a checked address, without redirects, with an end in time and in size.
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { findTarget, readAddress, type Reach, type Target } from './guard-address.ts'

export const mostSeconds = 10
const mostAnswer = 64 * 1024

export interface GatewayRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** `lost`: something had been sent and no whole answer came, so nobody knows what the other side did. */
export type GatewayAnswer =
  | {
      readonly came: 'answered'
      readonly status: number
      readonly text: string
      readonly whole: boolean
    }
  | { readonly came: 'notConnected' }
  /** Somebody answered there, and could not show a certificate of that name. */
  | { readonly came: 'notSecured' }
  | { readonly came: 'refused' }
  | { readonly came: 'lost'; readonly why: 'timeOut' | 'brokenOff' }

export async function askGateway(
  reach: Reach,
  asked: GatewayRequest,
  seconds = mostSeconds,
): Promise<GatewayAnswer> {
  const place = readAddress(asked.url, reach)
  if (place === null) return { came: 'refused' }
  const endsAt = Date.now() + seconds * 1000
  const late = new Promise<'late'>((resolve) => {
    setTimeout(() => resolve('late'), seconds * 1000).unref()
  })
  const { url, port } = place
  const target = await Promise.race([findTarget(reach, { host: url.hostname, port }), late])
  if (target === 'late' || target === 'notFound') return { came: 'notConnected' }
  if (target === 'refused') return { came: 'refused' }
  return exchange(reach, url, target, asked, endsAt)
}

function optionsFor(
  reach: Reach,
  url: URL,
  target: Target,
  { method, headers, body }: GatewayRequest,
): RequestOptions & { readonly ca?: string; readonly servername?: string } {
  const { address, family } = target.address
  const found: LookupFunction = (_host, { all }, done) =>
    all === true ? done(null, [{ address, family }]) : done(null, address, family)
  return {
    ...{ host: target.host, port: target.port, method, path: `${url.pathname}${url.search}` },
    headers: {
      ...headers,
      host: url.host,
      'accept-encoding': 'identity',
      connection: 'close',
      ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
    },
    lookup: found,
    agent: false,
    ...(reach.ca === undefined ? {} : { ca: reach.ca }),
  }
}

function exchange(
  reach: Reach,
  url: URL,
  target: Target,
  asked: GatewayRequest,
  endsAt: number,
): Promise<GatewayAnswer> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:'
    const ask = isSecure ? requestSecure : requestPlain
    // Nothing of the request leaves before the line stands, with its certificate where there is one.
    let reached = false
    let connected = false
    let late = false
    const request = ask(optionsFor(reach, url, target, asked))
    const timer = setTimeout(
      () => {
        late = true
        request.destroy()
        settle(lost('timeOut'))
      },
      Math.max(1, endsAt - Date.now()),
    )
    const settle = (answer: GatewayAnswer): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    const lost = (why: 'timeOut' | 'brokenOff'): GatewayAnswer =>
      connected
        ? { came: 'lost', why }
        : { came: reached && isSecure && !late ? 'notSecured' : 'notConnected' }
    request.on('socket', (socket) => {
      socket.once('connect', () => {
        reached = true
      })
      socket.once(isSecure ? 'secureConnect' : 'connect', () => {
        connected = true
      })
    })
    request.on('error', () => settle(lost(late ? 'timeOut' : 'brokenOff')))
    request.on('response', (response) => {
      readAnswer(response).then(settle, () => settle(lost(late ? 'timeOut' : 'brokenOff')))
    })
    request.end(asked.body ?? undefined)
  })
}

async function readAnswer(response: IncomingMessage): Promise<GatewayAnswer> {
  const chunks: Uint8Array[] = []
  let size = 0
  let whole = true
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk)
    size += bytes.byteLength
    if (size > mostAnswer) {
      whole = false
      break
    }
    chunks.push(bytes)
  }
  response.destroy()
  const text = Buffer.concat(chunks).toString('utf8')
  return { came: 'answered', status: response.statusCode ?? 0, text, whole }
}
