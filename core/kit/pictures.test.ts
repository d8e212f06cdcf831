import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pictures } from './pictures.ts'

const content = join(import.meta.dirname, '../../content')
const files = readdirSync(join(content, 'pictures'))
const named = z.object({ picture: z.record(z.string(), z.string().min(1)) })

describe('the pictures', () => {
  it('are exactly the drawings that lie in content/pictures', () => {
    expect(files.toSorted()).toEqual(pictures.map((id) => `${id}.svg`))
  })

  it('are plain drawings with a title, without script, link or outside file', () => {
    for (const name of files) {
      const drawing = readFileSync(join(content, 'pictures', name), 'utf8')
      expect(drawing).toMatch(/^<svg [^>]*viewBox="0 0 96 96"[^>]*><title>[^<]+<\/title>/)
      expect(drawing).not.toMatch(/<script|<image|<use|href|style=|url\(|\son\w+=/i)
    }
  })

  it.each(['zh-CN', 'en'])('have a name for who does not see them, in %s', (language) => {
    const path = join(content, 'texts', language, 'groupwork.json')
    const texts = named.parse(JSON.parse(readFileSync(path, 'utf8')))
    expect(Object.keys(texts.picture)).toEqual([...pictures])
  })
})
