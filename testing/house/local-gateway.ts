// A gateway on this machine: it keeps what it was asked, and answers as a test wants, or never.
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Certificate } from './make-certificate.ts'

export interface GatewayCall {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: string
}

export type GatewayReply =
  | 'silence'
  | 'breakOff'
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> }

export interface LocalGateway {
  readonly port: number
  readonly calls: readonly GatewayCall[]
  /** How it answers from now on. */
  reply: GatewayReply
  readonly close: () => Promise<void>
}

export async function openGateway(
  reply: GatewayReply = { status: 200, body: '{"code":0}' },
  certificate: Certificate | null = null,
): Promise<LocalGateway> {
  const calls: GatewayCall[] = []
  const sockets = new Set<Socket>()
  const gateway = { calls, reply, port: 0, close: () => Promise.resolve() }
  const listen: RequestListener = (request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request
      calls.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') })
      const answer = gateway.reply
      if (answer === 'silence') return
      if (answer === 'breakOff') {
        request.socket.destroy()
        return
      }
      response.writeHead(answer.status, answer.headers)
      response.end(answer.body ?? '')
    })
  }
  const server =
    certificate === null ? createServer(listen) : createSecureServer({ ...certificate }, listen)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = readAddress(server.address())
  gateway.port = port
  gateway.close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(() => resolve()))
  }
  return gateway
}

function readAddress(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address
}
