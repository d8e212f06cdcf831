import { once } from 'node:events'
import { Client } from 'pg'
import { startDatabase } from './start-database.ts'

// Starts the database, tells which server it found, and stays until told that the others have joined too.
const database = await startDatabase({ dataDir: process.argv[2] ?? '' })
const client = new Client(database.configFor('app'))
await client.connect()
const answer = await client.query<{ since: string }>(
  'select extract(epoch from pg_postmaster_start_time())::text as since',
)
await client.end()
const way = database.adopted ? 'adopted' : 'started'
process.stdout.write(`server ${answer.rows[0]?.since ?? '?'} ${way}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
await database.stop()
