import { evaluateChange, type GroupChange } from '../evaluation/evaluate-change.ts'
import { writeSide } from '../evaluation/describe-change.ts'
import { respondents } from '../inquiry/scale.ts'
import { readWords } from '../inquiry/words.ts'
import type { EvaluationSummary, MissingPlace } from './evaluation-summary.ts'
import { chooseDetailed, noteDetailed } from './choose-detailed.ts'
import { describeGroup } from './describe-group.ts'
import { noteOtherScale } from './note-lines.ts'
import { hideInSummary } from './hide-in-summary.ts'
import { digestOf, keepLedger } from './keep-ledger.ts'
import { writeSources } from './papers/fill-sources.ts'
import { listLimits } from './list-limits.ts'
import { summariseCounts, summariseMeetings, summariseSeats } from './summarise-attendance.ts'
import { summariseSatisfaction } from './summarise-satisfaction.ts'
import { summariseGap, summariseLine, summariseScale } from './summarise-scales.ts'
import type { SummaryInput } from './summary-input.ts'

/**
 * The evaluation summary of a group (form-F13) from what is already on record (PAP-3 … PAP-6). Pure: the same records
 * give the same document and the same digest.
 */
export function buildEvaluationSummary(given: SummaryInput): EvaluationSummary {
  const input = hideInSummary(given)
  const { wording, group, records } = input
  const change = evaluateChange(records, input.options)
  const scales = change.scales.toSorted(
    (left, right) => respondents.indexOf(left.respondent) - respondents.indexOf(right.respondent),
  )
  const detailed = chooseDetailed(scales, input.scaleIds)
  const ledger = keepLedger(input.computedAt)
  const counts = summariseCounts(input, ledger)
  const rows = scales.map((scale) => {
    const hasSection = detailed.includes(scale)
    return { scale, hasSection, line: summariseLine(scale, input, ledger, hasSection) }
  })
  const sections = rows
    .filter(({ hasSection }) => hasSection)
    .map(({ scale, line }) => summariseScale(scale, line, input, ledger))
  const others = rows
    .filter(({ hasSection }) => !hasSection)
    .map(({ scale }) => noteOtherScale(scale, input, ledger))
  const gaps = change.mirrors
    .filter(({ questions, lines }) => questions > 0 && lines.length > 0)
    .map((mirror) => summariseGap(mirror, input, ledger))
  const satisfaction = summariseSatisfaction(input, ledger)
  const numbers = ledger.entries()
  return {
    language: wording.language,
    head: describeGroup({ ...input, meetings: records.meetings }),
    aims: group.aims,
    counts,
    meetings: summariseMeetings(input),
    seats: summariseSeats(input),
    overview: rows.map(({ line }) => line),
    detailNote: noteDetailed(detailed, scales, input),
    scales: sections,
    others,
    satisfaction,
    gaps,
    missing: listMissing(change, input),
    limits: listLimits(change, detailed, input),
    sources: writeSources(input.sources, wording),
    texts: input.texts,
    numbers,
    rows: ledger.rows(),
    digest: digestOf(numbers),
    words: {
      notWritten: wording.translate('paperwork:summary.notWritten'),
      none: wording.translate('paperwork:summary.none'),
      figure: wording.translate('paperwork:summary.figure'),
      undrawable: wording.translate('paperwork:summary.undrawable'),
      sampleNotice: wording.translate('paperwork:summary.sampleNotice'),
    },
  }
}

/** PAP-5: everybody who is missing stands in the document, by code, with the wave and the reason: each once, with all scales. */
function listMissing(change: GroupChange, { wording }: SummaryInput): readonly MissingPlace[] {
  const { translate, language } = wording
  const places = new Map<string, MissingPlace>()
  for (const scale of change.scales)
    for (const { label, moment, why } of scale.completeness.missing) {
      const key = `${label} ${moment} ${why}`
      const title = `${readWords(scale.title, language)}${writeSide(scale, translate)}`
      const known = places.get(key)
      places.set(key, {
        code: label,
        scale:
          known === undefined
            ? title
            : `${known.scale}${translate('paperwork:summary.nameGap')}${title}`,
        moment: translate(`evaluation:moment.${moment}`),
        why: translate(`evaluation:why.${why}`),
      })
    }
  return [...places.values()]
}
