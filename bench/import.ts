// A register of 10,000 rows: read the file, plan it, send it. Sizes and times of each step; nothing asserted.
import { planRegisterImport } from '../core/families/register/plan-register-import.ts'
import { proposeMapping } from '../core/families/register/propose-mapping.ts'
import type { Change } from '../core/sync/change.ts'
import type { Draft } from '../core/sync/device.ts'
import { diffFields } from '../core/sync/merge.ts'
import { readSpreadsheet } from '../server/files/spreadsheet/read-spreadsheet.ts'
import { aFounder, freshId } from '../testing/house/person.ts'
import { openTestHouse } from '../testing/house/open-test-house.ts'
import { kilobytes, printMachine } from './measure.ts'

const rowCount = 10_000

function writeRegister(): Buffer {
  const heads = ['儿童姓名', '性别', '出生日期', '村', '监护人姓名', '与儿童关系', '联系电话']
  const rows = Array.from({ length: rowCount }, (_, nth) => [
    `孩子${nth}`,
    nth % 2 === 0 ? '男' : '女',
    `201${nth % 8}-0${1 + (nth % 9)}-1${nth % 9}`,
    `第${nth % 40}村`,
    `奶奶${nth}`,
    '祖母',
    `139${String(10_000_000 + nth)}`,
  ])
  return Buffer.from([heads, ...rows].map((row) => row.join(',')).join('\n'))
}

async function timed<Value>(what: string, work: () => Promise<Value> | Value): Promise<Value> {
  const begun = performance.now()
  const value = await work()
  console.log(`  ${what.padEnd(34)} ${((performance.now() - begun) / 1000).toFixed(2)} s`)
  return value
}

export async function benchImport(): Promise<void> {
  printMachine()
  const test = await openTestHouse()
  const worker = await aFounder(test)
  const bytes = writeRegister()
  console.log(`${rowCount} rows, ${kilobytes(bytes.length)} of CSV`)
  const outcome = await timed('read the file', () => readSpreadsheet(bytes, 'register.csv'))
  if (!outcome.ok) throw new Error(outcome.refusal.id)
  const [table] = outcome.book.sheets
  if (table === undefined) throw new Error('no sheet')
  const plan = await timed('plan every household', () =>
    planRegisterImport({
      table,
      mapping: proposeMapping(table),
      existing: { families: [], people: [] },
      today: test.open.house.today(),
      staffId: worker.staffId,
      doubtfulCells: 'leaveCellEmpty',
      codePrefix: 'Z-',
      newId: freshId,
    }),
  )
  const drafts = plan.bundles.flat()
  console.log(
    `  ${plan.families.length} families, ${drafts.length} changes in ${plan.bundles.length} bundles, ${plan.notes.length} notes on cells`,
  )
  let applied = 0
  await timed('send and store with full audit', async () => {
    let sent = 0
    for (const bundle of plan.bundles) {
      const batch = changesOf(bundle, worker.staffId, worker.deviceId, sent)
      sent += batch.length
      const answer = await test.open.house.push.push(worker.agencyId, batch, false)
      applied += answer.answers.filter(({ status }) => status === 'applied').length
    }
  })
  console.log(`  ${applied} of ${drafts.length} changes applied`)
  await test.close()
}

/** As the desk sends them: each bundle whole or not at all. */
function changesOf(
  drafts: readonly Draft[],
  actorId: string,
  deviceId: string,
  sent: number,
): readonly Change[] {
  const bundle = { id: freshId(), of: drafts.length }
  return drafts.map((draft, index) => ({
    id: freshId(),
    recordId: draft.recordId,
    kind: draft.kind.name,
    verb: draft.verb,
    input: draft.input,
    fields: diffFields(draft.kind, {}, draft.fields),
    bundle,
    deviceSeq: sent + index + 1,
    schemaVersion: draft.kind.schemaVersion,
    actorId,
    deviceId,
    claimedAt: new Date().toISOString(),
  }))
}
