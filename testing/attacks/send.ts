// Requests as an attacker writes them: any method, any header, any bytes.
import type { TestHouse } from '../house/open-test-house.ts'

export interface Sent {
  readonly status: number
  readonly text: string
  readonly headers: Headers
}

export interface RawRequest {
  readonly method?: string
  readonly path: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream
  readonly address?: string
}

export const ownHeaders = { 'content-type': 'application/json', 'x-kiteline': '1' } as const

/** Sends exactly this; nothing is added but the cookie. */
export async function sendRaw(house: TestHouse, request: RawRequest): Promise<Sent> {
  const { cookie, body } = request
  const init = {
    method: request.method ?? 'GET',
    headers: { ...request.headers, ...(cookie === undefined ? {} : { cookie }) },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  }
  const response = await house.app.request(request.path, init, {
    incoming: { socket: { remoteAddress: request.address ?? '127.0.0.1' } },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** A well-formed request of the desk. */
export function sendJson(
  house: TestHouse,
  path: string,
  body: unknown,
  cookie?: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  return sendRaw(house, {
    method: 'POST',
    path,
    body: JSON.stringify(body),
    headers: { ...ownHeaders, ...headers },
    ...(cookie === undefined ? {} : { cookie }),
  })
}
