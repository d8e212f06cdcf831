import { isAnswerTo } from '../../../core/evaluation/list-expected-answers.ts'
import { useSearchParams, useParams } from 'react-router'
import { consent } from '../../../core/families/consent.ts'
import { refuseWithoutConsent } from '../../../core/families/consent-state.ts'
import { answerSheet, answerSheetIdOf } from '../../../core/inquiry/answer-sheet.ts'
import type { SheetPlace } from '../../../core/inquiry/draft-answer-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { refusal, type Refusal } from '../../../core/kit/outcome.ts'
import { useRecord, useRecords, useToday } from '../../sync/index.ts'
import { type InstrumentRecord, useInstrument } from '../instruments/use-instruments.ts'
import type { WaveRecord } from '../waves/use-wave.ts'

export interface AnswerPlace {
  readonly place: SheetPlace
  readonly wave: WaveRecord
  readonly instrument: InstrumentRecord
  readonly sheetId: string
  /** Why nothing can be answered here now. */
  readonly closed: Refusal | null
}

/** What the address of the answering screen names, with the reason when it cannot be answered. */
export function useAnswerPlace(): AnswerPlace | null {
  const { waveId = '' } = useParams()
  const [asked] = useSearchParams()
  const today = useToday()
  const place: SheetPlace = {
    waveId,
    instrumentId: asked.get('instrument') ?? '',
    familyId: asked.get('family') ?? '',
    childId: asked.get('child') ?? '',
    respondentId: asked.get('respondent') ?? '',
    pairId: asked.get('pair'),
  }
  const itsWave = useRecord(wave, waveId)
  const itsInstrument = useInstrument(place.instrumentId)
  const consents = useRecords(consent, { familyId: place.familyId })
  const sheets = useRecords(answerSheet, { waveId, respondentId: place.respondentId })
  if (itsWave === null || itsInstrument === null) return null
  const own = answerSheetIdOf(place)
  const known = sheets.find(({ id }) => id === own) ?? sheets.find((one) => isAnswerTo(place, one))
  const closed =
    refuseWithoutConsent(consents, place.childId, 'assessment', today) ??
    (itsWave.state === 'closed' ? refusal('WaveClosed') : null) ??
    (itsWave.opensOn > today ? refusal('WaveNotOpen', { on: itsWave.opensOn }) : null)
  return { place, wave: itsWave, instrument: itsInstrument, sheetId: known?.id ?? own, closed }
}
