// What every sheet must meet, whether a known person or a code answered.
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need } from '../sync/kind.ts'
import { listAskedItems } from './asked-items.ts'
import type { Answers } from './check-answers.ts'
import { findBrokenRules } from './find-broken-rules.ts'
import { instrument, type Instrument } from './instrument.ts'
import { wave, type Wave } from './wave.ts'

interface SheetPlace {
  readonly waveId: string
  readonly instrumentId: string
}

interface SheetSetting {
  readonly wave: Wave
  readonly instrument: Instrument
}

export function sheetNeeds(sheet: SheetPlace): readonly Need[] {
  return [
    { kind: 'wave', where: { id: sheet.waveId } },
    { kind: 'instrument', where: { id: sheet.instrumentId } },
  ]
}

export function findSetting(sheet: SheetPlace, found: Found): SheetSetting | null {
  const itsWave = found.of(wave).find((one) => one.id === sheet.waveId)
  const itsInstrument = found.of(instrument).find((one) => one.id === sheet.instrumentId)
  return itsWave === undefined || itsInstrument === undefined
    ? null
    : { wave: itsWave, instrument: itsInstrument }
}

/** INQ-4: a sheet belongs to an open wave that asks this published instrument of such respondents. */
export function refuseSetting(
  sheet: SheetPlace,
  setting: SheetSetting,
  subject: Wave['subject'],
  today: string,
): Refusal | null {
  const { wave: itsWave, instrument: itsInstrument } = setting
  if (itsWave.subject !== subject) return refusal('WrongWaveSubject', { subject: itsWave.subject })
  if (itsWave.state === 'closed') return refusal('WaveClosed')
  if (itsWave.opensOn > today) return refusal('WaveNotOpen', { on: itsWave.opensOn })
  if (!itsWave.instrumentIds.includes(sheet.instrumentId)) return refusal('InstrumentNotInWave')
  return itsInstrument.state === 'draft'
    ? refusal('InstrumentNotPublished', { code: itsInstrument.code })
    : null
}

const isAnswered = (answers: Answers, id: string) =>
  (answers[id] ?? null) !== null && answers[id] !== ''

export function refuseEmpty(itsInstrument: Instrument, answers: Answers): Refusal | null {
  return itsInstrument.items.some((item) => isAnswered(answers, item.id))
    ? null
    : refusal('NothingAnswered')
}

/** What the instrument cannot do without; asked on a screen only, for a gap on paper is a fact. */
export function refuseGaps(itsInstrument: Instrument, answers: Answers): Refusal | null {
  const open = listAskedItems(itsInstrument, answers).filter(
    (item) => item.required && !isAnswered(answers, item.id),
  )
  return open.length === 0
    ? null
    : refusal('RequiredItemsOpen', { items: open.map((item) => item.number).join(', ') })
}

/** INQ-19: the item's own rule holds of what is handed in, on a screen and on paper alike, as its limits do. */
export function refuseBrokenRules(itsInstrument: Instrument, answers: Answers): Refusal | null {
  const [broken] = findBrokenRules(itsInstrument, answers)
  return broken === undefined ? null : refusal('AnswerBreaksRule', { item: broken.item.number })
}

/** INQ-19: a day that cannot have come yet, by the deciding side's calendar. */
export function refuseDaysToCome(
  itsInstrument: Pick<Instrument, 'items'>,
  answers: Answers,
  today: string,
): Refusal | null {
  const late = itsInstrument.items.find(({ id, response }) => {
    const answer = answers[id] ?? null
    return (
      response.kind === 'date' &&
      response.notAfterToday &&
      typeof answer === 'string' &&
      answer > today
    )
  })
  return late === undefined ? null : refusal('AnswerDayToCome', { item: late.number })
}
