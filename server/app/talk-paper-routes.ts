// The text of a talk and lists of quotations on paper: for whoever may read the talks, and noted with each family.
import { z } from 'zod'
import { refuse, type Outcome } from '../../core/kit/outcome.ts'
import { talkPaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import { buildTalkPaper } from '../../core/paperwork/papers/talks/build-talk-paper.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { gatherTalks } from './gather-talks.ts'
import { commonAsk, type Handed, handOver, noteReading, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { keepWhereabouts } from './keep-whereabouts.ts'
import { addStaffRoute, type Mount } from './route.ts'

const talkAskShape = z.strictObject({
  form: z.enum(talkPaperForms),
  /** A transcript is of the first alone. */
  interviewIds: z.array(z.uuid()).min(1).max(500),
  /** Quotations of one code; null: of all. */
  codeId: z.uuid().nullable(),
  /** Families' codes instead of names. */
  byCode: z.boolean(),
  ...commonAsk,
})
type TalkAsk = z.infer<typeof talkAskShape>

async function makeTalkPaper(house: House, actor: Actor, ask: TalkAsk): Promise<Outcome<Handed>> {
  const { form, interviewIds } = ask
  const wanted = form === 'talkTranscript' ? interviewIds.slice(0, 1) : interviewIds
  const input = await gatherTalks(house, actor, { ...ask, interviewIds: wanted })
  if (!input.ok) return input
  let paper = buildTalkPaper(form, input.value)
  if (paper === null) return refuse('NotFound')
  const families = [...new Set(input.value.talks.flatMap(({ its }) => its.familyId ?? []))]
  // FAM-54: of each family alone in which somebody is kept away.
  for (const familyId of families)
    paper = await keepWhereabouts(house, actor.agencyId, familyId, paper)
  await noteReading(house, actor, form, families)
  const [only] = families
  const scope = families.length === 1 && only !== undefined ? `family:${only}` : 'agency'
  return handOver(house, actor, { ...ask, paper, scope })
}

export function addTalkPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/talk',
    summary:
      'The transcript of a talk with its codes, or quotations by code, as a Word document; only talks within reach',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: talkAskShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeTalkPaper(house, actor, body),
  })
}
