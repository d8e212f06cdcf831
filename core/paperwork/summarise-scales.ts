import {
  drawAttendanceChange,
  drawChangeDots,
  drawGapDumbbell,
  drawPairedLines,
} from '../evaluation/charts/draw-group-charts.ts'
import { scoreAt } from '../evaluation/collect-lines.ts'
import type { MirrorChange } from '../evaluation/compare-mirrors.ts'
import { describeChange, writeSide } from '../evaluation/describe-change.ts'
import type { ChangeLine, ScaleChange } from '../evaluation/evaluate-change.ts'
import {
  placesFor,
  writeNumber,
  writeShare,
  writeSigned,
  type Wording,
} from '../evaluation/write-numbers.ts'
import { readWords } from '../inquiry/words.ts'
import type { FamilyLine, GapSection, ScaleSection } from './evaluation-summary.ts'
import type { Ledger } from './keep-ledger.ts'
import { noteScale } from './note-scale.ts'
import type { SummaryInput } from './summary-input.ts'

const nothing = '–'

/** One section per scale: the sentence, the figures, every family's line and the pictures. */
export function summariseScale(
  scale: ScaleChange,
  input: SummaryInput,
  ledger: Ledger,
): ScaleSection {
  const { wording } = input
  const { translate, language } = wording
  const from = ledger.mark()
  const noted = noteScale(scale, input, ledger)
  const words = describeChange(scale, wording)
  return {
    id: scale.id,
    title: readWords(scale.title, language),
    instrument: nameInstrument(scale, wording),
    side: writeSide(scale, translate).trim(),
    direction: translate(`evaluation:direction.${scale.direction}`),
    ...words,
    ...noted,
    ref: ledger.refSince(from),
    lines: scale.lines.map((line) => writeLine(scale, line, wording)),
    warnings: scale.warnings.map(({ id, details }) =>
      translate(`evaluation:warnings.${id}`, details),
    ),
    chartLines: drawPairedLines(scale, wording),
    chartChange: drawChangeDots(scale, wording),
    chartAttendance: drawAttendanceChange(scale, wording),
  }
}

export function nameInstrument(
  scale: Pick<ScaleChange, 'instrumentTitle' | 'instrumentCode' | 'instrumentVersion'>,
  { language }: Wording,
): string {
  const { instrumentTitle, instrumentCode, instrumentVersion } = scale
  return `${readWords(instrumentTitle, language)} (${instrumentCode} ${instrumentVersion})`
}

function writeLine(scale: ScaleChange, line: ChangeLine, { translate }: Wording): FamilyLine {
  const places = placesFor(scale.range)
  const score = (value: number | null): string =>
    value === null ? nothing : writeNumber(value, places)
  const share = line.attendance?.liveShare ?? null
  return {
    code: line.label,
    before: score(scoreAt(line.before)),
    after: score(scoreAt(line.after)),
    followUp: score(scoreAt(line.followUp)),
    change: line.change === null ? nothing : writeSigned(line.change, places),
    reliable:
      line.reliable === null ? nothing : translate(`evaluation:reliableSize.${line.reliable.size}`),
    attendance: share === null ? nothing : writeShare(share),
  }
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
  const values = {
    count: numbers.n,
    questions: mirror.questions,
    before: note('before', numbers.before?.mean ?? null, false),
    after: note('after', numbers.after?.mean ?? null, false),
    change: note('change', numbers.mean, true),
    low: note('low', numbers.interval?.low ?? null, true),
    high: note('high', numbers.interval?.high ?? null, true),
  }
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
