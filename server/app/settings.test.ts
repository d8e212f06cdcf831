import { expect, test } from 'vitest'
import { readSettings, UsageTrouble } from './settings.ts'

test.each([
  ['an option that does not exist', ['--bogus']],
  [
    'a passphrase on the command line, which every user of the machine can read',
    ['--passphrase', 'x'],
  ],
  ['a port that is none', ['--port', 'x']],
  ['a gateway without a port', ['--gateways', 'sms.house']],
  ['a certificate that is none', ['--gateway-ca', import.meta.filename]],
])('%s is told in one line and not taken', (_what, args) => {
  expect(() => readSettings(['start', ...args], {})).toThrow(UsageTrouble)
})

test('an option goes before the environment, and the environment before the default', () => {
  expect(readSettings(['start'], {}).port).toBe(4600)
  expect(readSettings(['start'], { KITELINE_PORT: '5000' }).port).toBe(5000)
  expect(readSettings(['start', '--port', '5001'], { KITELINE_PORT: '5000' }).port).toBe(5001)
})

test('gateways inside the house are named by host and port, several with commas', () => {
  expect(readSettings(['start'], {}).gateways).toEqual([])
  const named = { KITELINE_GATEWAYS: 'SMS.house:8080, 127.0.0.1:9000,[::1]:25' }
  expect(readSettings(['start'], named).gateways).toEqual([
    'sms.house:8080',
    '127.0.0.1:9000',
    '[::1]:25',
  ])
})
