import { useMemo, useRef } from 'react'
import { consent, type Consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { sheetKey } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import type { ExpectedPerson } from '../../../core/inquiry/answer-import/draft-sheets.ts'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { type LocalRecord, useRecords, useToday } from '../../sync/index.ts'
import {
  type InstrumentRecord,
  type KnownPeople,
  usePeople,
  useWaveLines,
  type WaveLine,
  type WaveRecord,
} from '../waves/use-wave.ts'
import type { ImportChoices, ImportWorld } from './import-choices.ts'

const mothers: readonly string[] = ['mother', 'stepmother']
const fathers: readonly string[] = ['father', 'stepfather']

export interface KnownWorld extends ImportWorld {
  readonly expected: ReadonlyMap<string, ExpectedPerson>
  readonly consents: readonly LocalRecord<Consent>[]
}

/** Everything the dry run needs to know of this device's records. */
export function useImportWorld(
  its: WaveRecord,
  instrument: InstrumentRecord | null,
  about: ImportChoices['about'],
): KnownWorld | null {
  const today = useToday()
  const allWaves = useRecords(wave, { state: 'open', subject: its.subject })
  const lines = useWaveLines(its)
  const people = usePeople()
  const families = useRecords(family)
  const consents = useRecords(consent)
  const sheets = useRecords(surveySheet, { instrumentId: instrument?.id ?? '' })
  const coded = useSameSet(
    useMemo(
      () => new Set(sheets.map((sheet) => sheetKey(sheet.waveId, sheet.respondentCode))),
      [sheets],
    ),
  )
  return useMemo(() => {
    if (instrument === null) return null
    const waves = allWaves.filter(
      (one) => one.instrumentIds.includes(instrument.id) && one.groupId === its.groupId,
    )
    const asked = lines.filter(
      (line) => line.instrument.id === instrument.id && isAbout(line, people, about),
    )
    const expected = new Map(asked.map((line) => [line.key, expectedOf(line, people)]))
    const codeOf = new Map(families.map(({ id, code }) => [id, code]))
    const single = new Set(
      [...codeOf].flatMap(([id]) =>
        asked.filter((line) => line.place.familyId === id).length === 1 ? [id] : [],
      ),
    )
    return {
      wave: its,
      instrument,
      waves: [its, ...waves.filter(({ id }) => id !== its.id)],
      people: asked.map((line) => ({
        key: line.key,
        names: namesOf(line, people),
        // A family's number names a person only where one alone is asked.
        codes: single.has(line.place.familyId) ? [codeOf.get(line.place.familyId) ?? ''] : [],
      })),
      expected,
      consents,
      existing: new Set([
        ...coded,
        ...asked.flatMap(({ sheet, key }) => (sheet === null ? [] : [sheetKey(its.id, key)])),
      ]),
      today,
    }
  }, [instrument, its, allWaves, lines, people, families, consents, coded, today, about])
}

/** While sheets are being sent their records change, but not which ones there are: the dry run need not begin anew. */
function useSameSet(set: ReadonlySet<string>): ReadonlySet<string> {
  const kept = useRef(set)
  const isSame = kept.current.size === set.size && [...set].every((key) => kept.current.has(key))
  if (!isSame) kept.current = set
  return kept.current
}

function isAbout(line: WaveLine, people: KnownPeople, about: ImportChoices['about']): boolean {
  const relation = people.pair(line.place.pairId)?.relation ?? ''
  switch (about) {
    case 'all':
      return true
    case 'mothers':
      return mothers.includes(relation)
    case 'fathers':
      return fathers.includes(relation)
    case 'others':
      return !mothers.includes(relation) && !fathers.includes(relation)
  }
}

function expectedOf(line: WaveLine, people: KnownPeople): ExpectedPerson {
  const { waveId: _wave, ...place } = line.place
  return { key: line.key, place, adultId: people.pair(place.pairId)?.adultId ?? null }
}

/** A parent may have written the own name or the child's. */
function namesOf({ place }: WaveLine, people: KnownPeople): readonly string[] {
  const ids = new Set([place.respondentId, place.childId])
  return [...ids].flatMap((id) => people.person(id)?.name ?? [])
}
