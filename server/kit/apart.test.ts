import { afterEach, expect, it, vi } from 'vitest'
import { askApart, nameEnding, openApart } from './apart.ts'

const script = new URL('./apart-trial.ts', import.meta.url)
const roomy = { megabytes: 64, milliseconds: 60_000 }

afterEach(() => vi.unstubAllEnvs())

it('gives an answer, and the process has seen nothing of the server’s environment', async () => {
  vi.stubEnv('KITELINE_SECRET', 'kept')
  const ended = await askApart<object, { environment: string[]; bytes: Uint8Array }>(
    script,
    { what: 'answer' },
    roomy,
  )
  if (ended.kind !== 'answer') throw new Error(nameEnding(ended))
  expect(ended.answer.bytes).toEqual(new Uint8Array([1, 2]))
  expect(ended.answer.environment.filter((name) => name.startsWith('KITELINE'))).toEqual([])
})

it('answers question after question until it is closed', async () => {
  const apart = openApart<object, { word: string }, { word: string }>(script, { what: 'talk' }, 64)
  const heard: string[] = []
  const both = new Promise<void>((resolve) => {
    apart.hear(({ word }) => {
      heard.push(word)
      if (heard.length === 2) resolve()
    })
  })
  apart.say({ word: 'a' })
  apart.say({ word: 'b' })
  await both
  await apart.close()
  expect(heard).toEqual(['A', 'B'])
  expect(await apart.ended).toEqual({ kind: 'gone' })
  expect(() => apart.say({ word: 'c' })).not.toThrow()
})

it.each([
  ['throws', { what: 'throw' }, roomy, 'no such page'],
  ['is brought down by the runtime', { what: 'abort' }, roomy, 'exit'],
  ['needs more memory than it may have', { what: 'eat' }, { ...roomy, megabytes: 16 }, 'memory'],
  ['takes too long', { what: 'spin' }, { ...roomy, milliseconds: 300 }, 'timeout'],
  ['cannot be told what is not plain', { what: () => 'code' }, roomy, null],
])('where the work %s, the server hears why and goes on', async (_what, order, limits, reason) => {
  if (reason === null) {
    await expect(askApart(script, order, limits)).rejects.toThrow(/could not be cloned/)
    return
  }
  const ended = await askApart(script, order, limits)
  if (ended.kind === 'answer') throw new Error('answered')
  expect(nameEnding(ended)).toBe(reason)
})
