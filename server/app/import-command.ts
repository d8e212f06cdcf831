// `kiteline import FILE`: a register from the console, by the same reading, the same dry run and the same rules as on the
// desk, in the name of a member of staff who types the password. Without --yes nothing is written.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import {
  planRegisterImport,
  type RegisterPlan,
} from '../../core/families/register/plan-register-import.ts'
import { headerOf, proposeMapping } from '../../core/families/register/propose-mapping.ts'
import { isTarget } from '../../core/families/register/register-columns.ts'
import { lettersOf, type Table } from '../../core/kit/table.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { foundIn } from '../../core/sync/find-needs.ts'
import type { Found } from '../../core/sync/kind.ts'
import { pullRequestShape } from '../../core/sync/pull.ts'
import { newId } from '../access/accounts.ts'
import { createStrangerTries, signIn } from '../access/login.ts'
import type { OpenSession } from '../access/sessions.ts'
import { readSpreadsheet } from '../files/spreadsheet/read-spreadsheet.ts'
import { readFeed } from '../records/pull.ts'
import { askSecret } from './ask-secret.ts'
import type { House } from './house.ts'
import { openHouse } from './open-house.ts'
import { actFor } from './record-store.ts'
import { refuseFor } from './route.ts'
import { UsageTrouble, type Settings } from './settings.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
const refusedExit = 2
const mostNotes = 50

async function readTable(house: House, file: string): Promise<Table> {
  const outcome = await readSpreadsheet(await readFile(file), basename(file))
  const words = house.words('zh-CN')
  if (!outcome.ok)
    throw new UsageTrouble(words(`files:refusals.${outcome.refusal.id}`, outcome.refusal.details))
  const sheet = outcome.book.sheets.find(({ rows }) => rows.length > 0)
  if (sheet === undefined) throw new UsageTrouble(words('families:import.empty'))
  return sheet
}

async function enter(house: House, settings: Settings): Promise<OpenSession> {
  const loginName = settings.options['login']
  if (typeof loginName !== 'string') throw new UsageTrouble('--login NAME')
  const password = await askSecret('密码 / password: ', 'KITELINE_PASSWORD')
  const strangers = createStrangerTries()
  const tryIn = (code: string) =>
    signIn(house, { loginName, password, code }, 'kiteline import', strangers)
  const first = await tryIn('')
  const signed =
    !first.ok && first.refusal.id === 'SecondFactorNeeded'
      ? await tryIn(await askSecret('动态码 / code: ', 'KITELINE_CODE'))
      : first
  if (!signed.ok)
    throw new UsageTrouble(house.words('zh-CN')(`access:refusals.${signed.refusal.id}`))
  const { session } = signed.value
  const denied = await refuseFor(house, session.actor, 'importRegister', 'agency')
  if (denied !== null) throw new UsageTrouble(house.words('zh-CN')('families:import.notAllowed'))
  return session
}

/** What this person's own device would hold: the same feed, the same sight. */
async function readAll(house: House, session: OpenSession): Promise<Found> {
  const entries: Entry[] = []
  let cursors: Record<string, number> = {}
  let epoch: string | null = null
  for (let more = true; more; ) {
    const request = pullRequestShape.parse({
      epoch,
      cursors,
      limit: 2000,
      deviceId: randomUUID(),
      deviceSeq: 0,
    })
    const page = await readFeed(house, session.actor, request)
    entries.push(...page.entries)
    ;({ cursors, epoch, more } = page)
  }
  return foundIn(entries)
}

async function planFor(house: House, session: OpenSession, table: Table): Promise<RegisterPlan> {
  const visible = await readAll(house, session)
  return planRegisterImport({
    table,
    mapping: proposeMapping(table),
    existing: { families: visible.of(family), people: visible.of(person) },
    today: house.today(),
    staffId: session.actor.staffId,
    doubtfulCells: 'leaveRowOut',
    codePrefix: 'K-',
    newId,
  })
}

function tell(house: House, table: Table, plan: RegisterPlan): void {
  const words = house.words('zh-CN')
  const mapping = proposeMapping(table)
  for (const [index, use] of mapping.columns.entries()) {
    if (isTarget(use)) continue
    const header = headerOf(table, mapping.headerRows, index + 1)
    say(`  ${lettersOf(index + 1)} ${header}: ${words(`families:import.unusedWhy.${use}`)}`)
  }
  for (const note of plan.notes.slice(0, mostNotes)) {
    const place = words('families:import.place', {
      sheet: table.name,
      row: note.row,
      column: lettersOf(note.column),
    })
    say(`  ${place}: ${words(`families:import.reasonShort.${note.reason}`)} ${note.shown}`)
  }
  if (plan.notes.length > mostNotes) say(`  … ${plan.notes.length - mostNotes}`)
  const { rows, families, children } = plan.counts
  for (const [name, count] of Object.entries({ rows, families, children }))
    say(`${words(`families:import.count.${name}`)}: ${count}`)
}

async function write(house: House, session: OpenSession, plan: RegisterPlan): Promise<boolean> {
  for (const bundle of plan.bundles) {
    const answers = await actFor(house, session.actor.agencyId, session.actor.staffId, bundle)
    const wrong = answers.find(({ status }) => status !== 'applied')
    if (wrong !== undefined) {
      process.stderr.write(`${JSON.stringify(wrong)}\n`)
      return false
    }
  }
  return true
}

/** Exit 0 when everything was written (or the dry run told), 2 when something was refused. */
export async function runImport(settings: Settings): Promise<number> {
  const [, file] = settings.words
  if (file === undefined) throw new UsageTrouble('kiteline import FILE --login NAME [--yes]')
  const open = await openHouse({ ...settings, log: () => undefined })
  try {
    const session = await enter(open.house, settings)
    const table = await readTable(open.house, file)
    const plan = await planFor(open.house, session, table)
    tell(open.house, table, plan)
    if (settings.options['yes'] !== true) {
      say(open.house.words('zh-CN')('families:import.wouldHint'))
      return 0
    }
    return (await write(open.house, session, plan)) ? 0 : refusedExit
  } finally {
    await open.close()
  }
}
