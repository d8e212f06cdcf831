import type { CaseFileEntry } from '../../../casework/case-shape.ts'
import type { StudyRecords } from '../../../evaluation/casework/list-case-series.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FieldValues } from '../../field-values.ts'
import { fillAgencyHead, type PaperOfAgency } from '../fill-heads.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import { agencyHeadFields } from '../head-fields.ts'

/** Lines of a table that nothing stands in yet, to be written on by hand. */
export const linesToWrite = 6

/** What is known before there is a case. */
export interface BlankCaseInput extends PaperOfAgency {
  /** The family and its people as they are on record. */
  readonly home: Pick<FamilyOnPaper, 'family' | 'people'>
}

/** Everything of one case at one moment. */
export interface CasePaperInput extends BlankCaseInput {
  readonly its: CaseFileEntry
  readonly records: StudyRecords
  /** PAP-23: roles and numbers instead of names. */
  readonly byCode: boolean
  /** '' for nobody. */
  readonly staffName: (id: string | null) => string
  /** The contact or conference that the paper is about; null for all contacts, or the latest conference. */
  readonly recordId: string | null
}

/** How every paper of a case begins. */
export const caseHeadFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['familyCode', '家庭编号'],
    ['caseName', '个案对象'],
    ['caseNo', '第几次个案'],
    ['caseWorker', '负责社工'],
    ['openedOn', '接案日期'],
  ]),
]

export function fillCaseHead(input: CasePaperInput): FieldValues {
  const { its, records, staffName } = input
  return {
    ...fillAgencyHead(input),
    familyCode: records.family.code,
    caseName: nameCase(input),
    caseNo: String(its.no),
    caseWorker: staffName(its.workerId),
    openedOn: its.openedOn,
  }
}

/** A pair by both names, a person by theirs. */
function nameCase({ its, records, wording }: CasePaperInput): string {
  const own = records.pairs.find(({ id }) => id === its.pairId)
  const ids = own === undefined ? [its.personId] : [own.childId, own.adultId]
  return namePeople(records, ids, wording.translate('paperwork:summary.nameGap'))
}

export function namePeople(
  { people }: Pick<StudyRecords, 'people'>,
  ids: readonly (string | null)[],
  gap: string,
): string {
  return ids.flatMap((id) => people.flatMap((one) => (one.id === id ? [one.name] : []))).join(gap)
}
