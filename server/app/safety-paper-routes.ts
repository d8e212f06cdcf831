// The record of one concern on paper: for whoever may read it; to everybody else it is as little there as one that never was.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { mayRead } from '../../core/access/standing.ts'
import { refuse, type Outcome } from '../../core/kit/outcome.ts'
import {
  buildBlankReport,
  buildMandatoryReport,
} from '../../core/paperwork/papers/safety/mandatory-report.ts'
import { concern } from '../../core/safety/concern.ts'
import { concernReport } from '../../core/safety/concern-report.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { commonAsk, type Handed, handOver, handOverBlank, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

const safetyAskShape = z.strictObject({
  /** Null for the form to write on by hand. */
  concernId: z.uuid().nullable(),
  ...commonAsk,
})
type SafetyAsk = z.infer<typeof safetyAskShape>

async function makeSafetyPaper(
  house: House,
  actor: Actor,
  ask: SafetyAsk,
): Promise<Outcome<Handed>> {
  const { concernId, language } = ask
  if (concernId === null) return handOverBlank(house, actor, ask, buildBlankReport)
  const scope = `concern:${concernId}`
  const standing = await transact(house.pool, actor.agencyId, (transaction) =>
    standingOf(transaction, house.keyRing, actor),
  )
  if (!mayRead(standing, concern.name, scope, concernId)) return refuse('NotFound')
  const input = await lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    const its = await look.one(concern, concernId)
    if (home === null || its === null) return null
    const reports = await look.many(concernReport, { concernId })
    return {
      ...{ agency: home, its, madeOn: house.today() },
      reports: reports.toSorted((left, right) => left.reportedAt.localeCompare(right.reportedAt)),
      // Whoever raised it may be the one who prints it (D11): names are signed by hand.
      madeBy: '',
      wording: { language, translate: house.words(language) },
    }
  })
  if (input === null) return refuse('NotFound')
  return handOver(house, actor, { ...ask, paper: buildMandatoryReport(input), scope })
}

export function addSafetyPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/safety',
    summary:
      'The record of a mandatory report or crisis as a Word document, only of a concern within reach; or the form to write on',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: safetyAskShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeSafetyPaper(house, actor, body),
  })
}
