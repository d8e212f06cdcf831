import MimeNode from 'nodemailer/lib/mime-node'
import type { OutgoingNotice } from './adapter.ts'

/** A plain letter of one part; its number is the notice's, so that a mail server can tell a repeated one. */
export function writeMail(from: string, to: string, notice: OutgoingNotice): Promise<Buffer> {
  const domain = from.slice(from.lastIndexOf('@') + 1)
  const letter = new MimeNode('text/plain; charset=utf-8', {
    ...{ hostname: domain, textEncoding: 'B' },
  })
  letter.setHeader({
    from,
    to,
    subject: notice.subject,
    'message-id': `<${notice.id}@${domain}>`,
    'auto-submitted': 'auto-generated',
  })
  letter.setContent(`${notice.text}\r\n`)
  return letter.build()
}
