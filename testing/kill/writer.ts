import { Client } from 'pg'
import { startDatabase } from '../../server/database/launcher/start-database.ts'

// The process that is killed. It commits numbered rows without pause and says each number only after its commit.
// Lines: "state <rows> <highest> <adopted|started>" when it has looked at what is there, "row <number>" per commit.

const [dataDir = '', binaries = '', habit = ''] = process.argv.slice(2)
// The canary: a writer that acknowledges too early, which the nemesis must notice.
const early = habit === 'early'

const database = await startDatabase({
  dataDir,
  ...(binaries === '' ? {} : { binaries }),
  log: (line) => process.stderr.write(`${line}\n`),
})

let lastComplaint = ''
for (;;) {
  try {
    await writeUntilLost()
  } catch (error) {
    const complaint = `connection lost: ${error instanceof Error ? error.message : ''}\n`
    if (complaint !== lastComplaint) process.stderr.write(complaint)
    lastComplaint = complaint
    await new Promise((settle) => setTimeout(settle, 20))
  }
}

async function writeUntilLost(): Promise<never> {
  const client = new Client({ ...database.configFor('owner'), connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    let number = await lookAtRows(client)
    for (;;) {
      number += 1
      if (early) process.stdout.write(`row ${number}\n`)
      await client.query('begin')
      await client.query('insert into kill_rows values ($1, $2)', [number, `row ${number} 风筝`])
      await client.query('insert into kill_echoes values ($1)', [number])
      await client.query('commit')
      if (!early) process.stdout.write(`row ${number}\n`)
    }
  } finally {
    client.end().catch(() => undefined)
  }
}

/** Counts once through the table and once through the index, so that a torn index shows as well. */
async function lookAtRows(client: Client): Promise<number> {
  await client.query(
    `create table if not exists kill_rows (number int primary key, text text not null);
     create table if not exists kill_echoes (number int primary key references kill_rows)`,
  )
  const counts: string[] = []
  for (const way of ['enable_indexscan', 'enable_seqscan']) {
    await client.query(
      `set enable_bitmapscan = off; set enable_indexonlyscan = on; set ${way} = off`,
    )
    const answer = await client.query<{ rows: number; echoes: number; highest: number }>(
      `select (select count(*)::int from kill_rows where number > 0) as rows,
              (select count(*)::int from kill_echoes where number > 0) as echoes,
              (select coalesce(max(number), 0) from kill_rows) as highest`,
    )
    await client.query('reset all')
    const row = answer.rows[0]
    counts.push(`${row?.rows} ${row?.echoes} ${row?.highest}`)
  }
  const [rows, echoes, highest] = (counts[0] ?? '').split(' ')
  if (counts[0] !== counts[1] || rows !== echoes)
    throw new Error(`torn state: ${counts.join(' | ')}`)
  process.stdout.write(`state ${rows} ${highest} ${database.adopted ? 'adopted' : 'started'}\n`)
  return Number(highest)
}
