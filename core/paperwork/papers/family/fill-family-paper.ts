import { codePeople } from '../../../inquiry/dataset/code-people.ts'
import type { FieldValues } from '../../field-values.ts'
import { fillConsentPaper } from '../consent-paper.ts'
import { fillEnrolment } from '../enrolment.ts'
import { fillFamilyDrawing } from '../family-drawing.ts'
import { fillAgencyHead } from '../fill-heads.ts'
import { paperFields } from '../fill-paper.ts'
import { noGroup } from '../head-fields.ts'
import { type FamilyPaperForm, familyPapers, type Paper } from '../paper-forms.ts'
import { fillAssessment } from './assessment-paper.ts'
import { childrenOf, type KnownPerson } from './bonds.ts'
import { fillCareAgreement } from './care-agreement.ts'
import { fillChildRegister } from './child-register.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { fillHomeVisit } from './home-visit-paper.ts'
import { fillServicePlan } from './service-plan-paper.ts'
import { hideFamily } from './hide-family.ts'
import type { InGroup } from './in-group.ts'
import { writeDays } from './write-days.ts'

type Filler = (input: FamilyPaperInput, child: KnownPerson) => FieldValues

const fillers: Readonly<Record<FamilyPaperForm, Filler>> = {
  childRegister: fillChildRegister,
  careAgreement: fillCareAgreement,
  familyDrawing: (input) => fillFamilyDrawing(withoutGroup(input)),
  firstAssessment: fillAssessment,
  needsAssessment: fillAssessment,
  servicePlan: fillServicePlan,
  homeVisit: fillHomeVisit,
  consentPaper: (input) => fillConsentPaper(withoutGroup(input)),
  enrolment: (input) => fillEnrolment(withoutGroup(input)),
}

/**
 * One working paper of a family, whether or not it is in a group (PAP-15, PAP-20): pure, from its records; what is not
 * recorded stays a space to write in. Null where the paper is about a child whom the family does not have.
 */
export function buildFamilyPaper(form: FamilyPaperForm, given: FamilyPaperInput): Paper | null {
  const byCode = given.byCode && familyPapers[form].byCode
  const hidden = byCode ? hideFamily(given) : null
  const input = hidden?.input ?? given
  const children = childrenOf(input.file)
  const child = children.find(({ id }) => id === input.childId) ?? children[0]
  if (child === undefined || (input.childId !== null && child.id !== input.childId)) return null
  const own = fillers[form](input, child)
  const { family, people } = input.file
  const codes = codePeople([family], people)
  const code = familyPapers[form].about === 'family' ? family.code : codes.get(child.id)
  return {
    form,
    title: `${code ?? family.code} ${input.wording.translate(`paperwork:formName.${form}`)}`,
    values: writeDays({ ...(hidden?.hideIn(own) ?? own), ...headOf(form, input) }, input.wording),
  }
}

/** Of the facts with which papers begin those that this form has. */
function headOf(form: FamilyPaperForm, input: FamilyPaperInput): FieldValues {
  const { family } = input.file
  const head: FieldValues = {
    ...fillAgencyHead(input),
    familyCode: family.code,
    village: family.village,
    township: family.township,
    registeredOn: family.registeredOn,
    workers: input.workers.join(input.wording.translate('paperwork:summary.nameGap')),
  }
  const declared = new Set(paperFields[form].map(({ id }) => id))
  return Object.fromEntries(Object.entries(head).filter(([id]) => declared.has(id)))
}

/** The family's code stands where a group's name would. */
function withoutGroup(input: FamilyPaperInput): InGroup {
  const { file, childId, notice, madeOn, wording } = input
  return {
    head: { ...noGroup, paperOf: file.family.code },
    ...{ file, childId, notice, madeOn, wording },
    audience: '',
  }
}
