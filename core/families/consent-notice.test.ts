import { expect, test } from 'vitest'
import { consentNoticeShape } from './consent-notice.ts'

const photo = {
  purpose: 'photo',
  title: { 'zh-CN': '拍照', en: 'Photos' },
  paragraphs: { 'zh-CN': ['我们想拍照。'], en: ['We would like to take photos.'] },
}

test('a notice without words, or in one language only, is none', () => {
  const reads = (purpose: object) =>
    consentNoticeShape.safeParse({ version: '1', purposes: [purpose] }).success
  expect(reads(photo)).toBe(true)
  expect(reads({ ...photo, paragraphs: { 'zh-CN': [], en: ['We would like to.'] } })).toBe(false)
  expect(reads({ ...photo, title: { 'zh-CN': '拍照' } })).toBe(false)
  expect(reads({ ...photo, title: { 'zh-CN': '拍照', en: '' } })).toBe(false)
})
