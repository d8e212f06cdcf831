// Form-F23: one conference about a case.
import type { CaseConferenceEntry } from '../../../casework/case-conference.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FieldValues } from '../../field-values.ts'
import { orBlank } from '../family/or-blank.ts'
import {
  type CasePaperInput,
  caseHeadFields,
  fillCaseHead,
  linesToWrite,
  namePeople,
} from './case-paper-input.ts'

const decisionColumns = [
  ['decisionWhat', '决定做什么'],
  ['decisionWho', '由谁做'],
  ['decisionDue', '完成期限'],
  ['decisionDone', '完成日期'],
] as const

export const caseConferenceFields: readonly TemplateField[] = [
  ...caseHeadFields,
  ...declareFields(null, [
    ['conferenceOn', '会议日期'],
    ['conferenceAt', '会议时间'],
    ['conferencePlace', '会议地点'],
    ['conferenceMode', '会议方式'],
    ['conferenceStaff', '参加的同事'],
    ['conferenceFamily', '参加的家人'],
    ['conferenceGuests', '机构外参加的人'],
    ['brought', '讨论情况'],
    ['views', '各方看法'],
    ['conferenceDecisions', '会议决定', 'list'],
    ['nextConferenceOn', '下次会议'],
    ['conferenceWriter', '会议记录人'],
  ]),
  ...declareFields('conferenceDecisions', decisionColumns),
]

/** Pure. Without a conference on record it is a form to write on. */
export function fillCaseConference(input: CasePaperInput): FieldValues {
  const { records, wording, staffName } = input
  const its = conferenceOf(input)
  const gap = wording.translate('paperwork:summary.nameGap')
  const guests = Object.values(its?.guests ?? {}).map(({ name, organisation }) =>
    organisation === '' ? name : `${name} (${organisation})`,
  )
  return {
    ...fillCaseHead(input),
    conferenceOn: its?.on ?? '',
    conferenceAt: its?.at ?? '',
    conferencePlace: its?.place ?? '',
    conferenceMode: its === null ? '' : wording.translate(`casework:conference.mode.${its.mode}`),
    conferenceStaff: (its?.staffIds ?? []).map((id) => staffName(id)).join(gap),
    conferenceFamily: namePeople(records, its?.personIds ?? [], gap),
    conferenceGuests: guests.join(gap),
    brought: its?.brought ?? '',
    views: its?.views ?? '',
    conferenceDecisions: fillDecisions(input, its),
    nextConferenceOn: its?.nextOn ?? '',
    conferenceWriter: staffName(its?.writtenById ?? null),
  }
}

function conferenceOf({ its, records, recordId }: CasePaperInput): CaseConferenceEntry | null {
  const own = records.conferences.filter(({ caseId }) => caseId === its.id)
  if (recordId !== null) return own.find(({ id }) => id === recordId) ?? null
  return own.toSorted((left, right) => left.on.localeCompare(right.on)).at(-1) ?? null
}

function fillDecisions({ staffName }: CasePaperInput, its: CaseConferenceEntry | null) {
  const rows = Object.entries(its?.decisions ?? {}).map(([key, one]) => ({
    decisionWhat: one.what,
    decisionWho: one.staffId === null ? one.who : staffName(one.staffId),
    decisionDue: one.dueOn,
    decisionDone: its?.finished[key]?.on ?? '',
  }))
  return orBlank(rows, decisionColumns, linesToWrite)
}
