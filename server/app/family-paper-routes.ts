// Papers about one family, whether or not it is in a group: for whoever may open its file, and noted with it.
import { z } from 'zod'
import { refuse, type Outcome } from '../../core/kit/outcome.ts'
import { buildFamilyPaper } from '../../core/paperwork/papers/family/fill-family-paper.ts'
import { familyPaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { gatherFamilyPaper } from './gather-family-paper.ts'
import { commonAsk, type Handed, handOver, noteReading, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { keepWhereabouts } from './keep-whereabouts.ts'
import { addStaffRoute, type Mount } from './route.ts'

const familyAskShape = z.strictObject({
  form: z.enum(familyPaperForms),
  familyId: z.uuid(),
  /** The child, pair, plan or visit that the paper is about; null where it is about the family or a form to write on. */
  subjectId: z.uuid().nullable(),
  /** Which profile of the pair, by its number; null for the latest. */
  profileNo: z.number().int().min(1).max(99).nullable().default(null),
  /** Codes instead of names, on papers that can be printed so. */
  byCode: z.boolean(),
  ...commonAsk,
})
type FamilyAsk = z.infer<typeof familyAskShape>

async function makeFamilyPaper(
  house: House,
  actor: Actor,
  ask: FamilyAsk,
): Promise<Outcome<Handed>> {
  const input = await gatherFamilyPaper(house, actor, ask)
  if (!input.ok) return input
  const built = buildFamilyPaper(ask.form, input.value)
  if (built === null) return refuse('NotFound')
  const paper = await keepWhereabouts(house, actor.agencyId, ask.familyId, built)
  await noteReading(house, actor, ask.form, [ask.familyId])
  return handOver(house, actor, { ...ask, paper, scope: `family:${ask.familyId}` })
}

export function addFamilyPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/family',
    summary:
      'A working paper of a family as a Word document: register sheet, care agreement, assessment, plan, home visit and the rest',
    access: { action: 'readFile', scope: ({ familyId }) => `family:${familyId}` },
    body: familyAskShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeFamilyPaper(house, actor, body),
  })
}
