import { Buffer } from 'node:buffer'
import { Document, Packer, Paragraph } from 'docx'
import { expect, it, vi } from 'vitest'
import { settleZipDates } from './settle-zip-dates.ts'

async function packOn(day: string): Promise<Uint8Array> {
  vi.setSystemTime(new Date(`${day}T10:00:00Z`))
  const children = [new Paragraph('one')]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

it('leaves no hour in an archive, so that only its content makes its bytes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const [first, second] = [await packOn('2026-01-02'), await packOn('2026-03-04')]
  vi.useRealTimers()
  const dates = (zip: Uint8Array): string => Buffer.from(zip.subarray(10, 14)).toString('hex')
  expect(dates(first)).not.toBe(dates(second))
  settleZipDates(first)
  settleZipDates(second)
  expect(dates(first)).toBe('00002100')
  expect(dates(second)).toBe('00002100')
})
