import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { email } from './email.ts'

test.each([
  'startTls',
  'tls',
  'none',
] as const)('a mail server that hangs up at once (%s) is a letter that did not leave, and ends nothing of ours [DLV-7]', async (secure) => {
  const server = createServer((socket) => socket.resetAndDestroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const own = { user: '', password: '', from: 'a@mail.example' }
  const adapter = email(
    { kind: 'email', host: 'mail.example', port, secure, ...own },
    {
      gateways: [`mail.example:${port}`],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    },
    3,
  )
  const notice = {
    ...{ id: '0198a000-0000-7000-8000-000000000001', phone: null, email: 'b@mail.example' },
    ...{ text: '请打开链接', subject: '青山镇社工站', language: 'zh-CN' as const },
  }
  // An error that nobody hears would end this process, and with it every agency's.
  for (let letter = 0; letter < 60; letter += 1)
    expect(await adapter.send(notice)).toMatchObject({ state: 'failed' })
  server.close()
})
