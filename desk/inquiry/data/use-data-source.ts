import { useMemo } from 'react'
import { sheetsWithConsent } from '../../../core/evaluation/consented-sheets.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { person } from '../../../core/families/person.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import type { WaveSource } from '../../../core/inquiry/dataset/wave-dataset.ts'
import { type Wave, wave, wavePhases } from '../../../core/inquiry/wave.ts'
import { currentLanguage, text } from '../../kit/index.ts'
import { useRecords, useToday } from '../../sync/index.ts'
import type { InstrumentRecord, WaveRecord } from '../waves/use-wave.ts'
import { type DataChoice, holdsOwnWords } from './data-choice.ts'

interface DataSource {
  readonly source: WaveSource | null
  /** Sheets handed in that stay here for want of consent. */
  readonly leftOut: number
}

/** This wave and the group's other waves with the same questionnaire, as far as consent reaches. */
export function useDataSource(
  its: WaveRecord,
  instrument: InstrumentRecord | null,
  choice: DataChoice,
): DataSource {
  const { use } = choice
  const withOwnWords = holdsOwnWords(choice)
  const today = useToday()
  const allWaves = useRecords(wave)
  const sheets = useRecords(answerSheet, { instrumentId: instrument?.id ?? '' })
  const consents = useRecords(consent)
  const families = useRecords(family)
  const people = useRecords(person)
  return useMemo(() => {
    if (instrument === null) return { source: null, leftOut: 0 }
    const waves = wavesOf(its, allWaves, instrument.id)
    const waveIds = new Set(waves.map(({ id }) => id))
    const handedIn = sheets.filter(
      ({ waveId, state }) => waveIds.has(waveId) && state === 'submitted',
    )
    const purposes =
      use === 'own' ? (['assessment'] as const) : (['assessment', 'research'] as const)
    const allowed = sheetsWithConsent(handedIn, consents, today, purposes)
    const words = dataWords()
    const source = { instrument, waves, sheets: allowed, families, people, withOwnWords, words }
    return { source, leftOut: handedIn.length - allowed.length }
  }, [its, instrument, use, withOwnWords, allWaves, sheets, consents, families, people, today])
}

function wavesOf(
  its: WaveRecord,
  all: readonly WaveRecord[],
  instrumentId: string,
): readonly WaveRecord[] {
  const ofGroup = all.filter(
    ({ id, groupId, instrumentIds, removed }) =>
      !removed &&
      instrumentIds.includes(instrumentId) &&
      (id === its.id || (its.groupId !== null && groupId === its.groupId)),
  )
  const place = ({ phase }: Wave) => wavePhases.indexOf(phase)
  return ofGroup.sort(
    (left, right) => left.opensOn.localeCompare(right.opensOn) || place(left) - place(right),
  )
}

function dataWords(): WaveSource['words'] {
  return {
    language: currentLanguage(),
    noAnswer: text('inquiry:dataset.noAnswer'),
    passedOver: text('inquiry:dataset.passedOver'),
    notAsked: text('inquiry:dataset.notAsked'),
    chosen: text('inquiry:dataset.chosen'),
    notChosen: text('inquiry:dataset.notChosen'),
    family: text('inquiry:dataset.family'),
    person: text('inquiry:dataset.person'),
    about: text('inquiry:dataset.about'),
    answeredOn: text('inquiry:dataset.answeredOn'),
    moment: text('inquiry:dataset.wave'),
    moments: {
      before: text('inquiry:wavePhase.before'),
      after: text('inquiry:wavePhase.after'),
      followUp: text('inquiry:wavePhase.followUp'),
      survey: text('inquiry:wavePhase.survey'),
    },
  }
}
