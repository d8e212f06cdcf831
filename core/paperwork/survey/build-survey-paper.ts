import {
  evaluateSurveyChange,
  type SurveyScaleChange,
} from '../../evaluation/evaluate-survey-change.ts'
import { hideSmallGroups } from '../../evaluation/survey/hide-small-groups.ts'
import { noTest } from '../../evaluation/test-change.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { summariseSurvey } from '../../inquiry/survey-summary.ts'
import { done, type Outcome } from '../../kit/outcome.ts'
import { digestOf, keepLedger } from '../keep-ledger.ts'
import { listLimits, summariseHead, wavesOf, writeResponse } from './frame-survey-paper.ts'
import { listMissingCodes, summariseLoss } from './summarise-loss.ts'
import { crossOnPaper } from './cross-on-paper.ts'
import { drawFrequencies, summariseFrequencies } from './summarise-frequencies.ts'
import { summariseItems } from './summarise-items.ts'
import {
  summariseMeasure,
  summariseWave,
  type Noting,
  type Surveyed,
} from './summarise-measures.ts'
import { summariseReturns } from './summarise-returns.ts'
import { summariseSurveyChange, type TwoWaves } from './summarise-survey-change.ts'
import { summariseSurveyScale } from './summarise-survey-scale.ts'
import type { SurveyPaperInput } from './survey-paper-input.ts'
import type { SurveyPaper, SurveyScaleSection } from './survey-paper.ts'

/**
 * The report of a survey by codes: one wave alone, or two with each group's change (PAP-3, PAP-6, PAP-13). Pure: the same
 * records give the same document and digest. Refuses answers that the questionnaire does not allow.
 */
export function buildSurveyPaper(input: SurveyPaperInput): Outcome<SurveyPaper> {
  const surveyed = surveyEach(input)
  if (!surveyed.ok) return surveyed
  const { wording } = input
  const { translate, language } = wording
  const ledger = keepLedger(input.computedAt)
  const noting = { ledger, wording }
  const parts = surveyed.value
  const waves = parts.map((part) => summariseWave(part, noting))
  const rates = summariseReturns(input, noting)
  const measures = listMeasures(parts, noting)
  const change = evaluateBoth(input)
  const changes = change.map(({ shown, hidden, two }) =>
    summariseSurveyChange(shown, hidden, two, noting),
  )
  const losses = change.flatMap(({ shown, two }) => summariseLoss(shown, two, noting))
  const scales = listSections(parts, input, noting, (title) =>
    measures.filter(({ scale }) => scale === title).map(({ ref }) => ref),
  )
  const otherItems = listOtherItems(parts, noting)
  const { crosses, mostlyHidden } = crossOnPaper(parts, input.tables, noting)
  const frequencies = summariseFrequencies(parts, noting)
  const numbers = ledger.entries()
  const two = change[0]?.two
  const paper: SurveyPaper = {
    language,
    head: summariseHead(input),
    response: writeResponse(
      parts,
      noting,
      waves.map(({ ref }) => ref),
    ),
    twice: changes.length > 0,
    ...{ waves, rates, measures, changes, losses, scales, otherItems, crosses, frequencies },
    pictures: input.withFigures ? drawFrequencies(parts, noting) : [],
    crossMethod: writeCrossMethod(crosses.length, mostlyHidden, wording),
    missing:
      two === undefined
        ? []
        : listMissingCodes(
            change.map(({ scale }) => scale),
            two,
            noting,
          ),
    limits: listLimits(
      input,
      change.map(({ shown }) => shown),
    ),
    texts: input.texts,
    numbers,
    rows: ledger.rows(),
    digest: digestOf(numbers),
    words: wordsOf(translate),
  }
  return done(paper)
}

function writeCrossMethod(
  count: number,
  mostlyHidden: number,
  { translate, language }: SurveyPaperInput['wording'],
): string {
  return [
    count === 0 ? '' : translate('paperwork:survey.crossMethod'),
    mostlyHidden === 0 ? '' : translate('paperwork:survey.crossLeftOut', { count: mostlyHidden }),
  ]
    .filter((line) => line !== '')
    .join(language === 'en' ? ' ' : '')
}

