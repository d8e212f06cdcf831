// Working papers: made when somebody asks, handed over at once, and not kept. What names members must not lie about.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { refuseAction } from '../../core/access/standing.ts'
import { monthShape } from '../../core/evaluation/station-month/month-of-year.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { planStrandShape } from '../../core/groupwork/strand.ts'
import { refuse, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import { buildGroupPaper, buildStationMonth } from '../../core/paperwork/papers/fill-paper.ts'
import { type GroupPaperForm, groupPaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { familyOf, gatherPaper } from './gather-paper.ts'
import { commonAsk, type Handed, handOver, noteReading, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { keepWhereabouts } from './keep-whereabouts.ts'
import { lookAt, lookFor } from './record-store.ts'
import { addStaffRoute, refuseFor, type Mount } from './route.ts'
import { readMonth } from './station-month-routes.ts'

const groupAskShape = z.strictObject({
  form: z.enum(groupPaperForms),
  groupId: z.uuid(),
  meetingId: z.uuid().nullable(),
  strand: planStrandShape.nullable(),
  seatId: z.uuid().nullable(),
  familyId: z.uuid().nullable(),
  ...commonAsk,
})
type GroupAsk = z.infer<typeof groupAskShape>
const monthAskShape = z.strictObject({ month: monthShape, ...commonAsk })

/** Papers that print what stands in the files of all the group's families at once. */
const ofAllFiles: readonly GroupPaperForm[] = ['groupPlan', 'photoLedger']

/** A paper about one family needs the right to this family's file; opening it is noted. */
async function refuseFile(house: House, actor: Actor, ask: GroupAsk): Promise<Refusal | null> {
  const member = await lookFor(house, actor, async (look) => {
    const found = ask.seatId === null ? null : await look.one(seat, ask.seatId)
    return found?.groupId === ask.groupId ? found : null
  })
  const familyId = familyOf(ask, member)
  if (familyId === null) return null
  const scope = `family:${familyId}`
  const denied = await refuseFor(house, actor, 'readFile', scope)
  if (denied === null) await noteReading(house, actor, ask.form, [familyId])
  return denied
}

/** The right to a group is none to its families' files: they are asked for as for the file box. */
async function mayReadFiles(house: House, actor: Actor, groupId: string): Promise<boolean> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const standing = await standingOf(transaction, house.keyRing, actor)
    return refuseAction(standing, 'makeFileBox', `group:${groupId}`) === null
  })
}

async function makeGroupPaper(house: House, actor: Actor, ask: GroupAsk): Promise<Outcome<Handed>> {
  // Of the ledger nothing is left without the files; the plan is printed without what is counted from them.
  const denied =
    ask.form === 'photoLedger'
      ? await refuseFor(house, actor, 'makeFileBox', `group:${ask.groupId}`)
      : await refuseFile(house, actor, ask)
  if (denied !== null) return { ok: false, refusal: denied }
  const readsAll = await mayReadFiles(house, actor, ask.groupId)
  const input = await gatherPaper(house, actor, { ...ask, mayReadFiles: readsAll })
  if (!input.ok) return input
  if (readsAll && ofAllFiles.includes(ask.form)) {
    const read = input.value.families.map(({ id }) => id)
    await noteReading(house, actor, ask.form, read)
  }
  const built = buildGroupPaper(ask.form, input.value)
  const familyId = input.value.file?.family.id ?? null
  const paper =
    familyId === null ? built : await keepWhereabouts(house, actor.agencyId, familyId, built)
  return handOver(house, actor, { ...ask, paper, scope: `group:${ask.groupId}` })
}

async function makeStationMonth(
  house: House,
  actor: Actor,
  ask: z.infer<typeof monthAskShape>,
): Promise<Outcome<Handed>> {
  const month = await readMonth(house, actor.agencyId, ask.month)
  if (!month.ok) return month
  const [home, maker] = await lookAt(
    house,
    actor.agencyId,
    async (look) =>
      [await look.one(agency, actor.agencyId), await look.one(staff, actor.staffId)] as const,
  )
  if (home === null) return refuse('NotFound')
  const paper = buildStationMonth({
    agency: home,
    month: month.value,
    texts: ask.texts,
    madeOn: house.today(),
    madeBy: maker?.name ?? '',
    wording: { language: ask.language, translate: house.words(ask.language) },
  })
  return handOver(house, actor, { ...ask, paper, scope: 'agency' })
}

export function addPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/group',
    summary:
      'A working paper of a group as a Word document: plans, sign-in sheet, process record, consent and the rest',
    access: { action: 'makeReport', scope: ({ groupId }) => `group:${groupId}` },
    body: groupAskShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeGroupPaper(house, actor, body),
  })
  addStaffRoute(mount, {
    path: '/api/papers/station-month',
    summary: 'The monthly report of the station (form-F31) as a Word document',
    access: { action: 'readStationMonth', scope: () => 'agency' },
    body: monthAskShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeStationMonth(house, actor, body),
  })
}
