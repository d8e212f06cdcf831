// Form-F19 on paper: for whoever may hand over, and only once it has been agreed to.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { digestTransfer } from '../../core/casework/transfer/build-parts.ts'
import type { TransferPackage } from '../../core/casework/transfer/transfer-package.ts'
import { refuseGround } from '../../core/casework/transfer/refuse-transfer.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { isTransferOpen, type TransferEntry } from '../../core/casework/transfer/transfer-shape.ts'
import { family } from '../../core/families/family.ts'
import { person } from '../../core/families/person.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { buildTransferForm } from '../../core/paperwork/papers/casework/transfer-form.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { commonAsk, type Handed, handOver, noteReading, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { keepWhereabouts } from './keep-whereabouts.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { keepPrinted, readHandedPackage } from './transfer-links.ts'
import { gatherTransfer, packTransfer } from './transfer-records.ts'

const askShape = z.strictObject({ familyId: z.uuid(), transferId: z.uuid(), ...commonAsk })
type Ask = z.infer<typeof askShape>

/**
 * TRF-5: the lines that were agreed to and no others; of what was handed over those that went out, whatever was written since. What
 * is past is printed for the drawer: nobody hands it over any more, so its ground is not asked again.
 */
async function readAgreed(
  house: House,
  { agencyId, staffId }: Actor,
  its: TransferEntry,
): Promise<Outcome<TransferPackage>> {
  const { state, handedOn } = its
  const isPast = handedOn !== null && !isTransferOpen(its)
  if (state !== 'approved' && handedOn === null) return refuse('WrongTransferState', { state })
  const now = await lookAt(house, agencyId, async (look) => {
    const today = house.today()
    const records = await gatherTransfer(look, its.familyId, today)
    return {
      broken: isPast ? null : refuseGround(its, records.consents, today),
      digest: digestTransfer(its, records),
      content: await packTransfer(house, look, its, records, agencyId),
    }
  })
  if (now.broken !== null) return { ok: false, refusal: now.broken }
  const handed = handedOn === null ? null : await readHandedPackage(house, agencyId, its)
  if (handed !== null) return done(handed)
  if (now.digest !== its.approvedDigest)
    return refuse(handedOn === null ? 'TransferChanged' : 'TransferNotKept')
  if (state === 'approved')
    await keepPrinted(house, { agencyId, staffId, its, content: now.content })
  return done(now.content)
}

async function makeTransferPaper(house: House, actor: Actor, ask: Ask): Promise<Outcome<Handed>> {
  const { familyId, transferId } = ask
  const input = await lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const its = await look.one(transfer, transferId)
    const file = await look.one(family, familyId)
    if (home === null || file === null || its?.familyId !== familyId) return null
    const nameOf = async (id: string | null) =>
      id === null ? '' : ((await look.one(staff, id))?.name ?? '')
    const people = await look.many(person, { familyId })
    return {
      ...{ agency: home, its, madeOn: house.today(), madeBy: await nameOf(actor.staffId) },
      // What was agreed to is written in the receiver's language: the form speaks the same.
      wording: { language: its.language, translate: house.words(its.language) },
      familyCode: file.code,
      names: people.flatMap(({ id, name }) => (its.subjectIds.includes(id) ? [name] : [])),
      approvedBy: await nameOf(its.approvedById),
    }
  })
  if (input === null) return refuse('NotFound')
  const agreed = await readAgreed(house, actor, input.its)
  if (!agreed.ok) return agreed
  await noteReading(house, actor, 'transferForm', [familyId])
  const { parts, agencyName, agencyPhone, agencyAddress, worker } = agreed.value
  const form = buildTransferForm({
    ...{ ...input, parts, worker },
    agency: { ...input.agency, name: agencyName, phone: agencyPhone, address: agencyAddress },
  })
  // Whom it is addressed to has to stand on it.
  const paper = await keepWhereabouts(house, actor.agencyId, familyId, form, [
    'receiverOrg',
    'receiverPerson',
    'receiverPhone',
    'receiverPlace',
  ])
  const { language } = input.wording
  return handOver(house, actor, { ...ask, language, paper, scope: `family:${familyId}` })
}

export function addTransferPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/transfer',
    summary:
      'The form of an agreed referral or transfer as a Word document, with a receipt to tear off',
    access: { action: 'handOverTransfer', scope: ({ familyId }) => `family:${familyId}` },
    body: askShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeTransferPaper(house, actor, body),
  })
}
