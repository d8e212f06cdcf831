// E-mail by the agency's own mail server. Each step is taken by itself, so that it is known whether the letter was handed over.
import { connect, isIP, type Socket } from 'node:net'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { readMailAddress } from '../../../core/contact/delivery/reach.ts'
import type { EmailChannel } from '../../../core/contact/delivery/channel.ts'
import { failed, sent, unknown, type DeliveryAdapter, type DeliveryOutcome } from './adapter.ts'
import { findTarget, readHost, type Reach, type Target } from './guard-address.ts'
import { writeMail } from './write-mail.ts'

const mostSeconds = 20
const connectSeconds = 10

export function email(channel: EmailChannel, reach: Reach, seconds = mostSeconds): DeliveryAdapter {
  return {
    send: async (notice) => {
      const from = readMailAddress(channel.from)
      const host = readHost(channel.host)
      const { email: to } = notice
      if (host === null) return failed('addressRefused')
      if (from === null || to === null) return failed('refusedByGateway')
      // DLV-10: also on the way to a machine of the house, and whatever an older setting says.
      if (channel.password !== '' && channel.secure === 'none') return failed('noSecureLine')
      // Written before the line stands: between opening it and speaking nothing else waits.
      const mail = await writeMail(from, to, notice)
      const endsAt = Date.now() + seconds * 1000
      const left = () => Math.max(1, endsAt - Date.now()) / 1000
      const target = await within(
        left(),
        findTarget(reach, { host: host.includes(':') ? `[${host}]` : host, port: channel.port }),
      )
      if (target === null || target === 'notFound') return failed('notConnected')
      if (target === 'refused' || (channel.secure === 'none' && !target.named))
        return failed('addressRefused')
      const socket = await openSocket(target, Math.min(left(), connectSeconds))
      if (socket === null || socket.destroyed) return failed('notConnected')
      return handOver({ socket, target, channel, reach, seconds: left() }, { from, to: [to] }, mail)
    },
  }
}

/** null when it took longer. */
function within<Value>(seconds: number, work: Promise<Value>): Promise<Value | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), seconds * 1000)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function openSocket({ address, port }: Target, seconds: number): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: address.address, family: address.family, port })
    const timer = setTimeout(() => end(null), seconds * 1000)
    const end = (value: Socket | null): void => {
      clearTimeout(timer)
      if (value === null) socket.destroy()
      resolve(value)
    }
    // It stays: a line that is reset before anybody else listens must not end the server.
    socket.on('error', () => undefined)
    socket.once('connect', () => end(socket))
    socket.once('error', () => end(null))
  })
}

interface Line {
  readonly socket: Socket
  readonly target: Target
  readonly channel: EmailChannel
  readonly reach: Reach
  readonly seconds: number
}

interface Envelope {
  readonly from: string
  readonly to: string[]
}

function openLine({ socket, target, channel, reach, seconds }: Line): SMTPConnection {
  const milliseconds = seconds * 1000
  const { secure, from } = channel
  return new SMTPConnection({
    connection: socket,
    ...{ host: target.host, port: target.port },
    // Not what this machine is called.
    name: from.slice(from.lastIndexOf('@') + 1),
    secure: secure === 'tls',
    ...(secure === 'startTls' ? { requireTLS: true } : {}),
    ...(secure === 'none' ? { ignoreTLS: true } : {}),
    ...{ connectionTimeout: milliseconds, greetingTimeout: milliseconds },
    ...{ socketTimeout: milliseconds, socketCloseTimeout: 0, maxResponseSize: 64 * 1024 },
    tls: {
      minVersion: 'TLSv1.2',
      ...(isIP(target.host) === 0 ? { servername: target.host } : {}),
      ...(reach.ca === undefined ? {} : { ca: reach.ca }),
    },
  })
}

type Step = 'greeting' | 'signIn' | 'letter'

/** Until the letter is on its way a trouble means that it did not leave; from then on only the server's own word counts. */
function handOver(line: Line, envelope: Envelope, mail: Buffer): Promise<DeliveryOutcome> {
  const connection = openLine(line)
  const { user, password, secure } = line.channel
  return new Promise((resolve) => {
    const at: { step: Step } = { step: 'greeting' }
    const timer = setTimeout(
      () => end(judgeTrouble(at.step, 'ETIMEDOUT', null)),
      line.seconds * 1000,
    )
    const end = (outcome: DeliveryOutcome): void => {
      clearTimeout(timer)
      resolve(outcome)
      if (outcome.state === 'sent') connection.quit()
      else connection.close()
    }
    const stumble = (trouble: unknown): void => {
      const { code, responseCode } = readTrouble(trouble)
      // A line that is to be secured from its first byte counts as such before it is.
      const isOpen = secure === 'tls' ? code !== 'EPROTOCOL' : !connection.secure
      const unsecured = at.step === 'greeting' && secure !== 'none' && isOpen
      end(
        unsecured && code !== 'ETIMEDOUT'
          ? failed('noSecureLine')
          : judgeTrouble(at.step, code, responseCode),
      )
    }
    const sendLetter = (): void => {
      at.step = 'letter'
      connection.send(envelope, mail, (trouble) => (trouble ? stumble(trouble) : end(sent)))
    }
    connection.on('error', stumble)
    connection.on('end', () => stumble(null))
    connection.connect(() => {
      if (secure !== 'none' && !connection.secure) return end(failed('noSecureLine'))
      if (user === '' && password === '') return sendLetter()
      at.step = 'signIn'
      const signIn = { user, pass: password }
      connection.login(signIn, (trouble) => (trouble ? stumble(trouble) : sendLetter()))
    })
  })
}

function readTrouble(trouble: unknown): {
  readonly code: string
  readonly responseCode: number | null
} {
  const known = typeof trouble === 'object' && trouble !== null ? trouble : {}
  const code = 'code' in known && typeof known.code === 'string' ? known.code : ''
  const said = 'responseCode' in known ? known.responseCode : null
  return { code, responseCode: typeof said === 'number' ? said : null }
}

function judgeTrouble(step: Step, code: string, responseCode: number | null): DeliveryOutcome {
  const late = code === 'ETIMEDOUT'
  if (step === 'greeting') return failed(late ? 'timeOut' : 'brokenOff')
  if (step === 'signIn') return failed(late ? 'timeOut' : 'signInRefused')
  const refused = code === 'EENVELOPE' || (code === 'EMESSAGE' && responseCode !== null)
  if (!refused) return unknown(late ? 'timeOut' : 'brokenOff')
  return failed(
    responseCode !== null && responseCode < 500 ? 'troubleAtGateway' : 'refusedByGateway',
  )
}
