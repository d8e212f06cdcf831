// A supervision record on paper (form-F26): for those who took part; to everybody else it is as little there as one that never was.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { mayRead, type Standing } from '../../core/access/standing.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import {
  type SupervisionAbout,
  supervisionRecord,
} from '../../core/casework/supervision/supervision-record.ts'
import { family } from '../../core/families/family.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { refuse, type Outcome } from '../../core/kit/outcome.ts'
import {
  buildBlankSupervisionPaper,
  buildSupervisionPaper,
} from '../../core/paperwork/papers/casework/supervision-record-paper.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { commonAsk, type Handed, handOver, handOverBlank, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { type Look, lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const askShape = z.strictObject({
  /** Null for the form to write on by hand. */
  recordId: z.uuid().nullable(),
  ...commonAsk,
})
type Ask = z.infer<typeof askShape>

async function makeSupervisionPaper(
  house: House,
  actor: Actor,
  ask: Ask,
): Promise<Outcome<Handed>> {
  const { recordId, language } = ask
  if (recordId === null) return handOverBlank(house, actor, ask, buildBlankSupervisionPaper)
  const scope = `supervision:${recordId}`
  const standing = await transact(house.pool, actor.agencyId, (transaction) =>
    standingOf(transaction, house.keyRing, actor),
  )
  if (!mayRead(standing, supervisionRecord.name, scope, recordId)) return refuse('NotFound')
  const translate = house.words(language)
  const input = await lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const its = await look.one(supervisionRecord, recordId)
    if (home === null || its === null) return null
    const names = new Map<string, string>()
    for (const id of [actor.staffId, ...Object.keys(its.parties)])
      names.set(id, (await look.one(staff, id))?.name ?? '')
    const about = new Map<string, string>()
    for (const one of Object.values(its.about))
      about.set(
        one.id,
        (await nameAbout(look, standing, one)) ?? translate('supervision:record.notVisible'),
      )
    return {
      ...{ agency: home, its, madeOn: house.today(), madeBy: names.get(actor.staffId) ?? '' },
      nameOf: (staffId: string) => names.get(staffId) ?? '',
      aboutName: ({ kind, id }: SupervisionAbout) =>
        `${translate(`supervision:record.kind.${kind}`)} ${about.get(id) ?? ''}`,
      wording: { language, translate },
    }
  })
  if (input === null) return refuse('NotFound')
  return handOver(house, actor, { ...ask, paper: buildSupervisionPaper(input), scope })
}

/** By the family's code: the paper leaves the house, a name need not. Null for what whoever asks may not see. */
async function nameAbout(
  look: Look,
  standing: Standing,
  { kind, id }: SupervisionAbout,
): Promise<string | null> {
  if (kind === 'group') {
    if (!mayRead(standing, supportGroup.name, `group:${id}`, id)) return null
    return (await look.one(supportGroup, id))?.title ?? null
  }
  const familyId = kind === 'family' ? id : ((await look.one(caseFile, id))?.familyId ?? '')
  if (!mayRead(standing, family.name, `family:${familyId}`, familyId)) return null
  return (await look.one(family, familyId))?.code ?? null
}

export function addSupervisionPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/supervision',
    summary:
      'A supervision record as a Word document, only for those who took part; or the form to write on',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: askShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeSupervisionPaper(house, actor, body),
  })
}
