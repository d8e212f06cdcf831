import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardWords } from '../../core/contact/cards/index.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { markWords, type SpokenOf } from '../../core/inquiry/spoken/spoken-words.ts'
import { itemWords, openingWords } from '../../core/inquiry/spoken/words-to-speak.ts'
import { aHome, aLink, aPhone, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../../testing/house/person.ts'
import { readShippedCards } from './read-cards.ts'
import { lookAt } from './record-store.ts'
import { sweepRecordings } from './sweep-recordings.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const sound = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(997, 7)])

async function store(by: Person, bytes = sound, name = 'voice.mp3', purpose = 'spokenWords') {
  const response = await house.app.request(`/api/files/${purpose}/agency`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/octet-stream', 'x-kiteline': '1' },
      ...{ 'x-file-name': name, cookie: by.cookie },
    },
    body: Uint8Array.from(bytes),
  })
  const body: unknown = await response.json()
  const id = typeof body === 'object' && body !== null ? Reflect.get(body, 'id') : ''
  return { status: response.status, id: String(id) }
}

async function speak(by: Person, what: SpokenOf, words: string, dialect = ''): Promise<string> {
  const id = freshId()
  const { id: fileId } = await store(by)
  const reply = await by.push(
    by.change('spokenWords', id, 'create', {
      ...{ what, words: markWords(words), dialect, seconds: 5 },
      recordedOn: house.open.house.today(),
    }),
    by.change('spokenWords', id, 'attachAudio', {}, {}, { fileId }),
  )
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied', 'applied'])
  return id
}

const readIts = async ({ worker, instrumentId }: Home) => {
  const its = await lookAt(house.open.house, worker.agencyId, (look) =>
    look.one(instrument, instrumentId),
  )
  const [first] = its?.items ?? []
  if (its === null || first === undefined) throw new Error('no instrument')
  return { its, first }
}

async function openAsked(home: Home) {
  const { path } = await aLink(home, 'questionnaire')
  const phone = aPhone(house)
  await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone }
}

const hrefsIn = (text: string) => [...text.matchAll(/data-listen="([^"]+)"/g)].map(([, to]) => to)

