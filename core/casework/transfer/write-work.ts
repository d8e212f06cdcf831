import { refuseWrongAnswers } from '../../inquiry/check-answers.ts'
import { scalesOf } from '../../inquiry/check-scale.ts'
import { rangeOf, scorePart } from '../../inquiry/score-sheet.ts'
import { readWords } from '../../inquiry/words.ts'
import { type PartLine, type PartSource, sayDayIn } from './part-source.ts'

/** A summary of the work: when, how, for what and what was done – neither what was seen nor what anybody said. */
export function writeContacts({ its, records, wording }: PartSource): readonly PartLine[] {
  const { translate } = wording
  return records.contacts
    .filter(({ caseId }) => caseId === its.caseId)
    .toSorted((left, right) => left.on.localeCompare(right.on) || left.id.localeCompare(right.id))
    .map(({ on, mode, minutes, aim, intervention }) => ({
      label: sayDayIn(wording, on),
      words: [
        translate(`casework:mode.${mode}`),
        minutes === null ? '' : translate('transfer:minutes', { count: minutes }),
        aim,
        intervention,
      ]
        .filter((part) => part !== '')
        .join(' · '),
    }))
}

/** Of the questionnaires about them the scores of each scale, never a single answer. */
export function writeScores({ its, records, wording }: PartSource): readonly PartLine[] {
  const { language, translate } = wording
  return records.sheets
    .filter(({ state, childId }) => state === 'submitted' && its.subjectIds.includes(childId))
    .map((sheet) => ({ sheet, on: sheet.answeredOn ?? sheet.submittedOn ?? '' }))
    .toSorted(
      (left, right) => left.on.localeCompare(right.on) || (left.sheet.id < right.sheet.id ? -1 : 1),
    )
    .flatMap(({ sheet, on }): PartLine[] => {
      const instrument = records.instruments.find(({ id }) => id === sheet.instrumentId)
      if (instrument === undefined) return []
      if (refuseWrongAnswers(instrument, sheet.answers) !== null) return []
      const scores = scalesOf(instrument).flatMap((scale) => {
        const { value } = scorePart(instrument, scale, sheet.answers)
        if (value === null) return []
        const { min, max } = rangeOf(instrument, scale)
        const figure = Math.round(value * 100) / 100
        const title = readWords(scale.title, language)
        return [translate('transfer:score', { title, value: figure, min, max })]
      })
      const child = records.people.find(({ id }) => id === sheet.childId)
      const who = records.people.find(({ id }) => id === sheet.respondentId)
      const by =
        who === undefined || (who.role === 'child' && who.id !== child?.id)
          ? ''
          : translate(`families:role.${who.role}`)
      const day = on === '' ? '' : sayDayIn(wording, on)
      const head = [day, readWords(instrument.title, language), by].filter((part) => part !== '')
      return scores.length === 0 ? [] : [{ label: head.join(' · '), words: scores.join('\n') }]
    })
}
