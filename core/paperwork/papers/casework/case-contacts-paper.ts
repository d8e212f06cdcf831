// Form-F18: the contacts of a case, one after the other or a single one; facts and quotes stand apart from the analysis.
import type { CaseContactEntry } from '../../../casework/case-contact.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FieldValues } from '../../field-values.ts'
import {
  type CasePaperInput,
  caseHeadFields,
  fillCaseHead,
  namePeople,
} from './case-paper-input.ts'

export const caseContactsFields: readonly TemplateField[] = [
  ...caseHeadFields,
  ...declareFields(null, [['caseContacts', '个案联系列表', 'list']]),
  ...declareFields('caseContacts', [
    ['contactNo', '第几次联系'],
    ['contactOn', '日期'],
    ['contactAt', '时间'],
    ['contactMinutes', '时长分钟'],
    ['contactMode', '联系方式'],
    ['contactPlace', '联系地点'],
    ['contactPresent', '在场的人'],
    ['contactWorker', '记录社工'],
    ['contactAim', '这次目的'],
    ['contactFacts', '看到的事实'],
    ['contactQuotes', '原话'],
    ['contactAnalysis', '分析'],
    ['contactIntervention', '做法与技巧'],
    ['contactResponse', '对方反应'],
    ['contactGoals', '对应目标'],
    ['contactRisk', '风险'],
    ['contactSettled', '风险处理情况'],
    ['contactNext', '下一步'],
    ['contactComment', '督导意见'],
    ['writtenOn', '记录日期'],
  ]),
]

/** Pure. Numbers count all contacts of the case, also where only one is printed. */
export function fillCaseContacts(input: CasePaperInput): FieldValues {
  const all = input.records.contacts
    .filter(({ caseId }) => caseId === input.its.id)
    .toSorted((left, right) => `${left.on}${left.at}`.localeCompare(`${right.on}${right.at}`))
  const rows = all
    .map((contact, index) => ({ contact, no: index + 1 }))
    .filter(({ contact }) => input.recordId === null || contact.id === input.recordId)
  return {
    ...fillCaseHead(input),
    caseContacts:
      rows.length === 0
        ? [fillContact(input, null, 1)]
        : rows.map(({ contact, no }) => fillContact(input, contact, no)),
  }
}

function fillContact(input: CasePaperInput, its: CaseContactEntry | null, no: number) {
  const { records, wording, staffName } = input
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  const lines = (...words: readonly string[]) => words.filter((one) => one !== '').join('\n')
  const goals = records.goals.filter(({ id }) => its?.goalIds.includes(id) ?? false)
  return {
    contactNo: String(no),
    contactOn: its?.on ?? '',
    contactAt: its?.at ?? '',
    contactMinutes: its?.minutes === null || its === null ? '' : String(its.minutes),
    contactMode: its === null ? '' : translate(`casework:mode.${its.mode}`),
    contactPlace: its?.place ?? '',
    contactPresent:
      its === null
        ? ''
        : [namePeople(records, its.presentIds, gap), its.presentWords]
            .filter((one) => one !== '')
            .join(gap),
    contactWorker: staffName(its?.workerId ?? null),
    contactAim: its?.aim ?? '',
    contactFacts: its?.facts ?? '',
    contactQuotes: its?.quotes ?? '',
    contactAnalysis: its?.analysis ?? '',
    contactIntervention: its?.intervention ?? '',
    contactResponse: its?.response ?? '',
    contactGoals:
      its?.noGoal === true
        ? translate('casework:fields.noGoal')
        : goals.map(({ text }) => text).join('\n'),
    contactRisk:
      its === null
        ? ''
        : lines(its.risk === null ? '' : translate(`casework:risk.${its.risk}`), its.riskWords),
    contactSettled: fillSettled(input, its),
    contactNext: its === null ? '' : lines(its.nextStep, its.nextOn ?? ''),
    contactComment: its?.commentWords ?? '',
    writtenOn: its?.writtenOn ?? '',
  }
}

/** CAS-16: what was passed on names no concern; the paper says whether somebody said that it was dealt with. */
function fillSettled({ staffName, wording }: CasePaperInput, its: CaseContactEntry | null): string {
  if (its === null || its.risk !== 'raise') return ''
  const { riskSettled } = its
  if (riskSettled === null) return wording.translate('paperwork:casePaper.notSettled')
  return [riskSettled.on, staffName(riskSettled.byId), riskSettled.words]
    .filter((one) => one !== '')
    .join(' · ')
}
