import { useMemo } from 'react'
import { sheetsWithConsent } from '../../core/evaluation/consented-sheets.ts'
import type { GroupRecords, WavesOfChange } from '../../core/evaluation/evaluation-records.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { attendance } from '../../core/groupwork/attendance.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { useRecords, useToday } from '../sync/index.ts'

/** What the evaluation of one group reads, all from this device; null until two waves are chosen. */
export function useGroupRecords(groupId: string, waves: WavesOfChange | null): GroupRecords | null {
  const today = useToday()
  const instruments = useRecords(instrument)
  const sheets = useRecords(answerSheet)
  const families = useRecords(family)
  const people = useRecords(person)
  const pairs = useRecords(pair)
  const consents = useRecords(consent)
  const seats = useRecords(seat, { groupId })
  const meetings = useRecords(meeting, { groupId })
  const marks = useRecords(attendance, { groupId })
  return useMemo(() => {
    if (waves === null) return null
    const waveIds = [waves.before.id, waves.after.id, waves.followUp?.id]
    const here = new Set(seats.map(({ familyId }) => familyId))
    const ofGroup = sheets.filter(
      ({ waveId, familyId }) => waveIds.includes(waveId) && here.has(familyId),
    )
    return {
      instruments,
      waves,
      sheets: sheetsWithConsent(ofGroup, consents, today),
      families: families.filter(({ id }) => here.has(id)),
      people: people.filter(({ familyId }) => here.has(familyId)),
      pairs: pairs.filter(({ familyId }) => here.has(familyId)),
      seats,
      meetings,
      attendance: marks,
      contested: new Set(
        [...sheets, ...seats, ...meetings, ...marks]
          .filter(({ conflicts }) => conflicts.length > 0)
          .map(({ id }) => id),
      ),
    }
  }, [waves, instruments, sheets, families, people, pairs, consents, seats, meetings, marks, today])
}
