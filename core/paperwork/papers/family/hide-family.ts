import type { FieldValues } from '../../field-values.ts'
import { hideMarks } from '../../file-box/hide-marks.ts'
import { listMarks } from '../../file-box/list-marks.ts'
import { namePeople } from '../../file-box/name-people.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { mapTexts } from './map-texts.ts'

interface HiddenFamily {
  readonly input: FamilyPaperInput
  readonly hideIn: (values: FieldValues) => FieldValues
}

/**
 * PAP-20: on a paper by code everybody is the role and a number; what is recorded of names, telephones, birth dates, places and
 * schools goes, also from what somebody wrote. Years of birth stay in the drawing: without them it says nothing.
 */
export function hideFamily(input: FamilyPaperInput): HiddenFamily {
  const { file, wording } = input
  const { translate } = wording
  const { labelOf, familyOf } = namePeople({
    families: [file.family],
    people: file.people,
    wording,
  })
  const prefix = `${familyOf(file.family.id)} · `
  const nameOf = (id: string): string => labelOf(id).replace(prefix, '')
  const marks = listMarks(
    { staff: [], families: [file.family], people: file.people, seats: [] },
    {
      labelOf: (id) => translate('paperwork:fileBox.mark.person', { label: nameOf(id) }),
      someone: translate('paperwork:family.someone'),
      day: translate('paperwork:fileBox.mark.day'),
      place: translate('paperwork:fileBox.mark.place'),
      school: translate('paperwork:fileBox.mark.school'),
      number: translate('paperwork:fileBox.mark.number'),
    },
  )
  const hide = hideMarks(marks, translate('paperwork:fileBox.mark.number'))
  const { family, people, drawn } = file
  return {
    input: {
      ...input,
      file: {
        ...file,
        family: { ...family, village: '', township: '' },
        people: people.map((one) => ({ ...one, name: nameOf(one.id), phone: '', school: '' })),
        drawn: {
          ...drawn,
          ties: drawn.ties.map((tie) => ({ ...tie, name: hide(tie.name) })),
        },
      },
    },
    hideIn: (values) => mapTexts(values, hide),
  }
}
