import { useMemo } from 'react'
import { caseDismissal } from '../../../core/casework/case-dismissal.ts'
import { caseFile } from '../../../core/casework/case-file.ts'
import { caseFollowUp } from '../../../core/casework/case-follow-up.ts'
import { contactEntry } from '../../../core/contact/contact-entry.ts'
import { type CaseProposal, proposeCases } from '../../../core/evaluation/casework/propose-cases.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { attendance } from '../../../core/groupwork/attendance.ts'
import { meeting } from '../../../core/groupwork/meeting.ts'
import { memberMark } from '../../../core/groupwork/members/member-mark.ts'
import { endKeptAway } from '../../../core/groupwork/kept-away/end-kept-away.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { homeVisit } from '../../../core/inquiry/observation/home-visit.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { useActor, useMayAct, useRecords, useToday } from '../../sync/index.ts'

/**
 * CAS-11: cases that the rules of practice propose in open families in which whoever looks may open one, or in one of them alone;
 * that is more than their own where they supervise.
 */
export function useCaseProposals(familyId: string | null): readonly CaseProposal[] {
  const today = useToday()
  const may = useMayAct()
  const families = useRecords(family, { state: 'open' })
  const records = useProposalRecords()
  const mine = useMemo(
    () =>
      new Set(
        families
          .filter(({ id }) => familyId === null || id === familyId)
          .map(({ id }) => id)
          .filter((id) => may('caseFile', 'create', `family:${id}`)),
      ),
    [families, familyId, may],
  )
  return useMemo(() => {
    if (mine.size === 0) return []
    const own = <Row extends { readonly familyId: string }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter((row) => mine.has(row.familyId))
    return proposeCases({
      ...{ today, may },
      ...{ instruments: records.instruments, waves: records.waves, meetings: records.meetings },
      consents: own(records.consents),
      cases: own(records.cases),
      followUps: own(records.followUps),
      dismissals: own(records.dismissals),
      pairs: own(records.pairs),
      people: own(records.people),
      migrations: own(records.migrations),
      contactEntries: own(records.contactEntries),
      sheets: own(records.sheets),
      visits: own(records.visits),
      seats: own(records.seats),
      attendance: own(records.attendance),
      memberMarks: own(records.memberMarks),
    })
  }, [records, mine, may, today])
}

/** Those of the families that name this person, and those of colleagues' families. */
export function useSplitProposals(): {
  readonly own: readonly CaseProposal[]
  readonly others: readonly CaseProposal[]
} {
  const all = useCaseProposals(null)
  const { staffId } = useActor()
  const families = useRecords(family, { state: 'open' })
  return useMemo(() => {
    const mine = new Set(families.flatMap(({ id, staff }) => (staff.includes(staffId) ? [id] : [])))
    return {
      own: all.filter((one) => mine.has(one.familyId)),
      others: all.filter((one) => !mine.has(one.familyId)),
    }
  }, [all, families, staffId])
}

function useProposalRecords() {
  const consents = useRecords(consent)
  const cases = useRecords(caseFile)
  const followUps = useRecords(caseFollowUp)
  const dismissals = useRecords(caseDismissal)
  const pairs = useRecords(pair)
  const people = useRecords(person)
  const migrations = useRecords(migration)
  const contactEntries = useRecords(contactEntry)
  const sheets = useRecords(answerSheet)
  const instruments = useRecords(instrument)
  const waves = useRecords(wave)
  const visits = useRecords(homeVisit)
  const meetings = useRecords(meeting)
  const standing = useRecords(seat)
  const restrictions = useRecords(restrictedParty)
  const seats = useMemo(() => endKeptAway(standing, restrictions), [standing, restrictions])
  const marks = useRecords(attendance)
  const memberMarks = useRecords(memberMark)
  return useMemo(
    () => ({
      ...{ consents, cases, followUps, dismissals, pairs, people, migrations, contactEntries },
      sheets,
      ...{ instruments, waves, visits, meetings, seats, attendance: marks, memberMarks },
    }),
    [
      consents,
      cases,
      followUps,
      dismissals,
      pairs,
      people,
      migrations,
      contactEntries,
      sheets,
      instruments,
      waves,
      visits,
      meetings,
      seats,
      marks,
      memberMarks,
    ],
  )
}
