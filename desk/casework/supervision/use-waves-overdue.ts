import { useMemo } from 'react'
import { listWavesOverdue, type WaveItem } from '../../../core/evaluation/list-waves-open.ts'
import { family } from '../../../core/families/family.ts'
import { pair } from '../../../core/families/pair.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { endKeptAway } from '../../../core/groupwork/kept-away/end-kept-away.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { waveReminder } from '../../../core/inquiry/wave-reminder.ts'
import { useMayAct, useRecords, useToday } from '../../sync/index.ts'

/** SUP-12, of the same people as on Today: nobody waits for an archived family, nor for whoever is kept away. */
export function useWavesOverdue(): readonly WaveItem[] {
  const today = useToday()
  const may = useMayAct()
  const waves = useRecords(wave)
  const instruments = useRecords(instrument)
  const answerSheets = useRecords(answerSheet)
  const waveReminders = useRecords(waveReminder)
  const seats = useRecords(seat)
  const everyPair = useRecords(pair)
  const restrictions = useRecords(restrictedParty)
  const families = useRecords(family)
  return useMemo(() => {
    const archived = new Set(
      families.flatMap(({ id, state }) => (state === 'archived' ? [id] : [])),
    )
    return listWavesOverdue({
      ...{ today, may, waves, instruments, answerSheets, waveReminders, restrictions, everyPair },
      seats: endKeptAway(seats, restrictions),
      pairs: everyPair.filter(({ familyId }) => !archived.has(familyId)),
    })
  }, [
    today,
    may,
    waves,
    instruments,
    answerSheets,
    waveReminders,
    seats,
    everyPair,
    restrictions,
    families,
  ])
}
