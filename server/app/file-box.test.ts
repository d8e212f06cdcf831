// The file box of the sample village, opened as an evaluator opens it.
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { person } from '../../core/families/person.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { writtenHeads } from '../../core/paperwork/evaluation-summary.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, Person, type Reply } from '../../testing/house/person.ts'
import { openSession } from '../access/sessions.ts'
import { transact } from '../database/transact.ts'
import { lookAt } from './record-store.ts'
import { sessionCookie } from './route.ts'
import { plantSample } from './sample.ts'

let house: TestHouse
let visitor: Person
let groupId: string
beforeAll(async () => {
  house = await openTestHouse()
  const { agencyId, staffId } = await plantSample(house.open.house, 'zh-CN')
  visitor = new Person(house, agencyId, staffId)
  const opened = await openSession(house.open.house, agencyId, staffId, 'test')
  visitor.cookie = `${sessionCookie}=${opened?.token ?? ''}`
  const [closed] = await lookAt(house.open.house, agencyId, (look) =>
    look.many(supportGroup, { state: 'closed' }),
  )
  groupId = closed?.id ?? ''
}, 120_000)
afterAll(() => house.close())

const madeShape = z.object({ fileId: z.uuid(), size: z.number() })

function ask(by: Person, changes: object = {}): Promise<Reply> {
  const body = { groupId, audience: 'evaluators', language: 'zh-CN', password: '', ...changes }
  return by.post('/api/file-box', body)
}

type Files = ReadonlyMap<string, Uint8Array>

/** The files of the archive by their paths below its one folder. */
async function openBox(changes: object = {}): Promise<Files> {
  const { fileId } = madeShape.parse((await ask(visitor, changes)).body)
  const response = await house.app.request(`/api/files/${fileId}`, {
    headers: { cookie: visitor.cookie },
  })
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toContain('attachment')
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  return new Map(
    Object.entries(files).map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]),
  )
}

/** Everything that is written in the files, with the words of one Word paragraph in one piece. */
function readAll(files: Files): string {
  const texts = [...files].flatMap(([path, bytes]) => {
    if (!/\.(docx|xlsx)$/.test(path)) return [strFromU8(bytes)]
    return Object.entries(unzipSync(bytes)).map(([, part]) => strFromU8(part))
  })
  return texts.map(wordsOf).join('\n')
}

function wordsOf(xml: string): string {
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '')
}

function readWord(files: Files, path: string): string {
  const bytes = files.get(path)
  if (bytes === undefined) throw new Error(`no ${path} among ${[...files.keys()].join()}`)
  return wordsOf(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()))
}

async function makeReport(): Promise<void> {
  const waves = await lookAt(house.open.house, visitor.agencyId, (look) =>
    look.many(wave, { groupId }),
  )
  const of = (phase: string): string => waves.find((one) => one.phase === phase)?.id ?? ''
  const name = await nameOfChild()
  const made = await visitor.post('/api/reports/evaluation-summary', {
    groupId,
    beforeWaveId: of('before'),
    afterWaveId: of('after'),
    followUpWaveId: null,
    options: { test: { kind: 'none', zeros: 'pratt' }, ownReliability: false },
    scaleIds: [],
    texts: Object.fromEntries(writtenHeads.map((head) => [head, `${name}进步很大。`])),
    language: 'zh-CN',
    templateId: null,
  })
  expect(made.status, made.text).toBe(200)
}

async function nameOfChild(): Promise<string> {
  const people = await peopleOfGroup()
  return people.find(({ role }) => role === 'child')?.name ?? ''
}

async function peopleOfGroup() {
  return lookAt(house.open.house, visitor.agencyId, async (look) => {
    const seats = await look.many(seat, { groupId })
    const familyIds = [...new Set(seats.map(({ familyId }) => familyId))]
    return (await Promise.all(familyIds.map((familyId) => look.many(person, { familyId })))).flat()
  })
}

