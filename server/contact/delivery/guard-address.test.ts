import { afterEach, describe, expect, test } from 'vitest'
import { openGateway, type LocalGateway } from '../../../testing/house/local-gateway.ts'
import { findTarget, isPublicAddress, readAddress, readHost, type Reach } from './guard-address.ts'
import { askGateway } from './guarded-request.ts'

const nowhere: Reach = { gateways: [], resolve: async () => [] }

describe('an address that stands in the open network [A095]', () => {
  test.each([
    '8.8.8.8',
    '114.114.114.114',
    '223.255.255.1',
    '2400:3200::1',
    '2606:4700:4700::1111',
  ])('%s may be reached', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.9.9.9'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.168.1.1'],
    ...['198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
    ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fe80::1%1'],
    ...['fc00::1', 'fd00:ec2::254', 'ff02::1', '64:ff9b::7f00:1', '64:ff9b:1::1', '100::1'],
    ...['2002:7f00:1::', '2002:0808:0808::', '2001::1', '2001:db8::1', '3fff::1', 'not one', ''],
  ])('%s may not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('an address as somebody types it [DLV-8]', () => {
  test.each([
    'https://sms.example/send',
    'https://sms.example:8443/send?key=1',
    'https://8.8.8.8/send',
    'HTTPS://SMS.example',
  ])('%s is one', (typed) => {
    expect(readAddress(typed, nowhere)?.named).toBe(false)
  })

  test.each([
    ...['http://sms.example/send', 'ftp://sms.example', 'file:///etc/passwd', 'sms.example', ''],
    ...[
      'https://me:secret@sms.example/',
      'https://sms.example@127.0.0.1/',
      'https://',
      '//a.example',
    ],
    ...['https://2130706433/', 'https://0177.0.0.1/', 'https://0x7f.1/', 'https://127.1/'],
    ...['https://%31%32%37.0.0.1/', 'https://１２７.0.0.1/', 'https://127。0。0。1/'],
    ...['https://[0:0:0:0:0:0:0:1]/', 'https://[::ffff:127.0.0.1]/', 'https://sms.example\\@evil/'],
    ...['https://sms.example/\r\nHost: evil', ' https://sms.example/', 'https://{phone}.example/'],
  ])('%j is none', (typed) => {
    expect(readAddress(typed, nowhere)).toBeNull()
  })

  test('http only to what the operator has named, by host and port', () => {
    const reach = { gateways: ['gateway.house:8080'] }
    expect(readAddress('http://Gateway.House:8080/send', reach)?.named).toBe(true)
    expect(readAddress('http://gateway.house/send', reach)).toBeNull()
    expect(readAddress('http://gateway.house:8081/send', reach)).toBeNull()
    expect(readAddress('http://gateway.house.evil:8080/send', reach)).toBeNull()
  })

  test.each([
    'mail.example',
    'smtp.qiye.example.cn',
    '8.8.8.8',
    'localhost',
  ])('%s is a mail server’s name', (typed) => {
    expect(readHost(typed)).toBe(typed)
  })
  test.each([
    '',
    '2130706433',
    '0x7f.1',
    '127.1',
    '0177.0.0.1',
    'a b',
    'mail.example:25',
    'me@x.y',
  ])('%j is none', (typed) => {
    expect(readHost(typed)).toBeNull()
  })
})

const gateways: LocalGateway[] = []
afterEach(async () => {
  for (const gateway of gateways.splice(0)) await gateway.close()
})
async function aGateway(): Promise<LocalGateway> {
  const gateway = await openGateway()
  gateways.push(gateway)
  return gateway
}

describe('where a name leads [A095]', () => {
  const to = (...addresses: readonly string[]): Reach => ({
    gateways: [],
    resolve: async () =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })

  test.each([
    ['127.0.0.1'],
    ['169.254.169.254'],
    ['::1'],
    ['8.8.8.8', '10.0.0.1'],
    ['64:ff9b::a9fe:a9fe'],
  ])('to %s nothing is sent', async (...addresses) => {
    const place = { host: 'sms.example', port: 443 }
    expect(await findTarget(to(...addresses), place)).toBe('refused')
  })

  test.each(['127.0.0.1', '[::1]', '169.254.169.254'])('nor to %s itself', async (host) => {
    expect(await findTarget(nowhere, { host, port: 443 })).toBe('refused')
  })

  test('a name that is looked up nowhere is not there', async () => {
    expect(await findTarget(nowhere, { host: 'sms.example', port: 443 })).toBe('notFound')
    const fails: Reach = { ...nowhere, resolve: () => Promise.reject(new Error('no server')) }
    expect(await findTarget(fails, { host: 'sms.example', port: 443 })).toBe('notFound')
  })

  test('a name that answers otherwise the second time is asked once, and the line goes to the first answer', async () => {
    const [public_, inside] = [await aGateway(), await aGateway()]
    let asked = 0
    const reach: Reach = {
      gateways: [`sms.house:${public_.port}`],
      resolve: async () => {
        asked += 1
        return [{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
      },
    }
    const url = `http://sms.house:${public_.port}/send`
    const answer = await askGateway(reach, { url, method: 'GET', headers: {}, body: null })
    expect(answer).toMatchObject({ came: 'answered', status: 200 })
    expect(asked).toBe(1)
    expect(public_.calls[0]?.headers['host']).toBe(`sms.house:${public_.port}`)
    expect(inside.calls).toEqual([])
  })

  test('a gateway that nobody named is not asked, whatever a name pretends', async () => {
    const inside = await aGateway()
    const reach = to('127.0.0.1')
    const url = `https://sms.example:${inside.port}/send`
    const asked = { url, method: 'GET', headers: {}, body: null } as const
    expect(await askGateway(reach, asked)).toEqual({ came: 'refused' })
    expect(inside.calls).toEqual([])
  })

  test('a redirect is not followed', async () => {
    const [first, second] = [await aGateway(), await aGateway()]
    first.reply = { status: 302, headers: { location: `http://127.0.0.1:${second.port}/meta` } }
    const reach: Reach = {
      ...nowhere,
      gateways: [`127.0.0.1:${first.port}`, `127.0.0.1:${second.port}`],
    }
    const url = `http://127.0.0.1:${first.port}/send`
    const answer = await askGateway(reach, { url, method: 'GET', headers: {}, body: null })
    expect(answer).toMatchObject({ came: 'answered', status: 302 })
    expect(second.calls).toEqual([])
  })
})
