import { describeLoss } from '../../../statistics/index.ts'
import type { SurveyLine, SurveyScaleChange } from '../../evaluation/evaluate-survey-change.ts'
import { placesFor } from '../../evaluation/write-numbers.ts'
import {
  methodIn,
  noteCount,
  noteNumber,
  noteSigned,
  noteTogether,
  nothing,
} from './note-figures.ts'
import { changeSource, groupName, noteInterval, type TwoWaves } from './summarise-survey-change.ts'
import type { Noting } from './summarise-measures.ts'
import type { LossLine, MissingCodes } from './survey-paper.ts'

/** Who is missing at either wave, scale by scale and group by group, and whether those lost started elsewhere. */
export function summariseLoss(
  scale: SurveyScaleChange,
  waves: TwoWaves,
  noting: Noting,
): readonly LossLine[] {
  return scale.groups
    .map(({ label }) => label)
    .filter((label) => ownLines(scale, label).some(({ change }) => change === null))
    .map((label) => lossOf(scale, label, waves, noting))
}

function ownLines(scale: SurveyScaleChange, label: string): readonly SurveyLine[] {
  return scale.lines.filter(({ group }) => group === label)
}

function lossOf(
  scale: SurveyScaleChange,
  label: string,
  waves: TwoWaves,
  noting: Noting,
): LossLine {
  const { ledger } = noting
  const whole = changeSource(scale, waves, noting)
  const group = groupName(label, whole)
  const source = { ...whole, about: `${whole.about} (${group})` }
  const lines = ownLines(scale, label)
  const loss = describeLoss(
    lines.map(({ before }) => before),
    lines.map(({ after }) => after),
  )
  const places = placesFor(scale.range)
  const started = lines.filter(({ before }) => before !== null).length
  const both = lines.filter(({ change }) => change !== null).length
  const late = lines.filter(({ before, after }) => before === null && after !== null).length
  const { lost, kept, difference } = loss.ok
    ? loss.value
    : { lost: null, kept: null, difference: null }
  const mean = methodIn(source, 'mean')
  const from = ledger.mark()
  const meanOf = (key: string, some: typeof lost) =>
    noteNumber(source, { key, value: some?.mean ?? null, n: some?.n ?? 0, method: mean }, places)
  const figures = noteTogether(source, () => ({
    started: noteCount(source, 'started', started),
    both: noteCount(source, 'both', both),
    lost: noteCount(source, 'lost', started - both),
    late: noteCount(source, 'late', late),
    lostMean: meanOf('lostMean', lost),
    keptMean: meanOf('keptMean', kept),
    difference:
      difference === null
        ? nothing
        : `${noteSigned(source, { key: 'startDifference', value: difference.value, n: started, method: mean }, places)} (${noteInterval(source, 'startDifference', difference.interval, places, started)})`,
  }))
  return {
    scale: whole.about,
    group,
    ...figures,
    ref: ledger.refSince(from),
  }
}

const mostCodes = 60

/** The codes of those without a score at a wave: each once, whatever the scale; a long list is cut and says so. */
export function listMissingCodes(
  scales: readonly SurveyScaleChange[],
  { before, after }: TwoWaves,
  { wording }: Noting,
): readonly MissingCodes[] {
  const moments = [
    ['before', before.title],
    ['after', after.title],
  ] as const
  const labels = [...new Set(scales.flatMap(({ groups }) => groups.map(({ label }) => label)))]
  return moments.flatMap(([moment, wave]) =>
    labels.flatMap((label) => {
      const codes = [
        ...new Set(
          scales.flatMap((scale) =>
            ownLines(scale, label)
              .filter((line) => line[moment] === null)
              .map(({ code }) => code),
          ),
        ),
      ]
      if (codes.length === 0) return []
      const shown = codes.slice(0, mostCodes).join(wording.translate('paperwork:summary.nameGap'))
      const rest = codes.length - mostCodes
      return [
        {
          wave,
          group: groupName(label, { wording }),
          count: String(codes.length),
          codes:
            rest > 0
              ? `${shown}${wording.translate('paperwork:survey.moreCodes', { count: rest })}`
              : shown,
        },
      ]
    }),
  )
}
