import type { Wording } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import { hideMarks } from '../../file-box/hide-marks.ts'
import { listMarks } from '../../file-box/list-marks.ts'
import { namePeople } from '../../file-box/name-people.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { mapTexts } from './map-texts.ts'

/** What hides the people of one family on a paper by code. */
export interface HiddenPeople {
  /** The role and a number. */
  readonly nameOf: (personId: string) => string
  readonly hide: (text: string) => string
}

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
  const { nameOf, hide } = hidePeople(file, wording)
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

/** Everybody of one family by role and number, and their recorded names and places taken out of a text. */
export function hidePeople(
  { family, people }: Pick<FamilyPaperInput['file'], 'family' | 'people'>,
  wording: Wording,
): HiddenPeople {
  const { translate } = wording
  const { labelOf, familyOf } = namePeople({ families: [family], people, wording })
  const prefix = `${familyOf(family.id)} · `
  const nameOf = (id: string): string => labelOf(id).replace(prefix, '')
  const marks = listMarks(
    { staff: [], families: [family], people, seats: [] },
    {
      labelOf: (id) => translate('paperwork:fileBox.mark.person', { label: nameOf(id) }),
      someone: translate('paperwork:family.someone'),
      day: translate('paperwork:fileBox.mark.day'),
      place: translate('paperwork:fileBox.mark.place'),
      school: translate('paperwork:fileBox.mark.school'),
      number: translate('paperwork:fileBox.mark.number'),
    },
  )
  return { nameOf, hide: hideMarks(marks, translate('paperwork:fileBox.mark.number')) }
}