describe('the file box of the finished group', () => {
  test('holds every part under its number, one process record per meeting, and an index of all [PAP-11]', async () => {
    const files = await openBox()
    const paths = [...files.keys()]
    expect(paths).toEqual(
      expect.arrayContaining([
        '00-目录.docx',
        '00-sha256.txt',
        '01-小组计划.docx',
        '02-组员名册.docx',
        '03-知情同意台账.docx',
        '04-签到与出席.docx',
        '04-签到与出席.xlsx',
        '06-测量与变化.docx',
        '06-测量与变化-得分数据.csv',
        '06-测量与变化-得分数据.xlsx',
        '08-提交与更正.docx',
      ]),
    )
    const held = await lookAt(house.open.house, visitor.agencyId, (look) =>
      look.many(meeting, { groupId }),
    )
    expect(paths.filter((path) => path.startsWith('05-过程记录/'))).toHaveLength(held.length)
    const index = readWord(files, '00-目录.docx')
    expect(index).toContain('还没有生成过评估总结')
    expect(index).toContain('个人同意书原件在机构，此处为台账')
  }, 60_000)

  test('every digest in the index and in the list is that of the bytes [PAP-11]', async () => {
    const files = await openBox()
    const index = readWord(files, '00-目录.docx')
    const list = strFromU8(files.get('00-sha256.txt') ?? new Uint8Array())
    for (const [path, bytes] of files) {
      if (path === '00-sha256.txt') continue
      const digest = createHash('sha256').update(bytes).digest('hex')
      expect(list).toContain(`${digest}  ${path}\n`)
      if (path !== '00-目录.docx') expect(index).toContain(digest)
    }
  }, 60_000)

  test('no name, telephone, birth date or school of anybody is in it, nor in the report that was made before [PAP-10]', async () => {
    await makeReport()
    const files = await openBox()
    // The summary names a family by its code already; the box has only to keep it so.
    expect(readWord(files, '07-评估总结.docx')).toMatch(/(?:〕|Z-\d\d)进步很大/)
    const all = readAll(files)
    const people = await peopleOfGroup()
    const found = people.flatMap(({ name, phone, bornOn, school }) =>
      [name, phone, bornOn ?? '', school].filter((word) => word !== '' && all.includes(word)),
    )
    expect(found).toEqual([])
  }, 90_000)

  test('in English it has English names and papers', async () => {
    const files = await openBox({ language: 'en' })
    expect(readWord(files, '00-index.docx')).toContain('What is not in the box, and why')
    expect(files.has('04-attendance.xlsx')).toBe(true)
  }, 60_000)

  test('for outside readers no person has a line [PAP-12]', async () => {
    const files = await openBox({ audience: 'outside' })
    expect([...files.keys()].filter((path) => /\.(csv|xlsx)$/.test(path))).toEqual([])
    expect(readAll(files)).not.toMatch(/Z-\d\d/)
  }, 60_000)

  test('each export is in the audit, with whose files were read for it [R59]', async () => {
    const { fileId } = madeShape.parse((await ask(visitor, { audience: 'outside' })).body)
    const rows = await transact(house.open.house.pool, visitor.agencyId, (transaction) =>
      transaction.rows<{ action: string; scope: string; actor_id: string; detail: object }>(
        "select action, scope, actor_id, detail from audit where action = 'read.fileBox' or (action = 'export.fileBox' and record_id = $1)",
        [fileId],
      ),
    )
    const people = await peopleOfGroup()
    const exported = rows.filter(({ action }) => action === 'export.fileBox')
    expect(exported).toEqual([
      {
        action: 'export.fileBox',
        scope: `group:${groupId}`,
        actor_id: visitor.staffId,
        detail: { audience: 'outside', people: people.length, families: expect.any(Number) },
      },
    ])
    expect(new Set(rows.map(({ scope }) => scope))).toEqual(
      new Set([`group:${groupId}`, ...people.map(({ familyId }) => `family:${familyId}`)]),
    )
  }, 60_000)
})

describe('who may take a file box out', () => {
  test('a volunteer and a co-leader of the group may not; a worker of the team says the password once more [R40]', async () => {
    const founder = await aFounder(house)
    const volunteer = await aColleague(founder, ['volunteer'])
    const coLeader = await aColleague(founder, ['coLeader'])
    const worker = await aColleague(founder, ['socialWorker'])
    const own = freshId()
    const made = await founder.push(
      founder.change('supportGroup', own, 'create', {
        title: '小组',
        code: 'P-1',
        team: {
          [founder.staffId]: 'leader',
          [volunteer.staffId]: 'volunteer',
          [coLeader.staffId]: 'coLeader',
          [worker.staffId]: 'leader',
        },
      }),
    )
    expect(made.answers.map(({ status }) => status)).toEqual(['applied'])
    const idOf = async (by: Person, password: string): Promise<string> =>
      /"id":"(\w+)"/.exec((await ask(by, { groupId: own, password })).text)?.[1] ?? 'made'
    expect(await idOf(volunteer, 'a kite flies far')).toBe('NotAllowed')
    expect(await idOf(coLeader, 'a kite flies far')).toBe('NotAllowed')
    expect(await idOf(worker, '')).toBe('PasswordWrong')
    expect(await idOf(worker, 'a kite flies near')).toBe('PasswordWrong')
    expect(await idOf(worker, 'a kite flies far')).toBe('made')
    const box = await ask(worker, { groupId: own, password: 'a kite flies far' })
    const path = `/api/files/${/"fileId":"([^"]+)"/.exec(box.text)?.[1] ?? ''}`
    const statusFor = async (by: Person): Promise<number> => (await by.get(path)).status
    expect(await statusFor(worker)).toBe(200)
    expect(await statusFor(founder)).toBe(200)
    // A file that one may not open is not there: its id may have been seen in the log.
    expect(await statusFor(coLeader)).toBe(404)
    expect(await statusFor(volunteer)).toBe(404)
  }, 60_000)
})
