// One consent of the sample village that is asked by link and waits for its answer, where links can be made at all.
import { transact } from '../database/transact.ts'
import { prepareLink } from './family-links.ts'
import type { House } from './house.ts'
import type { SampleGround } from './sample-ground.ts'
import type { SampleAsked } from './sample-shapes.ts'

/** Nobody holds its address: it was never shown. A village without a public address has no links and none that waits. */
export async function sendSampleLink(
  house: House,
  { child, by, days }: SampleAsked,
  ground: SampleGround,
): Promise<void> {
  if (house.publicOrigin === null) return
  const { agencyId, staff } = ground
  const prepared = await prepareLink(
    house,
    { agencyId, staffId: staff.worker, roles: ['socialWorker'] },
    {
      ...{ familyId: ground.familyIdOf(child), childId: ground.personId(child) },
      ...{ personId: ground.personId(by), purpose: 'consent', asks: null, days },
      ...{ waveId: null, instrumentId: null, pairId: null, meetingId: null },
    },
    false,
  )
  if (!prepared.ok) throw new Error(`content/sample: no link: ${prepared.refusal.id}`)
  await transact(house.pool, agencyId, prepared.value.store)
}
