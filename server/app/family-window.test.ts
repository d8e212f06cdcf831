import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aHome, aLink, aPhone, type Home } from '../../testing/house/family-at-phone.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

type Days = Record<'opensOn' | 'dueOn', string | null>

async function edit({ worker, waveId }: Home, after: Days, before: Days): Promise<void> {
  const reply = await worker.push(worker.change('wave', waveId, 'edit', after, before))
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
}

const made: Days = { opensOn: '2026-01-01', dueOn: null }
const past: Days = { opensOn: '2025-01-01', dueOn: '2025-02-01' }
const coming: Days = { opensOn: '2099-01-01', dueOn: null }

/** A page is thousands of letters; a test that fails names what it looked for. */
const has = (page: { readonly text: string }, words: string) => page.text.includes(words)

describe('the window of a wave, at the family’s phone', () => {
  test('[INQ-23] before the first day and after the last the link says so kindly', async () => {
    const home = await aHome(house)
    const phone = aPhone(house)
    const { path } = await aLink(home, 'questionnaire')
    await edit(home, coming, made)
    const early = await phone.send(path, { step: 'check', check: '2015' })
    expect(has(early, '2099年1月1日')).toBe(true)
    await edit(home, past, coming)
    const over = await phone.open(path)
    expect(['没赶上不要紧', '<form', '小明'].map((words) => has(over, words))).toEqual([
      true,
      false,
      false,
    ])
  })

  test('[INQ-23] whoever began in time may finish; a closed wave takes nothing any more', async () => {
    const home = await aHome(house)
    const phone = aPhone(house)
    const { path } = await aLink(home, 'questionnaire')
    const page = await phone.send(path, { step: 'check', check: '2015' })
    const name = /name="(q_[^"]+)"/.exec(page.text)?.[1] ?? ''
    await phone.send(path, { step: 'answers', [name]: '3', part: '2' })
    await edit(home, past, made)
    expect(has(await phone.open(path), `name="${name}"`)).toBe(true)
    await home.worker.push(home.worker.change('wave', home.waveId, 'close', {}))
    expect(has(await phone.open(path), '谢谢您愿意看一看')).toBe(true)
  })

  test('[INQ-23] the worker sees the links of the wave, and nobody else’s worker does', async () => {
    const home = await aHome(house)
    const other = await aHome(house)
    await aLink(home, 'questionnaire')
    const ask = async ({ worker }: Home) => {
      const { body } = await worker.post('/api/family-links/of-wave', { waveId: home.waveId })
      return body
    }
    expect(await ask(home)).toMatchObject({
      links: [{ personId: home.motherId, openedAt: null, answeredAt: null }],
    })
    expect(await ask(other)).toEqual({ links: [] })
  })
})
