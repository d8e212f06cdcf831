import {
  drawAttendanceChange,
  drawChangeDots,
  drawGapDumbbell,
  drawPairedLines,
} from '../evaluation/charts/draw-group-charts.ts'
import type { MirrorChange } from '../evaluation/compare-mirrors.ts'
import { describeChange, writeSide } from '../evaluation/describe-change.ts'
import type { ScaleChange } from '../evaluation/evaluate-change.ts'
import { writeNumber, writeSigned, type Wording } from '../evaluation/write-numbers.ts'
import { readWords } from '../inquiry/words.ts'
import type { GapSection, ScaleLine, ScaleSection } from './evaluation-summary.ts'
import { figuresOf, type Ledger } from './keep-ledger.ts'
import { noteLine } from './note-lines.ts'
import { noteScale } from './note-scale.ts'
import type { SummaryInput } from './summary-input.ts'

const nothing = '–'

/** A scale with pages of its own: the sentence, the figures, every family's line and the pictures. */
export function summariseScale(
  scale: ScaleChange,
  line: ScaleLine,
  input: SummaryInput,
  ledger: Ledger,
): ScaleSection {
  const { wording } = input
  const { translate } = wording
  return {
    ...line,
    instrument: nameInstrument(scale, wording),
    direction: translate(`evaluation:direction.${scale.direction}`),
    ...describeChange(scale, wording),
    lines: scale.lines.map((one) => noteLine(scale, one, input, ledger)),
    warnings: scale.warnings.map(({ id, details }) =>
      translate(`evaluation:warnings.${id}`, details),
    ),
    chartLines: drawPairedLines(scale, wording),
    chartChange: drawChangeDots(scale, wording),
    chartAttendance: drawAttendanceChange(scale, wording),
  }
}

/** One row of the table of all scales. */
export function summariseLine(
  scale: ScaleChange,
  input: SummaryInput,
  ledger: Ledger,
  hasSection: boolean,
): ScaleLine {
  const { translate, language } = input.wording
  const from = ledger.mark()
  const noted = noteScale(scale, input, ledger, hasSection)
  return {
    id: scale.id,
    title: readWords(scale.title, language),
    side: writeSide(scale, translate).trim(),
    ...noted,
    ref: ledger.refSince(from),
  }
}

export function nameInstrument(
  scale: Pick<ScaleChange, 'instrumentTitle' | 'instrumentCode' | 'instrumentVersion'>,
  { language }: Wording,
): string {
  const { instrumentTitle, instrumentCode, instrumentVersion } = scale
  return `${readWords(instrumentTitle, language)} (${instrumentCode} ${instrumentVersion})`
}

/** The misunderstanding between child and adult, before and after. */
export function summariseGap(
  mirror: MirrorChange,
  input: SummaryInput,
  ledger: Ledger,
): GapSection {
  const { translate, language } = input.wording
  const { before, after } = input.records.waves
  const from = ledger.mark()
  const { numbers } = mirror
  const note = (key: string, value: number | null, signed: boolean): string =>
    ledger.note({
      what: translate(`paperwork:gap.${key}`),
      value,
      shown: value === null ? nothing : signed ? writeSigned(value, 2) : writeNumber(value, 2),
      n: numbers.n,
      method: translate('paperwork:method.gap', { questions: mirror.questions }),
      waveIds: [before.id, after.id],
      wave: `${before.title} → ${after.title}`,
      instrument: `${readWords(mirror.childTitle, language)} / ${readWords(mirror.adultTitle, language)}`,
    })
  const row = figuresOf('', translate('evaluation:describe.listGap'))
  const values = ledger.together(row, () => ({
    count: numbers.n,
    questions: mirror.questions,
    before: note('before', numbers.before?.mean ?? null, false),
    after: note('after', numbers.after?.mean ?? null, false),
    change: note('change', numbers.mean, true),
    low: note('low', numbers.interval?.low ?? null, true),
    high: note('high', numbers.interval?.high ?? null, true),
  }))
  return {
    title: translate('paperwork:gap.title'),
    sentence: translate(
      numbers.interval === null
        ? 'paperwork:gap.sentenceWithoutInterval'
        : 'paperwork:gap.sentence',
      values,
    ),
    ref: ledger.refSince(from),
    chart: drawGapDumbbell(mirror, input.wording),
  }
}
