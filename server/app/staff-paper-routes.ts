// The register of staff and volunteers on paper (form-F28), for whoever may read it; one person's sheet to be signed.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { staffRecord } from '../../core/access/staff-record.ts'
import { mayRead } from '../../core/access/standing.ts'
import { refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Paper } from '../../core/paperwork/papers/paper-forms.ts'
import {
  buildStaffRegister,
  buildStaffSheet,
} from '../../core/paperwork/papers/staff/staff-register-paper.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { commonAsk, type Handed, handOver, paperShape } from './hand-over-paper.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'

/** Without a person the whole register. */
const askShape = z.strictObject({ staffId: z.uuid().nullable(), ...commonAsk })
type Ask = z.infer<typeof askShape>

async function makeStaffPaper(house: House, actor: Actor, ask: Ask): Promise<Outcome<Handed>> {
  const standing = await transact(house.pool, actor.agencyId, (transaction) =>
    standingOf(transaction, house.keyRing, actor),
  )
  if (!mayRead(standing, staffRecord.name, 'agency', '')) return refuse('NotFound')
  const paper = await writePaper(house, actor, ask)
  return paper === null
    ? refuse('NotFound')
    : handOver(house, actor, { ...ask, paper, scope: 'agency' })
}

async function writePaper(
  house: House,
  actor: Actor,
  { staffId, language }: Ask,
): Promise<Paper | null> {
  return lookAt(house, actor.agencyId, async (look) => {
    const home = await look.one(agency, actor.agencyId)
    if (home === null) return null
    const all = await look.every(staff, 'state', ['invited', 'active'])
    const records = await look.every(
      staffRecord,
      'staffId',
      all.map(({ id }) => id),
    )
    const people = all
      .map((person) => ({
        person,
        record: records.find((one) => one.staffId === person.id) ?? null,
      }))
      .sort((left, right) => left.person.name.localeCompare(right.person.name, language))
    const madeBy = all.find(({ id }) => id === actor.staffId)?.name ?? ''
    const head = { agency: home, madeOn: house.today(), madeBy, rules: home }
    const wording = { language, translate: house.words(language) }
    if (staffId === null) return buildStaffRegister({ ...head, wording, people })
    const one = people.find(({ person }) => person.id === staffId)
    return one === undefined ? null : buildStaffSheet({ ...head, wording, one })
  })
}

export function addStaffPaperRoutes(mount: Mount): void {
  addStaffRoute(mount, {
    path: '/api/papers/staff',
    summary: 'The register of staff and volunteers, or one person’s sheet to sign, as Word',
    access: { action: 'pullRecords', scope: () => 'agency' },
    body: askShape,
    answer: paperShape,
    run: ({ house, actor }, body) => makeStaffPaper(house, actor, body),
  })
}
