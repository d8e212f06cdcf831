// Everything that somebody can learn from the server: every route, the feed page by page, and what moved since they last asked.
import type { Person } from '../house/person.ts'
import { freshId } from '../house/person.ts'
import { pullAnswerShape, type PullAnswer } from '../../core/sync/pull.ts'
import { samples } from '../attacks/sample-inputs.ts'
import { sendRaw, type Sent } from '../attacks/send.ts'
import { agreedErasing, archive } from '../house/ask-to-erase.ts'
import { askPapers } from './ask-papers.ts'
import type { Observer, World } from './open-world.ts'

/** What was observed, by who and what; byte for byte but for what a clock or a die has made. */
export type Seen = ReadonlyMap<string, string>

export type Note = (what: string, sent: { readonly status: number; readonly text: string }) => void

/** The database leaves a moment's last zeros out: its length says nothing. */
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g
const paperCode = /(?<="code":")\w{4}(-\w{4})+/g
/** A drawn code of a fresh link; a packed sheet, which holds the time of its packing. */
const drawn = /<path [^>]*>|(?<="base64":")[^"]*/g
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Ids that nobody had before the worlds parted are told apart by their order only; lengths stay. */
function openNotes(known: ReadonlySet<string>): { readonly seen: Seen; readonly note: Note } {
  const seen = new Map<string, string>()
  const note: Note = (what, { status, text }) => {
    const plain = text
      .replaceAll(instant, '~moment~')
      .replaceAll(paperCode, (code) => '~'.repeat(code.length))
      .replaceAll(drawn, '')
      .replaceAll(uuid, (id) => (known.has(id) ? id : 'new-id'.padEnd(id.length, '-')))
      .replaceAll(/(?<=\/f\/)[\w-]+/g, (token) => '~'.repeat(token.length))
    seen.set(what, `${status} ${plain}`)
  }
  return { seen, note }
}

function idsKnown({ home, seated, observers, ...world }: World): ReadonlySet<string> {
  const { supervisor, reporter, named, manager } = world
  const people = [...observers.map(({ person }) => person), supervisor, reporter, named, manager]
  const texts = [...observers.map(({ held }) => held), home, seated, people.map(idsOf)]
  return new Set(JSON.stringify(texts).match(uuid) ?? [])
}

function idsOf({ agencyId, staffId, deviceId }: Person): readonly string[] {
  return [agencyId, staffId, deviceId]
}

export interface Watch {
  /** Everybody asks everything; otherwise one who serves the family looks at the feed and at the erasing. */
  readonly whole: boolean
  /** Only these, where the others may know; then nobody erases the family. */
  readonly only?: readonly string[]
  /** Instead of all this: every paper, copy and file box that they can make, part by part. */
  readonly papers?: boolean
}

/** The observers look in their order, then one of them erases the family and looks at the answers. */
export async function observe(world: World, { whole, only, papers = false }: Watch): Promise<Seen> {
  const { seen, note } = openNotes(idsKnown(world))
  const observers = world.observers.filter(({ name }) =>
    only === undefined ? whole || name === ownWorker : only.includes(name),
  )
  for (const observer of observers) {
    const noteBy: Note = (what, sent) => note(`${observer.name}: ${what}`, sent)
    if (papers) {
      await askPapers(world, observer, noteBy)
      continue
    }
    await watchFeed(observer, noteBy)
    if (!whole) continue
    await askRoutes(world, observer, noteBy)
    await askAbout(world, observer, noteBy)
  }
  if (papers) return seen
  if (only !== undefined) {
    await openPage(world, note)
    return seen
  }
  await eraseFamily(world, note)
  for (const { name, person, held } of observers)
    note(`${name}, after: moved since`, await pullSince(person, held))
  return seen
}

/** What the mother’s telephone is shown, before the light check and without a right answer to it. */
async function openPage({ house, home }: World, note: Note): Promise<void> {
  for (const method of ['GET', 'HEAD'])
    note(`mother: ${method}`, await sendRaw(house, { method, path: home.linkPath }))
}

const ownWorker = 'socialWorker near'
const pageSize = 150

/** From its beginning in small pages; then what has moved; then with places guessed. */
async function watchFeed({ person, held }: Observer, note: Note): Promise<void> {
  const { deviceId, deviceSeq } = person
  const pull = (body: object) => person.post('/api/sync/pull', { deviceId, deviceSeq, ...body })
  let cursors: Record<string, number> = {}
  let epoch: string | null = null
  for (let page = 1; page < 200; page += 1) {
    const reply = await pull({ epoch, cursors, limit: pageSize })
    note(`page ${page}`, reply)
    const answer = pullAnswerShape.parse(reply.body)
    cursors = answer.cursors
    epoch = answer.epoch
    if (!answer.more) break
  }
  note('moved since', await pullSince(person, held))
  const guessed = { ...held.cursors, [`concern:${freshId()}`]: 0 }
  note('places guessed', await pullSince(person, { ...held, cursors: guessed }))
}

function pullSince(person: Person, { epoch, cursors, sight }: PullAnswer) {
  const { deviceId, deviceSeq } = person
  return person.post('/api/sync/pull', { deviceId, deviceSeq, epoch, cursors, sight })
}

/** These end the session that is looked with, or draw what is told once. */
const passedOver = ['post /api/logout', 'post /api/devices/end-others', 'get /api/openapi.json']

async function askRoutes(world: World, { person }: Observer, note: Note): Promise<void> {
  for (const [name, make] of Object.entries(samples)) {
    if (passedOver.includes(name)) continue
    const { path, headers, body } = make(world.home, person)
    const sent = await sendRaw(world.house, {
      method: name.split(' ')[0]?.toUpperCase() ?? 'GET',
      path,
      cookie: person.cookie,
      address: `10.1.${world.observers.findIndex((one) => one.person === person)}.1`,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    })
    note(name, isPlain(sent) ? withHeaders(sent) : sizeOnly(sent))
  }
}

/** A packed document holds the time in which it was packed. */
function isPlain({ headers }: Sent): boolean {
  return /json|text/.test(headers.get('content-type') ?? 'text')
}

function withHeaders({ status, text, headers }: Sent) {
  const lines = [...headers].filter(([name]) => !['date', 'set-cookie'].includes(name))
  return { status, text: `${JSON.stringify(lines)} ${text}` }
}

function sizeOnly({ status, headers }: Sent) {
  const lines = [...headers].filter(([name]) => !['date', 'content-length'].includes(name))
  return { status, text: JSON.stringify(lines) }
}

/** What somebody asks who suspects something: who was about, on which devices, and who has read what. */
async function askAbout({ reporter, home }: World, { person }: Observer, note: Note) {
  const whole = { staffId: null, from: null, to: null, delivered: true, before: null }
  const log = { ...whole, familyId: null }
  note('log', await person.post('/api/reading-log', log))
  note('log of family', await person.post('/api/reading-log', { ...log, familyId: home.familyId }))
  const about = { staffId: reporter.staffId }
  note('log of reporter', await person.post('/api/reading-log', { ...log, ...about }))
  note('devices of reporter', await person.post('/api/staff/devices', about))
  note('retention', await person.post('/api/retention', {}))
}

async function eraseFamily({ observers, manager, home }: World, note: Note): Promise<void> {
  const worker = observers.find(({ name }) => name === ownWorker)?.person
  if (worker === undefined) throw new Error('Bug: nobody serves the family')
  const { familyId } = home
  const place = { ...home, grandmotherId: home.motherId, worker }
  await archive(place, manager)
  const approvalId = await agreedErasing(place, manager)
  note('erasing', await worker.post('/api/families/erase', { familyId, approvalId }))
  note('erasing again', await worker.post('/api/families/erase', { familyId, approvalId }))
}
