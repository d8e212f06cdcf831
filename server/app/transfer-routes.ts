// Handing over by link, who opened it, and the register of all transfers.
import { z } from 'zod'
import { digestTransfer } from '../../core/casework/transfer/build-parts.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { isTransferOpen, type TransferEntry } from '../../core/casework/transfer/transfer-shape.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { actFor, lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { readHandedPackage, storeTransferLink } from './transfer-links.ts'
import { gatherTransfer, packTransfer } from './transfer-records.ts'
import { mostFailures } from './stored-links.ts'
import { registerAnswer, writeTransferRegister } from './transfer-register.ts'

const aboutTransfer = z.strictObject({ familyId: z.uuid(), transferId: z.uuid() })
const linkInput = aboutTransfer.extend({ days: z.number().int().min(1).max(30) })
const linkAnswer = z.object({ address: z.string(), code: z.string(), endsAt: z.string() })

async function handOverByLink(
  house: House,
  actor: Actor,
  { familyId, transferId, days }: z.infer<typeof linkInput>,
): Promise<Outcome<z.infer<typeof linkAnswer>>> {
  if (house.publicOrigin === null) return refuse('LinkNeedsOrigin')
  const { agencyId, staffId } = actor
  const before = await lookAt(house, agencyId, (look) => look.one(transfer, transferId))
  if (before?.familyId !== familyId) return refuse('NotFound')
  // Another address for what is out already brings the same words; what was written since is asked for anew.
  const handed = isTransferOpen(before) ? await readHandedPackage(house, agencyId, before) : null
  const packed =
    handed === null
      ? await packAsOfNow(house, actor, before)
      : { digest: before.approvedDigest, content: handed }
  // The rule itself asks: approved, word for word, and the ground still holds. What goes out is what that digest was taken of.
  const [said] = await actFor(house, actor.agencyId, actor.staffId, [
    {
      ...{ kind: transfer, recordId: transferId, verb: 'handOver' },
      input: { channel: 'link', digest: packed.digest },
    },
  ])
  if (said?.status !== 'applied')
    return said?.status === 'refused' ? { ok: false, refusal: said.refusal } : refuse('NotFound')
  const its = await lookAt(house, agencyId, (look) => look.one(transfer, transferId))
  if (its === null) return refuse('NotFound')
  // Somebody else's approval or taking back in between: nobody agreed to these words any more.
  if (its.approvedDigest !== packed.digest) return refuse('TransferLinesChanged')
  return done(
    await storeTransferLink(house, { agencyId, staffId, its, content: packed.content, days }),
  )
}

/** TRF-5: the words and their digest from one look, so that nothing written in between goes out unagreed. */
async function packAsOfNow(house: House, { agencyId }: Actor, its: TransferEntry) {
  return lookAt(house, agencyId, async (look) => {
    const records = await gatherTransfer(look, its.familyId, house.today())
    return {
      digest: digestTransfer(its, records),
      content: await packTransfer(house, look, its, records, agencyId),
    }
  })
}

const openingShape = z.object({
  at: z.string(),
  what: z.enum(['opened', 'codeWrong', 'downloaded', 'answered']),
})
const openingsAnswer = z.object({
  openings: z.array(openingShape),
  /** Null where no link was made. */
  link: z.object({ endsAt: z.string(), locked: z.boolean() }).nullable(),
})

async function listOpenings(
  house: House,
  { agencyId }: Actor,
  { familyId, transferId }: z.infer<typeof aboutTransfer>,
): Promise<z.infer<typeof openingsAnswer>> {
  return transact(house.pool, agencyId, async ({ rows }) => {
    const openings = await rows<{ at: string; what: string }>(
      `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, substr(action, 10) as what from audit
       where agency_id = $1 and record_id = $2 and scope = $3 and action in ('transfer.opened', 'transfer.codeWrong', 'transfer.downloaded', 'transfer.answered')
       order by seq desc limit 100`,
      [agencyId, transferId, `family:${familyId}`],
    )
    const [link] = await rows<{ ends_at: Date; code_failures: number }>(
      'select ends_at, code_failures from transfer_link where agency_id = $1 and transfer_id = $2 and family_id = $3 and revoked_at is null',
      [agencyId, transferId, familyId],
    )
    return openingsAnswer.parse({
      openings,
      link:
        link === undefined
          ? null
          : { endsAt: link.ends_at.toISOString(), locked: link.code_failures >= mostFailures },
    })
  })
}

export function addTransferRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/transfers/link',
    summary: 'Hand over an approved transfer by a link and a code told on the telephone',
    access: { action: 'handOverTransfer', scope: ({ familyId }) => `family:${familyId}` },
    body: linkInput,
    answer: linkAnswer,
    run: ({ house, actor }, body) => handOverByLink(house, actor, body),
  })
  addStaffRoute(mount, {
    path: '/api/transfers/openings',
    summary:
      'When the link of a transfer was opened, downloaded, answered, or tried with a wrong code',
    access: { action: 'handOverTransfer', scope: ({ familyId }) => `family:${familyId}` },
    body: aboutTransfer,
    answer: openingsAnswer,
    run: async ({ house, actor }, body) => done(await listOpenings(house, actor, body)),
  })
  addStaffRoute(mount, {
    path: '/api/transfers/register',
    summary: 'The register of transfers, kept for three years and longer, as CSV',
    access: { action: 'readTransferRegister', scope: () => 'agency' },
    body: z.strictObject({ language: z.enum(['zh-CN', 'en']) }),
    answer: registerAnswer,
    run: async ({ house, actor }, { language }) =>
      done(await writeTransferRegister(house, actor, language)),
  })
}
