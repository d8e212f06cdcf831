// As much of a mail server as the tests ask of one: greeting, STARTTLS, sign-in, one letter.
import { createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './make-certificate.ts'

export interface MailOptions {
  /** From the first byte, offered, or not at all. */
  readonly tls: 'always' | 'offered' | 'never'
  readonly certificate: Certificate
  /** What it answers at a step instead of what it would; `silence` never answers there, `breakOff` hangs up. */
  readonly at?: Readonly<Partial<Record<'AUTH' | 'RCPT' | 'letter', string>>>
}

export interface LocalMailServer {
  readonly port: number
  /** Everything that came, in the order in which it came, with the letters. */
  readonly lines: readonly string[]
  readonly letters: readonly string[]
  readonly close: () => Promise<void>
}

export async function openMailServer(options: MailOptions): Promise<LocalMailServer> {
  const lines: string[] = []
  const letters: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    const first = options.tls === 'always' ? secure(socket, options.certificate) : socket
    first.write('220 mail.test ready\r\n')
    talk(first, options, { lines, letters })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    lines,
    letters,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function secure(socket: Socket, certificate: Certificate): TLSSocket {
  const line = new TLSSocket(socket, { isServer: true, ...certificate })
  line.on('error', () => undefined)
  return line
}

interface Kept {
  readonly lines: string[]
  readonly letters: string[]
}

function talk(socket: Socket, options: MailOptions, kept: Kept): void {
  let rest = ''
  let letter: string | null = null
  const say = (step: string, usual: string): void => {
    const other = Object.entries(options.at ?? {}).find(([name]) => name === step)?.[1]
    if (other === 'silence') return
    if (other === 'breakOff') socket.destroy()
    else socket.write(`${other ?? usual}\r\n`)
  }
  const hear = (line: string): void => {
    if (letter !== null) {
      if (line === '.') {
        kept.letters.push(letter)
        letter = null
        say('letter', '250 taken')
      } else letter += `${line}\n`
      return
    }
    kept.lines.push(line)
    const [word = ''] = line.toUpperCase().split(' ')
    if (word === 'EHLO') {
      const offers = options.tls === 'offered' && !(socket instanceof TLSSocket)
      socket.write(`250-mail.test\r\n${offers ? '250-STARTTLS\r\n' : ''}250 AUTH PLAIN\r\n`)
    } else if (word === 'STARTTLS') {
      // As a server without it answers, or one between that took the offer away.
      if (options.tls !== 'offered') socket.write('454 not now\r\n')
      else {
        socket.removeAllListeners('data')
        socket.write('220 go on\r\n')
        talk(secure(socket, options.certificate), options, kept)
      }
    } else if (word === 'AUTH') say('AUTH', '235 welcome')
    else if (word === 'RCPT') say('RCPT', '250 fine')
    else if (word === 'DATA') {
      letter = ''
      socket.write('354 go on\r\n')
    } else if (word === 'QUIT') socket.end('221 bye\r\n')
    else socket.write('250 fine\r\n')
  }
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('utf8')
    const whole = rest.split('\r\n')
    rest = whole.pop() ?? ''
    for (const line of whole) hear(line)
  })
}
