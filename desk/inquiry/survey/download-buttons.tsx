import { useState } from 'react'
import { surveyDataset, type SurveyWords } from '../../../core/inquiry/dataset/survey-dataset.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { SurveySummary } from '../../../core/inquiry/survey-summary.ts'
import { currentLanguage, text } from '../../kit/index.ts'
import { FormatButtons } from '../data/format-buttons.tsx'
import { OwnWordsChoice } from '../data/own-words-choice.tsx'

interface DownloadButtonsProps {
  readonly instrument: Instrument
  readonly sheets: readonly SurveySheet[]
  readonly summary: SurveySummary
}

/** Raw answers and scores of a survey by code. */
export function DownloadButtons({ instrument, sheets, summary }: DownloadButtonsProps) {
  const [withOwnWords, setWithOwnWords] = useState(false)
  const build = () => surveyDataset(instrument, sheets, summary.scales, surveyWords(), withOwnWords)
  return (
    <>
      <OwnWordsChoice instrument={instrument} value={withOwnWords} onChange={setWithOwnWords} />
      <FormatButtons stem={`${instrument.code}-${instrument.version}`} build={build} />
    </>
  )
}

function surveyWords(): SurveyWords {
  return {
    language: currentLanguage(),
    noAnswer: text('inquiry:dataset.noAnswer'),
    passedOver: text('inquiry:dataset.passedOver'),
    code: text('inquiry:dataset.code'),
    group: text('inquiry:dataset.group'),
    answeredOn: text('inquiry:dataset.answeredOn'),
  }
}
