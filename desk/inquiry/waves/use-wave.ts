// A wave as the screens need it: its questionnaires, who is to answer, and what has come in.
import { useMemo } from 'react'
import {
  isSeatedByDue,
  listExpectedAnswers,
  listExpectedOfPairs,
  matchSheets,
} from '../../../core/evaluation/list-expected-answers.ts'
import { mayReach } from '../../../core/families/may-reach.ts'
import { pair, type Pair } from '../../../core/families/pair.ts'
import { person, type Person } from '../../../core/families/person.ts'
import { restrictedParty } from '../../../core/families/restricted-party.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { answerSheet, type AnswerSheet } from '../../../core/inquiry/answer-sheet.ts'
import type { SheetPlace } from '../../../core/inquiry/draft-answer-sheet.ts'
import { countResponses } from '../../../core/inquiry/sheet-progress.ts'
import type { Wave } from '../../../core/inquiry/wave.ts'
import { type LocalRecord, useRecords } from '../../sync/index.ts'
import { type InstrumentRecord, useInstruments } from '../instruments/use-instruments.ts'

export type WaveRecord = LocalRecord<Wave>
export type { InstrumentRecord }
export type SheetRecord = LocalRecord<AnswerSheet>

/** One questionnaire expected of one person, and the sheet that answers it. */
export interface WaveLine {
  readonly key: string
  readonly place: SheetPlace
  readonly instrument: InstrumentRecord
  readonly sheet: SheetRecord | null
  /** Of somebody who joined after the wave was due and has not answered: shown, not counted. */
  readonly joinedLate: boolean
}

export function useWaveInstruments(wave: WaveRecord | null): readonly InstrumentRecord[] {
  const all = useInstruments()
  return useMemo(
    () => (wave?.instrumentIds ?? []).flatMap((id) => all.find((one) => one.id === id) ?? []),
    [all, wave],
  )
}

/** What counts for a wave: late joiners make it no worse (INQ-14). */
export function countLines(lines: readonly WaveLine[]) {
  return countResponses(lines.filter(({ joinedLate }) => !joinedLate).map(({ sheet }) => sheet))
}

/** Everybody expected, first by the seats of the group or the pairs of the register, then whoever answered besides. */
export function useWaveLines(wave: WaveRecord | null): readonly WaveLine[] {
  const instruments = useWaveInstruments(wave)
  const sheets = useRecords(answerSheet, { waveId: wave?.id ?? '' })
  const seats = useRecords(seat, { groupId: wave?.groupId ?? '' })
  const pairs = useRecords(pair)
  const restrictions = useRecords(restrictedParty)
  return useMemo(() => {
    if (wave === null || wave.subject !== 'families') return []
    const expected =
      wave.groupId === null
        ? listExpectedOfPairs(instruments, pairs)
        : listExpectedAnswers(instruments, seats, pairs)
    const late = new Set(
      seats.filter((one) => !isSeatedByDue(wave, one)).map(({ personId }) => personId),
    )
    return matchSheets(expected, sheets).flatMap(({ sheet, ...one }): WaveLine[] => {
      // FAM-61: whoever is kept away from the child is not waited for; what they answered before stays.
      if (sheet === null && !mayReach(restrictions, one.respondentId, one.childId)) return []
      const its = instruments.find(({ id }) => id === one.instrumentId)
      return its === undefined ? [] : [lineOf({ ...one, waveId: wave.id }, its, sheet, late)]
    })
  }, [wave, instruments, sheets, seats, pairs, restrictions])
}

function lineOf(
  place: SheetPlace,
  its: InstrumentRecord,
  sheet: SheetRecord | null,
  late: ReadonlySet<string>,
): WaveLine {
  const { waveId, instrumentId, familyId, childId, respondentId, pairId } = place
  return {
    key: [instrumentId, respondentId, childId, pairId ?? ''].join(' '),
    place: { waveId, instrumentId, familyId, childId, respondentId, pairId },
    instrument: its,
    sheet,
    joinedLate: sheet === null && (late.has(respondentId) || late.has(childId)),
  }
}

export interface KnownPeople {
  readonly person: (id: string | null) => LocalRecord<Person> | null
  readonly pair: (id: string | null) => LocalRecord<Pair> | null
}

export function usePeople(): KnownPeople {
  const people = useRecords(person)
  const pairs = useRecords(pair)
  return useMemo(() => {
    const byId = new Map(people.map((one) => [one.id, one]))
    const pairById = new Map(pairs.map((one) => [one.id, one]))
    return {
      person: (id) => byId.get(id ?? '') ?? null,
      pair: (id) => pairById.get(id ?? '') ?? null,
    }
  }, [people, pairs])
}

/** The address of the answering screen: ids only, nothing that names anybody. */
export function answerPath({ waveId, ...place }: SheetPlace): string {
  const { instrumentId, familyId, childId, respondentId, pairId } = place
  const asked = new URLSearchParams({
    instrument: instrumentId,
    family: familyId,
    child: childId,
    respondent: respondentId,
    ...(pairId === null ? {} : { pair: pairId }),
  })
  return `/inquiry/waves/${waveId}/answer?${asked.toString()}`
}
