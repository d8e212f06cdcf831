import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { paperForms } from '../../core/paperwork/papers/paper-forms.ts'
import { guardWordPackage } from './guard-word-package.ts'
import { readDefaultTemplate } from './render-document.ts'

/** What is written so in Chinese too. */
const alsoChinese = /Kiteline/g

/** What stands on the form itself, with its head and foot, without the fields that data fill. */
async function readLabels(bytes: Uint8Array): Promise<string> {
  const guarded = await guardWordPackage(bytes)
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const labels: string[] = []
  for (const name of ['word/document.xml', 'word/header1.xml', 'word/footer1.xml']) {
    const chunks: Buffer[] = []
    for await (const chunk of guarded.value.read(name)) chunks.push(chunk)
    const xml = Buffer.concat(chunks).toString('utf8')
    const texts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<\/w:p>/g)]
    labels.push(texts.map(([, text = '\n']) => text).join(''))
  }
  return labels.join('\n').replaceAll(/\{[^{}]*\}/g, '')
}

test.each(paperForms)('%s has labels of its own language only', async (form) => {
  const english = await readLabels(await readDefaultTemplate(form, 'en'))
  expect(english).toMatch(/[a-z]{3}/)
  expect(english).not.toMatch(/\p{Script=Han}/u)
  const chinese = await readLabels(await readDefaultTemplate(form, 'zh-CN'))
  expect(chinese).toMatch(/\p{Script=Han}/u)
  expect(chinese.replaceAll(alsoChinese, '')).not.toMatch(/[a-z]{3}/i)
})
