import { useMemo } from 'react'
import type { EvaluationRecords } from '../../core/evaluation/pick-group.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { contactMatch } from '../../core/contact/contact-match.ts'
import { foldAccounts } from '../../core/contact/fold-accounts.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { settleEachGroup } from '../../core/groupwork/settle-each-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { useRecords, useToday } from '../sync/index.ts'

/** Everything on this device that an evaluation reads; the questions pick their part. */
export function useEvaluationRecords(): EvaluationRecords {
  const today = useToday()
  const instruments = useRecords(instrument)
  const waves = useRecords(wave)
  const sheets = useRecords(answerSheet)
  const families = useRecords(family)
  const people = useRecords(person)
  const pairs = useRecords(pair)
  const consents = useRecords(consent)
  const accounts = useRecords(contactEntry)
  const noContacts = useRecords(noContact)
  const contactMatches = useRecords(contactMatch)
  const seats = useRecords(seat)
  const meetings = useRecords(meeting)
  const marks = useRecords(attendance)
  return useMemo(
    () => ({
      today,
      instruments,
      waves,
      sheets,
      families,
      people,
      pairs,
      consents,
      contacts: foldAccounts(accounts, contactMatches),
      accounts,
      noContacts,
      contactMatches,
      seats,
      meetings: settleEachGroup(meetings),
      attendance: marks,
      contested: new Set(
        [...sheets, ...seats, ...meetings, ...marks]
          .filter(({ conflicts }) => conflicts.length > 0)
          .map(({ id }) => id),
      ),
    }),
    [
      today,
      instruments,
      waves,
      sheets,
      families,
      people,
      pairs,
      consents,
      accounts,
      noContacts,
      contactMatches,
      seats,
      meetings,
      marks,
    ],
  )
}
