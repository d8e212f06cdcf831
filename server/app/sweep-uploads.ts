// Of a file that nobody goes on sending nothing stays; of a recording that nobody agrees to any more nothing stays at once.
import { transact } from '../database/transact.ts'
import { repeatForever } from '../kit/repeat-forever.ts'
import type { House } from './house.ts'
import { refuseRecording } from './interview-audio.ts'

const daysKept = 7
const firstMilliseconds = 90_000
const pauseMilliseconds = 3_600_000

/** Removes uploads that were not touched for so many days, and recordings on their way without consent; answers how many. */
export async function sweepUploads(house: House, days = daysKept): Promise<number> {
  const { rows: agencies } = await house.pool.query<{ id: string }>('select all_agencies() as id')
  let swept = 0
  for (const { id: agencyId } of agencies) {
    const owners = await transact(house.pool, agencyId, ({ rows }) =>
      rows<{ owner: string }>(
        "select distinct key_owner as owner from upload where agency_id = $1 and purpose = 'interviewAudio'",
        [agencyId],
      ),
    )
    const unwanted: string[] = []
    for (const { owner } of owners)
      if ((await refuseRecording(house, agencyId, owner)) !== null) unwanted.push(owner)
    const gone = await transact(house.pool, agencyId, ({ rows }) =>
      rows(
        `delete from upload where agency_id = $1 and (touched_at <= now() - make_interval(days => $2)
           or (purpose = 'interviewAudio' and key_owner = any($3))) returning 1`,
        [agencyId, days, unwanted],
      ),
    )
    swept += gone.length
  }
  return swept
}

export function sweepUploadsForever(house: House): () => void {
  return repeatForever({
    firstMilliseconds,
    pauseMilliseconds,
    run: () => sweepUploads(house),
    onTrouble: (reason) => house.log(`uploads not swept this time: ${reason}`),
  })
}
