// One file of the sample village that is only stored: what no change of a device can do, done as its route does it.
import { freezeAsAgreed } from './erase-routes.ts'
import type { House } from './house.ts'
import type { SampleGround } from './sample-ground.ts'
import type { SampleStored } from './sample-shapes.ts'
import { momentOf } from './sample-words.ts'

export async function storeSampleFamily(
  house: House,
  { family, approval, days, at }: SampleStored,
  { agencyId, staff, idOf, familyId, daysAgo }: SampleGround,
): Promise<void> {
  const day = daysAgo(days)
  const then = { ...house, now: () => momentOf(day, at), today: () => day }
  const stored = await freezeAsAgreed(
    then,
    { agencyId, staffId: staff.worker, roles: ['supervisor', 'socialWorker'] },
    { familyId: familyId(family), approvalId: idOf('approval', approval) },
  )
  if (!stored.ok) throw new Error(`content/sample: not stored: ${stored.refusal.id}`)
}
