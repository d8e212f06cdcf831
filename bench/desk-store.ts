/// <reference lib="dom" />
// A register of 10,000 rows saved on a device and sent: the desk's own store and courier's round on an IndexedDB in memory,
// with a far side that takes everything. What a browser adds is its own disk and screen.
import 'fake-indexeddb/auto'
import { parseArgs } from 'node:util'
import {
  planRegisterImport,
  type RegisterPlan,
} from '../core/families/register/plan-register-import.ts'
import { proposeMapping } from '../core/families/register/propose-mapping.ts'
import type { Table } from '../core/kit/table.ts'
import { kindByName } from '../core/kinds.ts'
import { deriveId } from '../core/kit/ids.ts'
import { done, type Outcome } from '../core/kit/outcome.ts'
import type { Change } from '../core/sync/change.ts'
import { overlayEntry } from '../core/sync/device.ts'
import type { Entry } from '../core/sync/entry.ts'
import type { PullAnswer, PullRequest } from '../core/sync/pull.ts'
import { actOn } from '../desk/sync/act.ts'
import { openDevice, ownSession, testClock, workerId } from '../desk/sync/cases/village.ts'
import { type Line, runCycle } from '../desk/sync/cycle.ts'
import { closeReplica, openReplica, type Replica } from '../desk/sync/replica.ts'
import { printMachine } from './measure.ts'

const { values: settings } = parseArgs({
  options: {
    rows: { type: 'string', default: '10000' },
    /** Both parents and a grandparent in each row instead of the father alone: 12 records for 6. */
    full: { type: 'boolean', default: false },
  },
  strict: false,
})

const header = [
  '村',
  '姓名',
  '性别',
  '出生日期',
  '父亲姓名',
  '父亲务工地',
  '母亲姓名',
  '监护人',
  '关系',
]

function registerOf(rows: number): Table {
  const cells = Array.from({ length: rows }, (_, row) => [
    `第${row % 40}村`,
    `王小${row}`,
    row % 2 === 0 ? '男' : '女',
    `201${row % 8}-0${1 + (row % 9)}-1${row % 10}`,
    `王大${row}`,
    '广东省东莞市',
    `李梅${row}`,
    `张桂${row}`,
    '奶奶',
  ])
  const asText = (row: readonly string[]) =>
    row.map((word) => ({ kind: 'text' as const, text: word }))
  const width = settings.full === true ? header.length : 6
  return {
    name: 'register',
    rows: [header, ...cells].map((row) => asText(row.slice(0, width))),
    merges: [],
  }
}

function planOf(rows: number): RegisterPlan {
  const table = registerOf(rows)
  return planRegisterImport({
    table,
    mapping: proposeMapping(table),
    existing: { families: [], people: [] },
    today: '2026-03-01',
    staffId: workerId,
    doubtfulCells: 'leaveCellEmpty',
    codePrefix: 'R-',
    newId: testClock.newId,
  })
}

function seconds(from: number): number {
  return (performance.now() - from) / 1000
}

/** Bundle after bundle, as the import's last step does it. */
async function save(replica: Replica, plan: RegisterPlan): Promise<void> {
  const took: number[] = []
  for (const bundle of plan.bundles) {
    const begun = performance.now()
    const made = await actOn(replica, bundle, testClock)
    if (!made.ok) throw new Error(made.refusal.id)
    took.push(performance.now() - begun)
  }
  const middleOf = (part: readonly number[]) =>
    part.toSorted((left, right) => left - right)[Math.floor(part.length / 2)] ?? 0
  const tenth = Math.max(1, Math.floor(took.length / 10))
  const [first, last] = [took.slice(0, tenth), took.slice(-tenth)]
  console.log(
    `one bundle: ${middleOf(first).toFixed(0)} ms among the first tenth, ${middleOf(last).toFixed(0)} ms among the last, ${Math.max(...took).toFixed(0)} ms at most`,
  )
}

interface FarSide {
  readonly line: Line
  /** Seconds spent there. */
  readonly away: () => number
  readonly pushes: () => number
}

const epoch = deriveId('first epoch')

/** A server that takes everything at once and gives it back page by page: what is measured is the device. */
function openFarSide(): FarSide {
  const entries: Entry[] = []
  let away = 0
  let pushes = 0
  const travel = async <Value>(run: () => Value): Promise<Outcome<Value>> => {
    const begun = performance.now()
    const value = run()
    away += performance.now() - begun
    return done(value)
  }
  const push = (changes: readonly Change[]) => {
    pushes += 1
    for (const change of changes) entries.push(entryFrom(change, entries.length + 1))
    const answers = changes.map(({ id }) => ({
      changeId: id,
      status: 'applied' as const,
      conflicts: 0,
    }))
    return { epoch, answers, entries: [], missing: [] }
  }
  const pull = (request: PullRequest): PullAnswer => {
    const from = request.epoch === epoch ? (request.cursors['agency'] ?? 0) : 0
    const page = entries.slice(from, from + request.limit)
    const cursors = page.map(({ scope, position }) => [scope, position])
    return {
      epoch,
      cursors: { ...Object.fromEntries(cursors), agency: from + page.length },
      lost: [],
      afresh: [],
      sight: 'rights',
      erased: [],
      entries: page,
      more: from + page.length < entries.length,
      missing: [],
      counted: request.deviceSeq,
    }
  }
  const line: Line = {
    who: async () => done(ownSession),
    push: (changes) => travel(() => push(changes)),
    pull: (request) => travel(() => pull(request)),
    reads: async () => done({}),
  }
  return { line, away: () => away / 1000, pushes: () => pushes }
}

function entryFrom(change: Change, position: number): Entry {
  const kind = kindByName(change.kind)
  const made = kind === null ? null : overlayEntry(kind, null, [{ change, status: 'sent' }])
  if (made === null) throw new Error(`no ${change.kind} in ${change.id}`)
  const { unsent: _unsent, ...entry } = made
  return { ...entry, position, version: 1 }
}

async function runRound(replica: Replica, line: Line): Promise<void> {
  const round = await runCycle(replica, line, testClock.now())
  if (!round.ok) throw new Error(round.refusal.id)
}

export async function benchDeskStore(): Promise<void> {
  printMachine()
  const plan = planOf(Number(settings.rows))
  const changes = plan.bundles.reduce((sum, bundle) => sum + bundle.length, 0)
  console.log(`${settings.rows} rows, ${changes} changes in ${plan.bundles.length} bundles`)
  const { line, away, pushes } = openFarSide()
  const { opened, replica } = await openDevice()
  await runRound(replica, line)

  const saving = performance.now()
  await save(replica, plan)
  const saved = seconds(saving)
  console.log(`saved: ${saved.toFixed(1)} s, ${(changes / saved).toFixed(0)} changes/s`)

  const sending = performance.now()
  await runRound(replica, line)
  const own = seconds(sending) - away()
  console.log(
    `sent in ${pushes()} batches and pulled back: ${own.toFixed(1)} s of the device, ${(changes / own).toFixed(0)} changes/s; left in the outbox: ${replica.outbox.size()}`,
  )
  const idle = performance.now()
  await runRound(replica, line)
  console.log(`a round with nothing to do: ${seconds(idle).toFixed(2)} s`)
  await closeReplica(replica)
  const unlocking = performance.now()
  const again = await openReplica(opened)
  console.log(`unlocked again: ${seconds(unlocking).toFixed(1)} s, ${again.base.size} records`)
  const { heapUsed } = process.memoryUsage()
  console.log(
    `heap: ${Math.round(heapUsed / 2 ** 20)} MiB (two devices, their disk and the far side together)`,
  )
}
