import { expect, test } from 'vitest'
import { decided } from './cases/family-world.ts'
import { consentNoticeShape, mustAskAgain } from './consent-notice.ts'

const said = { 'zh-CN': ['好。'], en: ['Good.'] }
const photo = {
  purpose: 'photo',
  changedIn: '2',
  title: { 'zh-CN': '拍照', en: 'Photos' },
  paragraphs: { 'zh-CN': ['我们想拍照。'], en: ['We would like to take photos.'] },
  forChild: { 'zh-CN': '给你拍照。', en: 'We take your picture.' },
  picture: 'photo',
}
const asked = { opening: said, closing: said }
const noticeOf = (purpose: object, versions = ['1', '2', '3']) => ({
  version: '3',
  versions,
  call: asked,
  child: asked,
  caregiver: said,
  purposes: [purpose],
})
const reads = (notice: object) => consentNoticeShape.safeParse(notice).success

test('a notice without words, or in one language only, is none', () => {
  expect(reads(noticeOf(photo))).toBe(true)
  expect(
    reads(noticeOf({ ...photo, paragraphs: { 'zh-CN': [], en: ['We would like to.'] } })),
  ).toBe(false)
  expect(reads(noticeOf({ ...photo, title: { 'zh-CN': '拍照' } }))).toBe(false)
  expect(reads(noticeOf({ ...photo, title: { 'zh-CN': '拍照', en: '' } }))).toBe(false)
})

test('a notice knows its own version and every version in which something changed (FAM-44)', () => {
  expect(reads(noticeOf(photo, ['1', '3', '2']))).toBe(false)
  expect(reads(noticeOf({ ...photo, changedIn: '4' }))).toBe(false)
})

test('who agreed before the point changed is asked again, who agreed after or refused is not (FAM-44)', () => {
  const notice = consentNoticeShape.parse(noticeOf(photo))
  const asksAgain = (changes: object) =>
    mustAskAgain(decided({ purpose: 'photo', ...changes }), notice)
  expect(asksAgain({ textVersion: '1' })).toBe(true)
  expect(asksAgain({ textVersion: '2' })).toBe(false)
  expect(asksAgain({ textVersion: '3' })).toBe(false)
  expect(asksAgain({ textVersion: 'of long ago' })).toBe(true)
  expect(asksAgain({ textVersion: '1', decision: 'refused' })).toBe(false)
  expect(asksAgain({ textVersion: '1', withdrawnOn: '2026-03-02' })).toBe(false)
  expect(asksAgain({ textVersion: '1', purpose: 'group' })).toBe(false)
})
