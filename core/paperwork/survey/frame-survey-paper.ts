// What stands around the figures: the head, who answered in words, and what the document cannot say.
import type { SurveyScaleChange } from '../../evaluation/evaluate-survey-change.ts'
import { countReturns } from '../../inquiry/count-returns.ts'
import { nameValidation } from '../../inquiry/name-validation.ts'
import { writeCount } from './note-figures.ts'
import { instrumentTitle, type Noting, type Surveyed } from './summarise-measures.ts'
import type { SurveyPaperInput } from './survey-paper-input.ts'
import type { SurveyPaper, SurveyPaperHead } from './survey-paper.ts'

export function wavesOf({ wave, after }: SurveyPaperInput) {
  return after === null ? [wave] : [wave, after]
}

export function summariseHead(input: SurveyPaperInput): SurveyPaperHead {
  const { agency, wording, sheets, instruments } = input
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  const waves = wavesOf(input)
  const answered = sheets.flatMap(({ answeredOn }) => answeredOn ?? []).sort()
  const from = answered[0] ?? waves[0]?.opensOn ?? ''
  const to = answered.at(-1) ?? waves.at(-1)?.closedOn ?? waves.at(-1)?.opensOn ?? ''
  const groups = [...new Set(sheets.map(({ groupLabel }) => groupLabel))].filter(
    (label) => label !== '',
  )
  return {
    agencyName: agency.name,
    agencyCounty: agency.county,
    isSample: agency.sample,
    surveyTitle: waves.map(({ title }) => title).join(' → '),
    instruments: instruments.map((one) => instrumentTitle(one, wording)).join(gap),
    period: from === to ? from : translate('paperwork:summary.range', { low: from, high: to }),
    groupNames:
      groups.length === 0 ? translate('paperwork:survey.noGroups') : groups.sort().join(gap),
    madeBy: input.madeBy,
    madeOn: input.madeOn,
  }
}

export function writeResponse(
  parts: readonly Surveyed[],
  { wording }: Noting,
  refs: readonly string[],
): SurveyPaper['response'] {
  const { translate } = wording
  const sentences = parts.map(({ wave, instrument, summary }) =>
    translate('paperwork:survey.response', {
      wave: wave.title,
      instrument: instrumentTitle(instrument, wording),
      sheets: writeCount(summary.sheetCount, wording),
      complete: writeCount(summary.completeCount, wording),
      missing: writeCount(summary.missingCount, wording),
    }),
  )
  return {
    sentence:
      sentences.length === 0
        ? translate('paperwork:survey.nobody')
        : sentences.join(wording.language === 'en' ? ' ' : ''),
    ref: refs.join(translate('paperwork:summary.refGap')),
  }
}

/** What the document cannot say stands in it (PAP-6). */
export function listLimits(
  input: SurveyPaperInput,
  changes: readonly SurveyScaleChange[],
): readonly string[] {
  const { instruments, wording, after } = input
  const { translate } = wording
  const isCounted = wavesOf(input).every(
    (wave) =>
      countReturns(
        wave,
        input.sheets.filter(({ waveId }) => waveId === wave.id),
      ).whole.rate !== null,
  )
  const warned = new Set(changes.flatMap(({ warnings }) => warnings.map(({ id }) => id)))
  const general = (['noComparison', 'groupAndTreatment'] as const).filter((id) => warned.has(id))
  const unproven = new Set(instruments.flatMap((one) => nameValidation(one) ?? []))
  return [
    ...general.map((id) => translate(`evaluation:warnings.${id}`)),
    ...[...unproven].map((id) => translate(`evaluation:warnings.${id}`)),
    translate('paperwork:limits.whoAnswered'),
    ...(isCounted || input.ofFamilies !== null ? [] : [translate('paperwork:limits.rates')]),
    translate(after === null ? 'paperwork:limits.oneMoment' : 'paperwork:limits.otherCauses'),
    ...listFamilyLimits(input),
  ]
}

function listFamilyLimits({ ofFamilies, wording: { translate } }: SurveyPaperInput) {
  if (ofFamilies === null) return [translate('paperwork:limits.codesOnly')]
  const { onlyOwn, withoutConsent } = ofFamilies
  return [
    translate('paperwork:limits.fromRegister'),
    ...(onlyOwn ? [translate('paperwork:limits.ownFamilies')] : []),
    ...(withoutConsent > 0 ? [translate('paperwork:limits.withoutConsent')] : []),
  ]
}
