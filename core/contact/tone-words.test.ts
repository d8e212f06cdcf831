import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'

const faces = z.strictObject({ 1: z.string(), 2: z.string(), 3: z.string(), 4: z.string() })
const atDesk = z.object({
  toneFace: faces.extend({ none: z.string() }),
  child: z.object({ face: faces }),
})
const atHome = z.object({ contactMore: z.object({ face: faces }) })

const read = (language: string, file: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../content/texts/${language}/${file}.json`, import.meta.url), 'utf8'),
  )

it.each([
  'zh-CN',
  'en',
])('a tone is told in the same four words by child, parent, caregiver and worker, so that a gap is one [CON-17] (%s)', (language) => {
  const desk = atDesk.parse(read(language, 'contact'))
  const { none: _none, ...byWorker } = desk.toneFace
  expect(desk.child.face).toEqual(byWorker)
  expect(atHome.parse(read(language, 'family')).contactMore.face).toEqual(byWorker)
  expect(new Set(Object.values(byWorker)).size).toBe(4)
})
