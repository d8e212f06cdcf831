import type { Interval } from '../../../statistics/index.ts'
import { drawGroupChanges, drawSurveyLines } from '../../evaluation/charts/draw-survey-charts.ts'
import { describeSurveyChange } from '../../evaluation/describe-survey-change.ts'
import type { SurveyGroup, SurveyScaleChange } from '../../evaluation/evaluate-survey-change.ts'
import { placesFor, writeShare } from '../../evaluation/write-numbers.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Known } from '../../evaluation/evaluation-records.ts'
import { noteContrast, writeAdjusted } from './note-contrasts.ts'
import {
  noteCount,
  noteNumber,
  noteSigned,
  noteTogether,
  nothing,
  titleOf,
  type Source,
} from './note-figures.ts'
import type { Noting } from './summarise-measures.ts'
import type { GroupChangeLine, SurveyChangeSection } from './survey-paper.ts'

export interface TwoWaves {
  readonly instrument: Known<Instrument>
  readonly before: Known<Wave>
  readonly after: Known<Wave>
}

/** More lines than this are a grey field: then only the groups' means are drawn. */
const mostDrawnLines = 400

export function changeSource(
  scale: SurveyScaleChange,
  { instrument, before, after }: TwoWaves,
  { ledger, wording }: Noting,
): Source {
  const about = titleOf(scale.title, scale.scaleId, wording)
  return { ledger, wording, waves: [before, after], instrument, about }
}

/** One scale from before to after: each group's change, the groups beside each other, and the pictures. */
export function summariseSurveyChange(
  scale: SurveyScaleChange,
  hidden: readonly string[],
  waves: TwoWaves,
  noting: Noting,
): SurveyChangeSection {
  const { ledger, wording } = noting
  const source = changeSource(scale, waves, noting)
  const places = placesFor(scale.range)
  const words = describeSurveyChange(scale, wording)
  const from = ledger.mark()
  const groups = scale.groups.map((group) => noteGroup(group, places, source))
  for (const contrast of scale.comparison?.contrasts ?? []) noteContrast(contrast, places, source)
  const adjusted = writeAdjusted(scale.comparison, places, source)
  return {
    title: source.about,
    sentences: [...words.groups, ...sayHidden(hidden, source)],
    groups,
    comparisons: [...words.contrasts, ...adjusted],
    ref: ledger.refSince(from),
    warnings: words.warnings,
    chartLines: scale.groups
      .filter(({ numbers }) => numbers.n > 0 && numbers.n <= mostDrawnLines)
      .map(({ label }) => ({
        ...drawSurveyLines(scale, label, wording),
        title: wording.translate('paperwork:surveyChart.lines', {
          scale: source.about,
          group: groupName(label, source),
        }),
      })),
    chartGroups: {
      ...drawGroupChanges(scale, wording),
      title: wording.translate('paperwork:surveyChart.groups', { scale: source.about }),
    },
  }
}

function sayHidden(hidden: readonly string[], source: Source): readonly string[] {
  if (hidden.length === 0) return []
  const { translate } = source.wording
  const groups = hidden
    .map((label) => groupName(label, source))
    .join(translate('paperwork:summary.nameGap'))
  return [translate('paperwork:survey.hiddenGroups', { groups }).trim()]
}

export function groupName(label: string, { wording }: Pick<Source, 'wording'>): string {
  return label === '' ? wording.translate('evaluation:describe.unnamedGroup') : label
}

function noteGroup(
  { label, numbers }: SurveyGroup,
  places: number,
  whole: Source,
): GroupChangeLine {
  const { ledger, wording } = whole
  const { translate } = wording
  const name = groupName(label, whole)
  const source = { ...whole, about: label === '' ? whole.about : `${whole.about} (${name})` }
  const from = ledger.mark()
  const mean = translate('paperwork:method.mean')
  const of = (key: string, value: number | null, method: string) => ({
    key,
    value,
    n: numbers.n,
    method,
  })
  const line = noteTogether(source, () => ({
    n: noteCount(source, 'both', numbers.n),
    before: noteNumber(source, of('before', numbers.before?.mean ?? null, mean), places),
    after: noteNumber(source, of('after', numbers.after?.mean ?? null, mean), places),
    change: noteSigned(source, of('change', numbers.mean, mean), places),
    interval: noteInterval(source, 'change', numbers.interval, places, numbers.n),
    size: noteSigned(
      source,
      of('size', numbers.effect?.gAv ?? null, translate('paperwork:method.gAv')),
      2,
    ),
  }))
  return { group: name, ...line, ref: ledger.refSince(from) }
}

/** Both limits under their own ids; `–` where there is no interval. */
export function noteInterval(
  source: Source,
  key: string,
  interval: Interval | null,
  places: number,
  n: number,
): string {
  if (interval === null) return nothing
  const { translate } = source.wording
  const { low, high, level, achieved } = interval
  const method = `${translate(`evaluation:method.${interval.method}`)}, ${writeShare(achieved ?? level)}`
  return translate('paperwork:summary.range', {
    low: noteSigned(source, { key: `${key}Low`, value: low, n, method }, places),
    high: noteSigned(source, { key: `${key}High`, value: high, n, method }, places),
  })
}
