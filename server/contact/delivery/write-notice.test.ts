// The sentences that go out, each purpose in each language.
import { beforeAll, describe, expect, test } from 'vitest'
import { linkPurposes, noticePurposes } from '../../../core/contact/delivery/notice.ts'
import { loadTexts } from '../../kit/texts.ts'
import { writeNotice } from './write-notice.ts'

let texts: Awaited<ReturnType<typeof loadTexts>>
beforeAll(async () => {
  texts = await loadTexts()
})

/** What would tell whoever looks over a shoulder that a family is served, by whom, and why. */
const telling = {
  'zh-CN':
    /留守|个案|案主|服务|帮扶|困境|家暴|虐待|侵害|监护|评估|测评|干预|心理|抑郁|隐患|举报|报告|档案|小组|社工|督导|老师|站|孩子|儿童|家长|父|母|爸|妈|爷|奶/u,
  en: /left[- ]behind|case|client|serv|assess|interven|abuse|neglect|violence|guardian|concern|risk|report|diagnos|mental|group|social|worker|supervis|child|parent|mother|father|famil|agency|station/i,
} as const

describe('the sentences [DLV-4, P23, A041]', () => {
  describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
    test.each(noticePurposes)('%s: a link, its last day, and nothing that tells', (purpose) => {
      const filled = { address: 'https://x.example/f/T', lastDay: '2026-09-01' }
      const text = writeNotice(purpose, language, texts, filled)
      const raw = texts(language)(`delivery:notice.${purpose}`, {
        ...{ address: '{{address}}', day: '{{day}}' },
      })
      expect(raw).not.toBe(`notice.${purpose}`)
      const placed = [...raw.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
      expect(placed).toEqual(purpose === 'test' ? [] : ['address', 'day'])
      expect(raw.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(telling[language])
      expect(text.includes(filled.address)).toBe(purpose !== 'test')
      for (const key of ['mailSubject', 'testSubject'])
        expect(texts(language)(`delivery:${key}`)).not.toMatch(telling[language])
    })
  })

  test('the list of telling words finds what it is for; no purpose is about a concern', () => {
    expect('小明的评估').toMatch(telling['zh-CN'])
    expect('about your child').toMatch(telling.en)
    expect(linkPurposes.filter((purpose) => /concern|report|safety/i.test(purpose))).toEqual([])
  })
})
