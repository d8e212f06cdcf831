import { scalesOf } from '../../inquiry/check-scale.ts'
import type { CsvCell } from '../../inquiry/guarded-csv.ts'
import { refuseWrongAnswers } from '../../inquiry/check-answers.ts'
import { findScale, listScores, scoreSheet } from '../../inquiry/score-sheet.ts'
import { readWords } from '../../inquiry/words.ts'
import type { FileBoxInput } from './file-box-input.ts'
import type { Writing } from './writing.ts'

const heads = [
  'dataFamily',
  'dataCode',
  'dataAbout',
  'wave',
  'moment',
  'answeredOn',
  'way',
  'questionnaire',
  'instrumentVersion',
  'scaleId',
  'scale',
  'score',
  'answeredItems',
  'scaleItems',
] as const

type Sheet = FileBoxInput['sheets'][number]

/** Every score of every sheet that was handed in, one to a row, by code; the first row holds the headings. */
export function listScoreRows(writing: Writing): readonly (readonly CsvCell[])[] {
  const { input, say, people } = writing
  const keyOf = ({ respondentId, waveId, instrumentId }: Sheet): string =>
    `${people.codeOf(respondentId)} ${input.waves.findIndex(({ id }) => id === waveId)} ${instrumentId}`
  const rows = input.sheets
    .filter(({ state }) => state === 'submitted')
    .toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
    .flatMap((sheet) => scoresOf(writing, sheet))
  return [heads.map((head) => say(`column.${head}`)), ...rows]
}

function scoresOf(writing: Writing, sheet: Sheet): readonly (readonly CsvCell[])[] {
  const { input, people, translate, hide } = writing
  const instrument = input.instruments.find(({ id }) => id === sheet.instrumentId)
  const wave = input.waves.find(({ id }) => id === sheet.waveId)
  if (instrument === undefined || wave === undefined) return []
  if (refuseWrongAnswers(instrument, sheet.answers) !== null) return []
  const score = scoreSheet(instrument, sheet.answers)
  if (!score.ok || scalesOf(instrument).length === 0) return []
  const { language } = input.wording
  const about = sheet.childId === sheet.respondentId ? adultOf(writing, sheet) : sheet.childId
  const head = [
    people.familyOf(sheet.familyId),
    people.codeOf(sheet.respondentId),
    about === null ? '' : people.codeOf(about),
    hide(wave.title),
    translate(`inquiry:wavePhase.${wave.phase}`),
    sheet.answeredOn ?? sheet.submittedOn,
    translate(`inquiry:sheetMode.${sheet.mode}`),
    hide(readWords(instrument.title, language)),
    `${instrument.code} ${instrument.version}`,
  ]
  return listScores(score.value).map(({ scaleId, value, itemsAnswered, itemCount }) => {
    const title = findScale(instrument, scaleId)?.title
    return [
      ...head,
      scaleId,
      title === undefined ? '' : hide(readWords(title, language)),
      value,
      itemsAnswered,
      itemCount,
    ]
  })
}

/** The adult about whom a child answered; null when it is about the child alone. */
function adultOf({ input }: Writing, { pairId, targetId }: Sheet): string | null {
  return input.pairs.find(({ id }) => id === pairId)?.adultId ?? targetId
}
