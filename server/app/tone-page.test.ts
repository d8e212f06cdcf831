import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './create-app.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'

let house: TestHouse
const read = async (path: string, language = 'zh-CN') => {
  const response = await house.app.request(path, { headers: { 'accept-language': language } })
  return { headers: response.headers, status: response.status, text: await response.text() }
}
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

describe('the page of hearing oneself', () => {
  test('is the same for everybody, sets no cookie and can be done by ear where no script was built', async () => {
    const [one, other] = [await read('/f/tone'), await read('/f/tone?record=1')]
    expect(one.status).toBe(200)
    expect(other.text).toBe(one.text)
    expect(one.headers.get('set-cookie')).toBeNull()
    expect(one.text).toContain('听听自己怎么说')
    expect(one.text).not.toMatch(/<script|record=1|tone:/)
    expect((await read('/f/tone.js')).status).toBe(404)
    expect((await read('/f/tone?lang=en')).text).toContain('Sit back to back')
  })

  test('asks for its script only on the page behind the tap, whose words are all there', async () => {
    const folder = join(house.dataDir, 'tone')
    mkdirSync(folder)
    writeFileSync(join(folder, 'main.js'), '1')
    const { app } = createApp(house.open.house, { desk: folder, family: folder, tone: folder })
    for (const language of ['zh-CN', 'en']) {
      const first = await (await app.request(`/f/tone?lang=${language}`)).text()
      expect(first).not.toContain('<script')
      expect(first).toContain(`record=1`)
      const second = await (await app.request(`/f/tone?record=1&lang=${language}`)).text()
      expect(second.match(/<script/g)).toHaveLength(1)
      expect(second).not.toContain('tone:')
      expect(second).toContain('{way}')
      expect(second).not.toContain('{{')
    }
  })
})
