import { fillSources } from './papers/fill-sources.ts'
import type {
  CountLine,
  EvaluationSummary,
  GapSection,
  SatisfactionSection,
  ScaleLine,
  ScaleSection,
} from './evaluation-summary.ts'
import {
  fillClosing,
  fillWritten,
  numberFigures,
  withBothNames,
  type Caption,
  type FieldValues,
} from './field-values.ts'
import { summaryFields } from './summary-fields.ts'

/**
 * Values by the names that templates use: each under its Chinese and its English name. `used` are the fields that the
 * template prints: figures are numbered over those that appear.
 */
export function fillFields(summary: EvaluationSummary, used: readonly string[]): FieldValues {
  const { words, head } = summary
  const caption = numberFigures(words.figure, used)
  return withBothNames(
    {
      ...head,
      ...fillCounts(summary),
      ...fillWritten(summary.texts, words.notWritten),
      sampleNotice: head.isSample ? words.sampleNotice : '',
      digest: summary.digest,
      hasMissing: summary.missing.length > 0,
      hasGaps: summary.gaps.length > 0,
      hasOthers: summary.others.length > 0,
      hasSatisfaction: summary.satisfaction !== null,
      detailNote: summary.detailNote,
      overview: summary.overview.map(fillLine),
      others: summary.others.map((other) => ({
        otherTitle: other.title,
        otherSide: other.side,
        otherScores: other.scores,
        otherRef: other.ref,
      })),
      ...fillSatisfaction(summary.satisfaction),
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
      ...fillClosing(summary.limits, summary.rows),
      ...fillSources(summary.sources),
    },
    summaryFields,
  )
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

function fillLine(line: ScaleLine): FieldValues {
  const { id: _id, title, ...rest } = line
  return { scaleTitle: title, ...rest }
}

function fillSatisfaction(section: SatisfactionSection | null): FieldValues {
  return {
    satisfactionSentence: section?.sentence ?? '',
    satisfactionRef: section?.ref ?? '',
    satisfactionItems: (section?.items ?? []).map(({ item, n, mean, shares, ref }) => ({
      satisfactionItem: item,
      satisfactionN: n,
      satisfactionMean: mean,
      satisfactionShares: shares,
      satisfactionItemRef: ref,
    })),
  }
}

function fillScale(scale: ScaleSection, caption: Caption): FieldValues {
  const { lines, warnings, chartLines, chartChange, chartAttendance, ...rest } = scale
  return {
    ...fillLine(rest),
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
      lineRef: line.ref,
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
