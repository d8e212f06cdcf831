// Papers about one family, whether or not it is in a group: for whoever may open its file, and noted with it.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { FamilyPaperInput } from '../../core/paperwork/papers/family/family-paper-input.ts'
import { buildFamilyPaper } from '../../core/paperwork/papers/family/fill-family-paper.ts'
import { familyPaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { readNotice } from './consent-notices.ts'
import { openFile } from './gather-paper.ts'
import { commonAsk, type Handed, handOver, noteReading, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const familyAskShape = z.strictObject({
  form: z.enum(familyPaperForms),
  familyId: z.uuid(),
  /** The child whom the paper is about, where it is about one. */
  subjectId: z.uuid().nullable(),
  /** Codes instead of names, on papers that can be printed so. */
  byCode: z.boolean(),
  ...commonAsk,
})
type FamilyAsk = z.infer<typeof familyAskShape>

/** Everything at one moment; a family of another agency is as little there as one that never was. */
async function gatherFamilyPaper(
  house: House,
  actor: Actor,
  { familyId, subjectId, byCode, language }: FamilyAsk,
): Promise<Outcome<FamilyPaperInput>> {
  return lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const file = await openFile(look, familyId)
    if (home === null || file === null) return refuse('NotFound')
    const workers = await Promise.all(file.family.staff.map((id) => look.one(staff, id)))
    const maker = await look.one(staff, actor.staffId)
    return done({
      agency: home,
      file,
      workers: workers.flatMap((one) => one?.name ?? []),
      childId: subjectId,
      byCode,
      notice: readNotice(language),
      madeOn: house.today(),
      madeBy: maker?.name ?? '',
      wording: { language, translate: house.words(language) },
    })
  })
}

async function makeFamilyPaper(
  house: House,
  actor: Actor,
  ask: FamilyAsk,
): Promise<Outcome<Handed>> {
  const input = await gatherFamilyPaper(house, actor, ask)
  if (!input.ok) return input
  const paper = buildFamilyPaper(ask.form, input.value)
  if (paper === null) return refuse('NotFound')
  await noteReading(house, actor, ask.form, [ask.familyId])
  return handOver(house, actor, { ...ask, paper, scope: `family:${ask.familyId}` })
}

export function addFamilyPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/family',
    summary:
      'A working paper of a family as a Word document: register sheet, care agreement, drawing, consent and the rest',
    access: { action: 'readFile', scope: ({ familyId }) => `family:${familyId}` },
    body: familyAskShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeFamilyPaper(house, actor, body),
  })
}