describe('a worker’s voice on a family’s page [CON-16]', () => {
  test('stands beside the very words, and sounds once the check is passed, whole or in parts', async () => {
    const home = await aHome(house)
    const { its, first } = await readIts(home)
    const item = await speak(home.worker, 'item', itemWords(its, first, 'zh-CN'))
    const opening = await speak(home.worker, 'opening', openingWords(its, 'zh-CN'), '赣语')
    const { path, phone } = await openAsked(home)
    const page = await phone.open(path)
    expect(hrefsIn(page.text)).toEqual([`${path}/s/${opening}`, `${path}/s/${item}`])
    expect(page.text).toContain('听人念（赣语）')
    expect(page.text).toContain('preload="none"')
    const whole = await phone.get(`${path}/s/${item}`)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/mpeg'])
    expect(Buffer.from(await whole.arrayBuffer()).equals(sound)).toBe(true)
    const part = await phone.get(`${path}/s/${item}`, { range: 'bytes=990-' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 990-999/1000'])
    expect((await part.arrayBuffer()).byteLength).toBe(10)
    const last = await phone.get(`${path}/s/${item}`, { range: 'bytes=-1' })
    expect(last.headers.get('content-range')).toBe('bytes 999-999/1000')
    expect((await phone.get(`${path}/s/${item}`, { range: 'bytes=2000-' })).status).toBe(416)
  })

  test('is not there before the check, at another link, for other words, closed, taken back or guessed: one and the same answer', async () => {
    const home = await aHome(house)
    const other = await aHome(house)
    const { its, first } = await readIts(home)
    const words = itemWords(its, first, 'zh-CN')
    const item = await speak(home.worker, 'item', words)
    const elsewhere = await speak(home.worker, 'item', '别的话')
    const { path, phone } = await openAsked(home)
    const strange = await openAsked(other)
    const { path: consentPath } = await aLink(home, 'consent')
    await phone.send(consentPath, { step: 'check', check: '2015' })
    const never = await phone.open('/f/no-such-link')
    const answers = [
      await aPhone(house).open(`${path}/s/${item}`),
      await strange.phone.open(`${strange.path}/s/${item}`),
      await strange.phone.open(`${path}/s/${item}`),
      await phone.open(`${consentPath}/s/${item}`),
      await phone.open(`${path}/s/${elsewhere}`),
      await phone.open(`${path}/s/${freshId()}`),
      await phone.open(`${path}/s/nothing`),
    ]
    for (const answer of answers) expect(answer).toEqual(never)
    expect((await phone.get(`${path}/s/${item}`)).status).toBe(200)
    await home.worker.push(home.worker.change('wave', home.waveId, 'close', {}))
    expect(await phone.open(`${path}/s/${item}`)).toEqual(never)
    await home.worker.push(home.worker.change('wave', home.waveId, 'reopen', {}))
    expect((await phone.get(`${path}/s/${item}`)).status).toBe(200)
    await home.worker.push(home.worker.change('spokenWords', item, 'takeBack', {}))
    expect(await phone.open(`${path}/s/${item}`)).toEqual(never)
    expect(hrefsIn((await phone.open(path)).text)).toEqual([])
  })

  test('reads the card of the week to whoever the link is for', async () => {
    const home = await aHome(house)
    const { worker, familyId, motherId, childId, pairId } = home
    await worker.push(
      worker.change('consent', freshId(), 'create', {
        ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
        ...{ textVersion: '2026-1', decision: 'given', givenById: motherId },
        ...{ decidedOn: '2026-01-02', proof: 'witnessedCall', witness: '李老师' },
      }),
    )
    const made = await worker.post('/api/family-links', {
      ...{ familyId, personId: motherId, childId, purpose: 'contact' },
      ...{ waveId: null, instrumentId: null, pairId, days: 90 },
    })
    const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
    const phone = aPhone(house)
    await phone.send(path, { step: 'check', check: '2015' })
    const page = (await phone.open(`${path}?page=card`)).text
    const cards = readShippedCards()
    const its = cards.find(({ words }) => page.includes(`<b>${words['zh-CN'].title}</b>`))
    const another = cards.find((one) => one !== its)
    if (its === undefined || another === undefined) throw new Error('no card of the week')
    const card = await speak(worker, 'card', cardWords(its.words['zh-CN']))
    const unseen = await speak(worker, 'card', cardWords(another.words['zh-CN']))
    expect(hrefsIn((await phone.open(`${path}?page=card`)).text)).toEqual([`${path}/s/${card}`])
    expect((await phone.get(`${path}/s/${card}`)).status).toBe(200)
    expect((await phone.get(`${path}/s/${unseen}`)).status).toBe(404)
  })

  test('is sound and nothing else, and no larger than three minutes of it; taken back it is deleted', async () => {
    const { worker } = await aHome(house)
    expect((await store(worker, Buffer.from('<script>'), 'voice.mp3')).status).toBe(422)
    expect((await store(worker, sound, 'voice.docx')).status).toBe(422)
    const large = Buffer.concat([sound, Buffer.alloc(6 * 1024 * 1024)])
    expect(await store(worker, large)).toMatchObject({ status: 413, id: 'FileTooLarge' })
    const id = await speak(worker, 'opening', '您好')
    await sweepRecordings(house.open.house, 0)
    const { entries } = await worker.pull()
    const fileId = entries.find((entry) => entry.id === id)?.fields['audioFileId']
    expect((await worker.get(`/api/files/${String(fileId)}`)).status).toBe(200)
    await worker.push(worker.change('spokenWords', id, 'takeBack', {}))
    expect(await sweepRecordings(house.open.house, 0)).toBeGreaterThan(0)
    expect((await worker.get(`/api/files/${String(fileId)}`)).status).toBe(404)
  })

  test('may be a children’s director’s, who speaks as people speak there; a volunteer’s not, and no template comes in by this way', async () => {
    const { worker } = await aHome(house)
    const director = await aColleague(worker, ['childrensDirector'])
    const helper = await aColleague(worker, ['volunteer'])
    await speak(director, 'opening', '您好', '赣语')
    expect((await store(helper)).status).toBe(403)
    const asked = await helper.push(
      helper.change('spokenWords', freshId(), 'create', {
        ...{ what: 'opening', words: markWords('您好'), dialect: '', seconds: 5 },
        recordedOn: house.open.house.today(),
      }),
    )
    expect(asked.answers.map(({ status }) => status)).toEqual(['refused'])
    const template = (by: Person) => store(by, sound, 'ours.docx', 'template')
    expect((await template(director)).status).toBe(403)
    // Asked what it is only of those who may set templates.
    expect((await template(worker)).status).toBe(422)
  })
})