function wordsOf(translate: SurveyPaperInput['wording']['translate']): SurveyPaper['words'] {
  return {
    notWritten: translate('paperwork:summary.notWritten'),
    figure: translate('paperwork:summary.figure'),
    sampleNotice: translate('paperwork:summary.sampleNotice'),
    undrawable: translate('paperwork:summary.undrawable'),
  }
}

/** Each questionnaire at each wave, sheets in the order of their codes. */
function surveyEach(input: SurveyPaperInput): Outcome<readonly Surveyed[]> {
  const parts: Surveyed[] = []
  for (const instrument of input.instruments) {
    for (const wave of wavesOf(input).filter(({ instrumentIds }) =>
      instrumentIds.includes(instrument.id),
    )) {
      const sheets = input.sheets
        .filter(({ waveId, instrumentId }) => waveId === wave.id && instrumentId === instrument.id)
        .sort((left, right) => (left.respondentCode < right.respondentCode ? -1 : 1))
      const summary = summariseSurvey(
        instrument,
        sheets.map(({ answers }) => answers),
      )
      if (!summary.ok) return summary
      if (sheets.length > 0) parts.push({ wave, instrument, sheets, summary: summary.value })
    }
  }
  return done(parts)
}

function listMeasures(parts: readonly Surveyed[], noting: Noting) {
  const instruments = [...new Set(parts.map(({ instrument }) => instrument))]
  return instruments.flatMap((instrument) =>
    scalesOf(instrument).flatMap(({ id }) =>
      parts
        .filter((part) => part.instrument === instrument)
        .flatMap((part) => {
          const scale = part.summary.scales.find(({ scaleId }) => scaleId === id)
          return scale === undefined ? [] : [summariseMeasure(part, scale, noting)]
        }),
    ),
  )
}

function listSections(
  parts: readonly Surveyed[],
  { split }: SurveyPaperInput,
  noting: Noting,
  refsOf: (title: string) => readonly string[],
): readonly SurveyScaleSection[] {
  const instruments = [...new Set(parts.map(({ instrument }) => instrument))]
  return instruments.flatMap((instrument) =>
    scalesOf(instrument).flatMap(({ id }) => {
      const own = parts.filter((part) => part.instrument === instrument)
      const section = summariseSurveyScale(id, own, split, noting)
      if (section === null) return []
      const refs = [...refsOf(section.title), section.ref].filter((ref) => ref !== '')
      return [{ ...section, ref: refs.join(noting.wording.translate('paperwork:summary.refGap')) }]
    }),
  )
}

/** Items that no scale counts, at the first wave. */
function listOtherItems(parts: readonly Surveyed[], noting: Noting) {
  const firsts = parts.filter(
    (part, index) => parts.findIndex(({ instrument }) => instrument === part.instrument) === index,
  )
  return firsts.flatMap((part) => {
    const scored = new Set(scalesOf(part.instrument).flatMap(({ items }) => items))
    const others = part.instrument.items.filter(({ id }) => !scored.has(id)).map(({ id }) => id)
    return summariseItems(part, others, null, noting)
  })
}

interface ScaleOverTwo {
  readonly scale: SurveyScaleChange
  /** As readers outside the team see it: a report leaves the house (EVA-26). */
  readonly shown: SurveyScaleChange
  readonly hidden: readonly string[]
  readonly two: TwoWaves
}

function evaluateBoth(input: SurveyPaperInput): readonly ScaleOverTwo[] {
  const { wave: before, after, sheets, reference } = input
  if (after === null) return []
  return input.instruments
    .filter(({ id }) => before.instrumentIds.includes(id) && after.instrumentIds.includes(id))
    .flatMap((instrument) => {
      const two = { instrument, before, after }
      return evaluateSurveyChange({ ...two, sheets }, { test: noTest, reference }).scales.map(
        (scale) => {
          const shown = hideSmallGroups(scale)
          const hidden = scale.groups
            .map(({ label }) => label)
            .filter((label) => !shown.groups.some((group) => group.label === label))
          return { scale, shown, hidden, two }
        },
      )
    })
}
