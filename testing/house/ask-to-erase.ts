// What comes before a family may be erased: it is archived, its erasing is asked for, and a second person agrees.
import type { Change } from '../../core/sync/change.ts'
import { transact } from '../../server/database/transact.ts'
import type { Home } from './family-at-phone.ts'
import { aColleague, freshId, type Person } from './person.ts'

/** Pushes, and insists that all of it was taken. */
export async function applied(person: Person, ...changes: readonly Change[]): Promise<void> {
  const { answers } = await person.push(...changes)
  const aside = answers.find(({ status }) => status !== 'applied')
  if (aside !== undefined) throw new Error(`not taken: ${JSON.stringify(aside)}`)
}

/** An account that is old enough to be a second person. */
export async function anOldColleague(founder: Person): Promise<Person> {
  const colleague = await aColleague(founder, ['manager'])
  await makeOld(colleague)
  return colleague
}

export async function makeOld(person: Person): Promise<void> {
  await transact(person.house.open.house.pool, person.agencyId, ({ rows }) =>
    rows(
      `update staff set version = version + 1, body = body || '{"activeSince": "2026-01-01T00:00:00Z"}' where agency_id = $1 and id = $2`,
      [person.agencyId, person.staffId],
    ),
  )
}

export async function askFor(person: Person, action: string, familyId: string, reason: string) {
  const id = freshId()
  const subject = { action, subjectKind: 'family', subjectId: familyId, reason }
  await applied(
    person,
    person.change('approval', id, 'create', subject),
    person.change('approval', id, 'request', {}),
  )
  return id
}

export async function archive({ worker, familyId }: Home, second: Person): Promise<void> {
  const id = await askFor(worker, 'archiveFamily', familyId, '小明一家搬走了')
  await applied(second, second.change('approval', id, 'approve', {}))
  await applied(
    worker,
    worker.change('approval', id, 'carryOut', {}),
    worker.change('family', familyId, 'archive', {}, {}, { approvalId: id }),
  )
}

export async function agreedErasing({ worker, familyId }: Home, second: Person): Promise<string> {
  const id = await askFor(worker, 'eraseFamily', familyId, 'periodEnded')
  await applied(second, second.change('approval', id, 'approve', {}))
  return id
}
