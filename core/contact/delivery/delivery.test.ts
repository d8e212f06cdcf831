import { describe, expect, test } from 'vitest'
import { type EmailChannel, fillTemplate, refuseChannel, type SmsChannel } from './channel.ts'
import { maskReach, readMailAddress, readNumber } from './reach.ts'

describe('a number as somebody wrote it down [DLV-5]', () => {
  test.each([
    ['13900001111', '13900001111'],
    [' 139 0000 1111 ', '13900001111'],
    ['139-0000-1111', '13900001111'],
    ['+86 139 0000 1111', '+8613900001111'],
    ['（0731）8888 0000', '073188880000'],
    ['１３９００００１１１１', '13900001111'],
  ])('%s is one', (written, number) => {
    expect(readNumber(written)).toBe(number)
  })

  test.each([
    '',
    '139',
    '13900001111/13800000000',
    '13900001111 妈妈',
    '13900001111、',
    '没有',
  ])('%j is not one number', (written) => {
    expect(readNumber(written)).toBeNull()
  })

  test.each([
    ['chen.fang@mail.example', 'chen.fang@mail.example'],
    [' 12345@qq.example ', '12345@qq.example'],
  ])('%s is an address', (written, address) => {
    expect(readMailAddress(written)).toBe(address)
  })

  test.each([
    ...['', 'chen', 'chen@', '@x.example', 'a@b@c.example', 'a b@c.example', 'a@c'],
    ...[
      'a@c.example, b@c.example',
      'a@c.example\r\nBcc: all@x.example',
      '<a@c.example>',
      'a@127.0.0.1',
    ],
  ])('%j is not one address', (written) => {
    expect(readMailAddress(written)).toBeNull()
  })

  test.each([
    ['13900001111', '…1111'],
    ['12345', '…45'],
    ['chenfang@mail.example', '…ang@…'],
    ['ab@mail.example', '…b@…'],
    ['a@mail.example', '…@…'],
  ])('of %s the log keeps %s', (reach, masked) => {
    expect(maskReach(reach)).toBe(masked)
  })
})

describe('what can be seen to be wrong in a setting [DLV-9]', () => {
  const sms: SmsChannel = {
    kind: 'sms',
    url: 'https://sms.example/send',
    method: 'POST',
    headers: [],
    body: '{"to":"{phone}","text":"{text}"}',
    contentType: 'json',
    goodAnswer: '',
  }
  const refusedAs = (change: Partial<SmsChannel>) => refuseChannel({ ...sms, ...change })?.id

  test('a whole one is taken, and {text} in the address counts', () => {
    expect(refuseChannel(sms)).toBeNull()
    const url = 'https://sms.example/send?m={phone}&c={text}'
    expect(refuseChannel({ ...sms, url, method: 'GET', body: '' })).toBeNull()
  })

  test.each<[string, Partial<SmsChannel>, string]>([
    ['no number', { body: '{"text":"{text}"}' }, 'DeliveryTemplateWithout'],
    ['no text', { body: '{"to":"{phone}"}' }, 'DeliveryTemplateWithout'],
    ['a GET whose words stand in the body', { method: 'GET' }, 'DeliveryTemplateWithout'],
    ['half a JSON', { body: '{"to":"{phone}","text":"{text}"' }, 'DeliveryBodyNotJson'],
    ['a text outside quotes', { body: '{"to":{phone},"text":{text}}' }, 'DeliveryBodyNotJson'],
    [
      'two requests in one',
      { headers: [{ name: 'Host', value: 'x' }] },
      'DeliveryHeaderNotAllowed',
    ],
    ['a line break', { headers: [{ name: 'x', value: 'a\r\nb: c' }] }, 'DeliveryHeaderNotAllowed'],
    ['a name with a space', { headers: [{ name: 'x y', value: '' }] }, 'DeliveryHeaderNotAllowed'],
  ])('%s', (_, change, id) => {
    expect(refusedAs(change)).toBe(id)
  })

  test('a password without a secured line [DLV-10]', () => {
    const mail: EmailChannel = {
      kind: 'email',
      host: 'mail.example',
      port: 25,
      secure: 'none',
      user: 'me',
      password: '',
      from: 'me@mail.example',
    }
    expect(refuseChannel({ ...mail, password: 'x' })?.id).toBe('PasswordNeedsSecureLine')
    expect(refuseChannel({ ...mail, password: '' })).toBeNull()
    expect(refuseChannel({ ...mail, password: 'x', secure: 'startTls' })).toBeNull()
  })

  test('what is filled in is not read as a template again', () => {
    const values = { phone: '{text}', text: '$& {phone}' }
    expect(fillTemplate('{phone}|{text}', values, (word) => word)).toBe('{text}|$& {phone}')
  })
})
