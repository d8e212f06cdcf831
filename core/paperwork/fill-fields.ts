import type { ChartSpec } from '../evaluation/charts/chart-spec.ts'
import type {
  CountLine,
  EvaluationSummary,
  GapSection,
  ScaleSection,
  WrittenHead,
} from './evaluation-summary.ts'
import { writtenHeads } from './evaluation-summary.ts'
import { summaryFields } from './summary-fields.ts'

export interface Picture {
  readonly chart: ChartSpec
}
export type FieldValue = string | boolean | Picture | readonly FieldValues[]
export type FieldValues = { readonly [name: string]: FieldValue }

type Caption = (id: string, title: string) => string

/**
 * Values by the names that templates use: each under its Chinese and its English name. `used` are the fields that the
 * template prints: figures are numbered over those that appear.
 */
export function fillFields(summary: EvaluationSummary, used: readonly string[]): FieldValues {
  let figures = 0
  const caption: Caption = (id, title) => {
    if (!used.includes(id)) return title
    figures += 1
    return `${summary.words.figure} ${figures}  ${title}`
  }
  return withBothNames({
    ...fillHead(summary),
    ...fillCounts(summary),
    ...fillTexts(summary),
    digest: summary.digest,
    hasMissing: summary.missing.length > 0,
    hasGaps: summary.gaps.length > 0,
    aims: summary.aims.map((aim) => ({ aim })),
    meetings: summary.meetings.map(({ form, goalAttainment, ...line }) => ({
      ...line,
      meetingForm: form,
      meetingGoals: goalAttainment,
    })),
    seats: summary.seats.map((line) => ({ ...line })),
    scales: summary.scales.map((scale) => fillScale(scale, caption)),
    gaps: summary.gaps.map((gap) => fillGap(gap, caption)),
    missing: summary.missing.map(({ code, scale, moment, why }) => ({
      missingCode: code,
      missingScale: scale,
      missingMoment: moment,
      missingWhy: why,
    })),
    limits: summary.limits.map((limit) => ({ limit })),
    numbers: summary.numbers.map((trace) => ({
      traceId: trace.id,
      traceWhat: trace.what,
      traceValue: trace.shown,
      traceN: trace.n === null ? '' : String(trace.n),
      traceMethod: trace.method,
      traceWave: trace.wave,
      traceInstrument: trace.instrument,
      traceComputedAt: trace.computedAt.slice(0, 16).replace('T', ' '),
    })),
  })
}

function fillHead({ head }: EvaluationSummary): FieldValues {
  const { isSample, ...texts } = head
  return { ...texts, isSample }
}

function fillCounts({ counts }: EvaluationSummary): FieldValues {
  const { total, sentence, ref, ...plain } = counts
  const times = Object.entries<string>({ ...total } satisfies CountLine).map(([key, value]) => [
    `${key}Times`,
    value,
  ])
  return {
    ...plain,
    ...Object.fromEntries(times),
    attendanceSentence: sentence,
    attendanceRef: ref,
  }
}

/** What nobody has written yet is said, so that it is noticed before it is signed. */
function fillTexts({ texts, words, head }: EvaluationSummary): FieldValues {
  const written = writtenHeads.map((name: WrittenHead) => [
    name,
    texts[name].trim() === '' ? words.notWritten : texts[name].trim(),
  ])
  return { ...Object.fromEntries(written), sampleNotice: head.isSample ? words.sampleNotice : '' }
}

function fillScale(scale: ScaleSection, caption: Caption): FieldValues {
  const { id: _id, title, lines, warnings, chartLines, chartChange, chartAttendance } = scale
  const { instrument, side, direction, sentence, paragraph, n, before, after } = scale
  const { change, interval, size, sizeInterval, improved, ref } = scale
  return {
    scaleTitle: title,
    ...{ instrument, side, direction, sentence, paragraph, n, before, after },
    ...{ change, interval, size, sizeInterval, improved, ref },
    chartLines: { chart: chartLines },
    captionLines: caption('captionLines', chartLines.title),
    chartChange: { chart: chartChange },
    captionChange: caption('captionChange', chartChange.title),
    chartAttendance: { chart: chartAttendance },
    captionAttendance: caption('captionAttendance', chartAttendance.title),
    lines: lines.map((line) => ({
      lineCode: line.code,
      lineBefore: line.before,
      lineAfter: line.after,
      lineFollowUp: line.followUp,
      lineChange: line.change,
      lineReliable: line.reliable,
      lineAttendance: line.attendance,
    })),
    warnings: warnings.map((warning) => ({ warning })),
  }
}

function fillGap(gap: GapSection, caption: Caption): FieldValues {
  return {
    gapTitle: gap.title,
    gapSentence: gap.sentence,
    gapRef: gap.ref,
    chartGap: { chart: gap.chart },
    captionGap: caption('captionGap', gap.chart.title),
  }
}

const chineseNames = new Map(summaryFields.map(({ id, zh }) => [id, zh]))

function withBothNames(values: FieldValues): FieldValues {
  const both: Record<string, FieldValue> = {}
  for (const [id, value] of Object.entries(values)) {
    const filled = isList(value) ? value.map(withBothNames) : value
    both[id] = filled
    const zh = chineseNames.get(id)
    if (zh !== undefined) both[zh] = filled
  }
  return both
}

function isList(value: FieldValue): value is readonly FieldValues[] {
  return Array.isArray(value)
}
