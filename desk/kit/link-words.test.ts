import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const places = [
  'access:link.answerWords',
  'access:link.consentWords',
  'access:link.mailSubject',
  'contact:link.message',
  'families:link.message',
  'groupwork:tasks.linkWords',
  'inquiry:link.message',
  'rights:ownPage.message',
] as const

/** What would tell whoever looks over a shoulder that a family is served, and why. */
const telling = {
  'zh-CN':
    /留守|个案|案主|服务对象|帮扶|困境|家暴|虐待|侵害|监护|评估|干预|问题儿童|心理|抑郁|隐患|举报|强制报告|档案|小组/u,
  en: /left[- ]behind|\bcase|client|assess|intervention|abuse|neglect|violence|guardian|concern|risk|report|diagnos|mental|\bgroup/i,
} as const
/** The only things filled in: who writes, where to, until when. */
const allowed = new Set(['agency', 'worker', 'address', 'day'])

function readWords(language: string, place: string): string {
  const [room = '', path = ''] = place.split(':')
  const file: unknown = JSON.parse(
    readFileSync(new URL(`../../content/texts/${language}/${room}.json`, import.meta.url), 'utf8'),
  )
  const found = path
    .split('.')
    .reduce<unknown>((at, step) => z.record(z.string(), z.unknown()).parse(at)[step], file)
  return z.string().parse(found)
}

describe('words that go out with a link', () => {
  describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
    test.each(
      places,
    )('%s names nobody of the family and says nothing of a case [DLV-1]', (place) => {
      const words = readWords(language, place)
      const filled = [...words.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
      expect(filled.filter((name) => !allowed.has(name))).toEqual([])
      expect(words.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(telling[language])
    })
  })

  test('the list of telling words finds what it is for', () => {
    expect('小明的个案评估').toMatch(telling['zh-CN'])
    expect('about your child’s case').toMatch(telling.en)
  })
})
