import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { guardWordPackage } from '../../server/paperwork/guard-word-package.ts'

/** The plain words of a paper that the server handed over; throws what it answered where it handed over none. */
export async function readPaperWords(answer: {
  readonly status: number
  readonly body: unknown
}): Promise<string> {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const { word } = z.object({ word: z.base64() }).parse(answer.body)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<[^>]*>/g, '')
}
