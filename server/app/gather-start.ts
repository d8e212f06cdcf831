// Gathers what a group's plan says of its families before it begins (EVA-36). The route has asked the policy for the group.
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactMatch } from '../../core/contact/contact-match.ts'
import { foldAccounts } from '../../core/contact/fold-accounts.ts'
import { describeStart, type StartOfGroup } from '../../core/evaluation/describe-start.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import type { House } from './house.ts'
import type { Look } from './record-store.ts'

/** Counts and means of all the group's families together: nobody's own file is shown. */
export async function gatherStart(
  look: Look,
  house: House,
  groupId: string,
): Promise<StartOfGroup> {
  const seats = await look.many(seat, { groupId })
  const familyIds = [...new Set(seats.map(({ familyId }) => familyId))]
  const each = async <Row>(
    read: (familyId: string) => Promise<readonly Row[]>,
  ): Promise<readonly Row[]> => (await Promise.all(familyIds.map(read))).flat()
  const waves = await look.many(wave, { groupId })
  const instrumentIds = [...new Set(waves.flatMap((one) => one.instrumentIds))]
  const instruments = await Promise.all(instrumentIds.map((id) => look.one(instrument, id)))
  const families = await Promise.all(familyIds.map((id) => look.one(family, id)))
  return describeStart(
    {
      today: house.today(),
      instruments: instruments.filter((one) => one !== null),
      waves,
      sheets: (
        await Promise.all(waves.map(({ id }) => look.many(answerSheet, { waveId: id })))
      ).flat(),
      families: families.filter((one) => one !== null),
      people: await each((familyId) => look.many(person, { familyId })),
      pairs: await each((familyId) => look.many(pair, { familyId })),
      migrations: await each((familyId) => look.many(migration, { familyId })),
      guardianships: await each((familyId) => look.many(guardianship, { familyId })),
      consents: await each((familyId) => look.many(consent, { familyId })),
      contacts: foldAccounts(
        await each((familyId) => look.many(contactEntry, { familyId })),
        await each((familyId) => look.many(contactMatch, { familyId })),
      ),
      seats,
      meetings: await look.many(meeting, { groupId }),
      attendance: await look.many(attendance, { groupId }),
    },
    groupId,
  )
}
