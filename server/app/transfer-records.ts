// What a transfer is written from, read once for the page, the paper and the package.
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { goal } from '../../core/assessment/goals/goal.ts'
import { servicePlan } from '../../core/assessment/plan/service-plan.ts'
import { pairProfile } from '../../core/assessment/profile/pair-profile.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { buildParts } from '../../core/casework/transfer/build-parts.ts'
import type { TransferRecords } from '../../core/casework/transfer/part-source.ts'
import {
  buildPackage,
  type TransferPackage,
} from '../../core/casework/transfer/transfer-package.ts'
import type { TransferEntry } from '../../core/casework/transfer/transfer-shape.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { writeDay } from '../../core/kit/write-day.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import type { Day } from '../../core/kit/dates.ts'
import type { House } from './house.ts'
import type { Look } from './record-store.ts'

export async function gatherTransfer(
  look: Look,
  familyId: string,
  today: Day,
): Promise<TransferRecords> {
  const own = { familyId }
  const sheets = await look.many(answerSheet, own)
  const instrumentIds = [...new Set(sheets.map(({ instrumentId }) => instrumentId))]
  return {
    family: await look.one(family, familyId),
    today,
    consents: await look.many(consent, own),
    restrictions: await look.many(restrictedParty, own),
    people: await look.many(person, own),
    pairs: await look.many(pair, own),
    guardianships: await look.many(guardianship, own),
    migrations: await look.many(migration, own),
    profiles: await look.many(pairProfile, own),
    plans: await look.many(servicePlan, own),
    goals: await look.many(goal, own),
    contacts: await look.many(caseContact, own),
    sheets,
    instruments: await look.every(instrument, 'id', instrumentIds),
  }
}

/** The package as it leaves the house today. */
export async function packTransfer(
  house: House,
  look: Look,
  its: TransferEntry,
  records: TransferRecords,
  agencyId: string,
): Promise<TransferPackage> {
  const home = await look.one(agency, agencyId)
  const worker = await look.one(staff, its.draftedById)
  const { language } = its
  const sayDay = (day: Day) => writeDay(day, language)
  const wording = { language, translate: house.words(language), sayDay }
  const parts = buildParts(its, records, wording)
  return buildPackage(its, parts, records, {
    agencyId,
    agencyName: home?.name ?? '',
    agencyPhone: home?.phone ?? '',
    agencyAddress: home?.address ?? '',
    complaintsTo: home?.complaintsTo ?? '',
    worker: worker?.name ?? '',
    workerPhone: '',
    handedOn: its.handedOn ?? house.today(),
  })
}
