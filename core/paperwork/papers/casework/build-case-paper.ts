import { blankValues } from '../../blank-values.ts'
import type { FieldValues } from '../../field-values.ts'
import type { TemplateField } from '../../template-field.ts'
import { hidePeople } from '../family/hide-family.ts'
import { mapTexts } from '../family/map-texts.ts'
import { writeDays } from '../family/write-days.ts'
import { fillAgencyHead } from '../fill-heads.ts'
import type { CasePaperForm, Paper } from '../paper-forms.ts'
import { caseClosingFields, fillCaseClosing, outcomeLines } from './case-closing-paper.ts'
import { caseConferenceFields, fillCaseConference } from './case-conference-paper.ts'
import { caseContactsFields, fillCaseContacts } from './case-contacts-paper.ts'
import { caseFollowUpFields, fillCaseFollowUp } from './case-follow-up-paper.ts'
import { caseIntakeFields, fillCaseIntake, fillPeople } from './case-intake-paper.ts'
import { type BlankCaseInput, type CasePaperInput, linesToWrite } from './case-paper-input.ts'

export const casePaperFields: Readonly<Record<CasePaperForm, readonly TemplateField[]>> = {
  caseIntake: caseIntakeFields,
  caseContacts: caseContactsFields,
  caseClosing: caseClosingFields,
  caseFollowUp: caseFollowUpFields,
  caseConference: caseConferenceFields,
}

const fillers: Readonly<Record<CasePaperForm, (input: CasePaperInput) => FieldValues>> = {
  caseIntake: fillCaseIntake,
  caseContacts: fillCaseContacts,
  caseClosing: fillCaseClosing,
  caseFollowUp: fillCaseFollowUp,
  caseConference: fillCaseConference,
}

/**
 * PAP-23: a paper of one case (forms F15, F18, F20, F21, F23) from its records; by code everybody of the family is a role and
 * a number. Pure; nothing is made up.
 */
export function buildCasePaper(form: CasePaperForm, input: CasePaperInput): Paper {
  return {
    ...headOf(form, input),
    values: writeDays(input.byCode ? fillByCode(form, input) : fillers[form](input), input.wording),
  }
}

const blankLines: Readonly<Record<string, number>> = {
  caseContacts: 1,
  caseOutcomes: outcomeLines,
}

/**
 * PAP-28: the same form before there is a case, to be written on by hand: whose family it is and, on the intake form, who
 * lives there; nothing else.
 */
export function buildBlankCasePaper(form: CasePaperForm, input: BlankCaseInput): Paper {
  const { home } = input
  const filled: FieldValues = {
    ...fillAgencyHead(input),
    familyCode: home.family.code,
    ...(form === 'caseIntake' ? fillPeople(input) : {}),
  }
  const values = {
    ...blankValues(casePaperFields[form], (list) => blankLines[list] ?? linesToWrite),
    ...filled,
  }
  return { ...headOf(form, input), values: writeDays(values, input.wording) }
}

function headOf(
  form: CasePaperForm,
  { home, wording }: BlankCaseInput,
): Pick<Paper, 'form' | 'title'> {
  return { form, title: `${home.family.code} ${wording.translate(`paperwork:formName.${form}`)}` }
}

function fillByCode(form: CasePaperForm, input: CasePaperInput): FieldValues {
  const { records, home, wording } = input
  const { nameOf, hide } = hidePeople(home, wording)
  const unnamed = <One extends { readonly id: string }>(one: One) => ({
    ...one,
    name: nameOf(one.id),
  })
  const values = fillers[form]({
    ...input,
    records: { ...records, people: records.people.map(unnamed) },
    home: {
      family: { ...home.family, village: '', township: '' },
      people: home.people.map((one) => ({ ...unnamed(one), phone: '', bornOn: null })),
    },
  })
  return mapTexts(values, hide)
}
