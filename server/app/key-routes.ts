// Keys changed at the wish of two people: asked with a reason, agreed to, then done while everybody works (ACC-36). The work
// goes on after the answer; a server that is stopped in the middle completes it by itself, also what was not begun yet
// (finish-keys.ts).
import { z } from 'zod'
import { approval, type Approval } from '../../core/access/approval.ts'
import { keyStateShape, refuseKeyChange, type KeyState } from '../../core/access/change-keys.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { finishChanges } from '../records/finish-changes.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { beginAgreed, isAnyMeant } from './agreed-keys.ts'
import { carryOutApproval } from './carry-out-approval.ts'
import { describeTrouble } from './describe-trouble.ts'
import type { House } from './house.ts'
import { addStaffRoute, type Mount } from './route.ts'

interface Work {
  /** How much of it is done. */
  readonly percent: number | null
  /** Settles when the last of the agency's changes that were pressed is over. */
  readonly last: Promise<unknown>
}
/** Of agencies whose keys are being changed by this process. */
type Running = Map<string, Work>

interface KeyRow extends Record<string, unknown> {
  readonly changing: boolean
  readonly changed: Date | null
  readonly waits: boolean
  readonly missing: number
}

async function readKeyState(house: House, agencyId: string, running: Running): Promise<KeyState> {
  const isMeant = await isAnyMeant(house, agencyId)
  return transact(house.pool, agencyId, async ({ rows }) => {
    const [row] = await rows<KeyRow>(
      `select coalesce(bool_or(earlier is not null), false) as changing,
         max(changed_at) filter (where earlier is null and owner not like 'concern:%') as changed,
         coalesce(bool_or(earlier is not null and files_missing > 0), false) as waits,
         coalesce(sum(files_missing) filter (where earlier is not null and owner not like 'concern:%'), 0)::int as missing
       from seal_key where agency_id = $1`,
      [agencyId],
    )
    const work = running.get(agencyId)
    const isChanging = work !== undefined || isMeant || row?.changing === true
    return {
      state: isChanging ? ('changing' as const) : ('resting' as const),
      percent: work?.percent ?? null,
      changedAt: row?.changed?.toISOString() ?? null,
      waitsForFiles: work === undefined && row?.waits === true,
      filesMissing: row?.missing ?? 0,
    }
  })
}

/** The second person's yes, made use of; one that was made use of before answers itself again. */
function takeAgreement(house: House, actor: Actor, approvalId: string): Promise<Outcome<Approval>> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    await takeLocks(transaction, ['agency'])
    const port = openUnitOfWork(transaction, house.keyRing, house.now())
    const asked = await port.entry(approval, approvalId)
    const request = asked === null || asked.removed ? null : approval.read(asked.fields)
    const refused = refuseKeyChange(request, actor.agencyId, house.now())
    if (refused !== null || request === null)
      return refused === null ? refuse('NotFound') : { ok: false, refusal: refused }
    if (request.state === 'carriedOut') return done(request)
    const carried = await carryOutApproval(house, transaction, port, actor, approvalId)
    if (carried.ok) await port.flush()
    return carried
  })
}

async function changeKeys(
  house: House,
  actor: Actor,
  approvalId: string,
  running: Running,
): Promise<Outcome<KeyState>> {
  const { agencyId, staffId } = actor
  const agreed = await takeAgreement(house, actor, approvalId)
  if (!agreed.ok) return agreed
  const deps = { ...house, actorId: staffId }
  enqueue(house, agencyId, running, async (tell) => {
    await beginAgreed(house, agencyId, agreed.value, deps)
    await finishChanges(deps, agencyId, ({ done: part, of }) => tell(percentOf(part, of)))
  })
  return done(await readKeyState(house, agencyId, running))
}

/** One after the other: what is pressed while another change is under way is done after it. */
function enqueue(
  house: House,
  agencyId: string,
  running: Running,
  run: (tell: (percent: number) => void) => Promise<void>,
): void {
  const before = running.get(agencyId)
  const last: Promise<unknown> = (before?.last ?? Promise.resolve())
    .then(() => run((percent) => show(percent)))
    .catch((trouble: unknown) =>
      house.log(`keys not changed to the end this time: ${describeTrouble(trouble)}`),
    )
    .finally(() => {
      if (running.get(agencyId)?.last === last) running.delete(agencyId)
    })
  const show = (percent: number) => {
    const now = running.get(agencyId)
    if (now !== undefined) running.set(agencyId, { ...now, percent })
  }
  running.set(agencyId, { percent: before?.percent ?? null, last })
}

function percentOf(part: number, of: number): number {
  return of === 0 ? 100 : Math.min(100, Math.floor((100 * part) / of))
}

export function addKeyRoutes(mount: Mount): void {
  const running: Running = new Map()
  addStaffRoute(mount, {
    path: '/api/keys',
    summary: 'How a change of keys stands',
    access: { action: 'readKeys', scope: () => 'agency' },
    body: z.strictObject({}),
    answer: keyStateShape,
    run: async ({ house, actor }) => done(await readKeyState(house, actor.agencyId, running)),
  })
  addStaffRoute(mount, {
    path: '/api/keys/change',
    summary: 'Change all keys or one family’s, on what a second person has agreed to',
    access: { action: 'changeKeys', scope: () => 'agency' },
    body: z.strictObject({ approvalId: z.uuid() }),
    answer: keyStateShape,
    run: ({ house, actor }, { approvalId }) => changeKeys(house, actor, approvalId, running),
  })
}
