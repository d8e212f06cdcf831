// Gathers a wave of known families as a survey: the families that whoever asks may open, and no others.
import { mayRead } from '../../core/access/standing.ts'
import { expectOfFamilies } from '../../core/evaluation/survey/expect-of-families.ts'
import {
  surveyOfFamilies,
  type FamilySurvey,
  type RespondentKind,
} from '../../core/evaluation/survey/survey-of-families.ts'
import type { Wording } from '../../core/evaluation/write-numbers.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import type { Instrument } from '../../core/inquiry/instrument.ts'
import type { Wave } from '../../core/inquiry/wave.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'

type Known<Fields> = Fields & { readonly id: string }

const kindsRead = [family, person, pair, migration, guardianship, consent, answerSheet]

export interface GatheredFamilies extends FamilySurvey {
  readonly handedOut: Wave['handedOut']
  /** The files that were opened for it. */
  readonly familyIds: readonly string[]
  /** Not all files of the agency: only those that whoever asks may open. */
  readonly onlyOwn: boolean
}

export async function gatherFamilySurvey(
  house: House,
  actor: Actor,
  its: { readonly wave: Known<Wave>; readonly instruments: readonly Known<Instrument>[] },
  respondents: RespondentKind | null,
  wording: Wording,
): Promise<GatheredFamilies> {
  const { all, open } = await transact(house.pool, actor.agencyId, async (transaction) => {
    const standing = await standingOf(transaction, house.keyRing, actor)
    const ids = await listFamilies(transaction)
    const mayOpen = (id: string): boolean =>
      kindsRead.every(({ name }) => mayRead(standing, name, `family:${id}`, id))
    return { all: ids.length, open: ids.filter(mayOpen) }
  })
  return lookAt(house, actor.agencyId, async (look) => {
    const { wave, instruments } = its
    const mine = new Set(open)
    const sheets = (await look.many(answerSheet, { waveId: wave.id })).filter(({ familyId }) =>
      mine.has(familyId),
    )
    const register = {
      families: await look.every(family, 'id', open),
      people: await look.every(person, 'familyId', open),
      pairs: await look.every(pair, 'familyId', open),
      migrations: await look.every(migration, 'familyId', open),
      guardianships: await look.every(guardianship, 'familyId', open),
      consents: await look.every(consent, 'familyId', open),
    }
    const seats = wave.groupId === null ? [] : await look.many(seat, { groupId: wave.groupId })
    const choice = { respondents, today: house.today() }
    return {
      ...surveyOfFamilies(sheets, register, choice, wording),
      handedOut: expectOfFamilies({ wave, instruments, seats }, register, respondents, wording),
      familyIds: [...new Set(sheets.map(({ familyId }) => familyId))],
      onlyOwn: open.length < all,
    }
  })
}

async function listFamilies(transaction: Transaction): Promise<readonly string[]> {
  const rows = await transaction.rows<{ readonly id: string }>(
    'select id from family where agency_id = $1 and not removed',
    [transaction.agencyId],
  )
  return rows.map(({ id }) => id)
}
