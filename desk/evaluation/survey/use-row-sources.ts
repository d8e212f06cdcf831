import { useMemo } from 'react'
import { sheetsWithConsent } from '../../../core/evaluation/consented-sheets.ts'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import {
  findWhoWasAsked,
  type WhoWasAsked,
} from '../../../core/evaluation/findings/who-was-asked.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { pair } from '../../../core/families/pair.ts'
import { seat } from '../../../core/groupwork/seat.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { instrument, type Instrument } from '../../../core/inquiry/instrument.ts'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import { readWords } from '../../../core/inquiry/words.ts'
import { currentLanguage, text } from '../../kit/index.ts'
import { useRecords, useSlices, useSurvey, useToday } from '../../sync/index.ts'
import { useChoice } from '../use-choice.ts'
import type { Choice } from '../choice-field.tsx'
import type { RowSource } from './use-survey-analysis.ts'

/** `survey <wave> <instrument>`: a survey by codes. `families <instrument>`: what the known families answered first. */
interface Place {
  readonly key: string
  readonly waveId: string
  readonly instrument: Known<Instrument>
  readonly label: string
}

export interface ChosenSource {
  readonly options: readonly Choice[]
  readonly chosen: string
  readonly choose: (key: string) => void
  readonly instrument: Known<Instrument> | null
  readonly source: RowSource
  readonly who: WhoWasAsked
}

const nowhere = 'none'

/** Which answers are to be counted: surveys by codes first, then the questionnaires of the known families. */
export function useRowSource(): ChosenSource {
  const places = usePlaces()
  const [chosen, choose] = useChoice(
    'source',
    places.map(({ key }) => key),
  )
  const place = places.find(({ key }) => key === chosen) ?? null
  const waveId = place?.waveId ?? ''
  useSurvey(waveId === '' ? null : waveId)
  const slices = useSlices(surveySheet, {
    waveId: waveId === '' ? nowhere : waveId,
    instrumentId: place?.instrument.id ?? nowhere,
  })
  const families = useFamilyRows(place !== null && waveId === '' ? place.instrument : null)
  return {
    options: places.map(({ key, label }) => ({ value: key, label })),
    chosen,
    choose,
    instrument: place?.instrument ?? null,
    source: waveId === '' ? families.source : slices,
    who: waveId === '' ? families.who : { kind: 'codes' },
  }
}

function usePlaces(): readonly Place[] {
  const waves = useRecords(wave, { subject: 'codes' })
  const instruments = useRecords(instrument)
  const sheets = useRecords(answerSheet)
  const language = currentLanguage()
  return useMemo(() => {
    const asked = new Set(sheets.map(({ instrumentId }) => instrumentId))
    const bySurvey = [...waves]
      .sort((left, right) => right.opensOn.localeCompare(left.opensOn))
      .flatMap(({ id, title, instrumentIds }) =>
        instruments
          .filter((one) => instrumentIds.includes(one.id))
          .map((one) => ({
            key: `survey ${id} ${one.id}`,
            waveId: id,
            instrument: one,
            label: `${title} · ${readWords(one.title, language)}`,
          })),
      )
    const byFamilies = instruments
      .filter(({ id }) => asked.has(id))
      .map((one) => ({
        key: `families ${one.id}`,
        waveId: '',
        instrument: one,
        label: text('evaluation:school.families', { title: readWords(one.title, language) }),
      }))
    return [...bySurvey, ...byFamilies]
  }, [waves, instruments, sheets, language])
}

interface FamilyRows {
  readonly source: RowSource
  readonly who: WhoWasAsked
}

/** Each respondent's first submitted sheet about each pair: one row per view, nobody counted twice. */
function useFamilyRows(asked: Known<Instrument> | null): FamilyRows {
  const instrumentId = asked?.id ?? null
  const today = useToday()
  const sheets = useRecords(answerSheet)
  const consents = useRecords(consent)
  const families = useRecords(family)
  const waves = useRecords(wave)
  const groups = useRecords(supportGroup)
  const seats = useRecords(seat)
  const pairs = useRecords(pair)
  const counted = useMemo(() => {
    const opened = new Map(waves.map(({ id, opensOn }) => [id, opensOn]))
    const own = sheetsWithConsent(sheets, consents, today)
      .filter((sheet) => sheet.instrumentId === instrumentId && sheet.state === 'submitted')
      .toSorted((left, right) =>
        (opened.get(left.waveId) ?? '').localeCompare(opened.get(right.waveId) ?? ''),
      )
    const first = new Map(
      own.toReversed().map((sheet) => [`${sheet.respondentId} ${sheet.pairId ?? ''}`, sheet]),
    )
    return [...first.values()]
  }, [sheets, consents, waves, today, instrumentId])
  const source = useMemo((): RowSource => {
    const villages = new Map(families.map(({ id, village }) => [id, village]))
    const rows = counted.map(
      ({ answers, familyId }): JsonObject => ({
        answers,
        groupLabel: villages.get(familyId) ?? '',
        extra: {},
      }),
    )
    return {
      count: rows.length,
      read: (_signal, take) => {
        take(rows, 1)
        return Promise.resolve()
      },
    }
  }, [counted, families])
  const who = useMemo(
    (): WhoWasAsked =>
      asked === null
        ? { kind: 'codes' }
        : findWhoWasAsked({ instrument: asked, waves, groups, seats, pairs, counted }),
    [asked, waves, groups, seats, pairs, counted],
  )
  return { source, who }
}
