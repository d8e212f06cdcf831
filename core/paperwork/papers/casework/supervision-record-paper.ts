// A supervision record on paper (form-F26): only for those who took part. Whoever signed in the program stands with the day; whoever
// has not, or whose words were changed since, signs by hand.
import {
  listSignatures,
  type SupervisionAbout,
  supervisionFunctions,
  type SupervisionRecordEntry,
} from '../../../casework/supervision/supervision-record.ts'
import { blankValues } from '../../blank-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { fillAgencyHead, type PaperOfAgency } from '../fill-heads.ts'
import { agencyHeadFields } from '../head-fields.ts'
import { orBlank } from '../family/or-blank.ts'
import { writeDays } from '../family/write-days.ts'
import type { Paper } from '../paper-forms.ts'

export interface SupervisionPaperInput extends PaperOfAgency {
  readonly its: SupervisionRecordEntry
  readonly nameOf: (staffId: string) => string
  /** What a case or group is called for whoever asks for the paper; what they may not see has no name. */
  readonly aboutName: (about: SupervisionAbout) => string
}

const actionColumns = [
  ['actionWhat', '做什么'],
  ['actionWho', '谁做'],
  ['actionDue', '完成期限'],
  ['actionDone', '完成日期'],
] as const

export const supervisionRecordFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['supervisedOn', '督导日期'],
    ['supervisionForm', '督导形式'],
    ['supervisionMinutes', '时长分钟'],
    ['supervisorNames', '督导'],
    ['superviseeNames', '被督导的人'],
    ['supervisionFunctions', '督导功能'],
    ['discussedCases', '讨论的个案和小组'],
    ['broughtQuestion', '带来的问题'],
    ['discussion', '讨论'],
    ['suggestion', '督导建议'],
    ['strengthsSeen', '看到的长处'],
    ['feelingsSupport', '感受与支持'],
    ['agreedActions', '要做的事', 'list'],
    ['nextSupervision', '下次督导'],
    ['signedInProgram', '系统内签字'],
  ]),
  ...declareFields('agreedActions', actionColumns),
]

/** PAP-28: the form to take to a supervision and write on. */
export function buildBlankSupervisionPaper(input: PaperOfAgency): Paper {
  return {
    form: 'supervisionRecord',
    title: input.wording.translate('paperwork:formName.supervisionRecord'),
    values: {
      ...blankValues(supervisionRecordFields, () => 4),
      ...writeDays(fillAgencyHead(input), input.wording),
    },
  }
}

/** Pure; what is not recorded stays a space to write in. */
export function buildSupervisionPaper(input: SupervisionPaperInput): Paper {
  const { its, nameOf, wording } = input
  const say = (key: string) => wording.translate(`supervision:record.${key}`)
  const named = (part: 'supervisor' | 'supervisee') =>
    Object.entries(its.parties).flatMap(([id, one]) => (one === part ? [nameOf(id)] : []))
  const list = (words: readonly string[]) =>
    words.filter((one) => one !== '').join(wording.translate('supervision:record.between'))
  return {
    form: 'supervisionRecord',
    title: `${wording.translate('paperwork:formName.supervisionRecord')} ${its.on}`,
    values: writeDays(
      {
        ...fillAgencyHead(input),
        supervisedOn: its.on,
        supervisionForm: say(`form.${its.form}`),
        supervisionMinutes: its.minutes === null ? '' : String(its.minutes),
        supervisorNames: list([...named('supervisor'), its.outsideName]),
        superviseeNames: list(named('supervisee')),
        supervisionFunctions: list(
          supervisionFunctions
            .filter((one) => its.functions.includes(one))
            .map((one) => say(`function.${one}`)),
        ),
        discussedCases: list(Object.values(its.about).map(input.aboutName)),
        broughtQuestion: its.question,
        discussion: its.discussion,
        suggestion: its.suggestion,
        strengthsSeen: its.strengths,
        feelingsSupport: its.feelings,
        agreedActions: fillActions(input),
        nextSupervision: its.nextOn ?? '',
        signedInProgram: fillSignatures(input),
      },
      wording,
    ),
  }
}

function fillActions({ its, nameOf }: SupervisionPaperInput) {
  const rows = Object.entries(its.actions).map(([key, { what, staffId, dueOn }]) => ({
    actionWhat: what,
    actionWho: nameOf(staffId),
    actionDue: dueOn ?? '',
    actionDone: its.actionsDone[key]?.on ?? '',
  }))
  return orBlank(rows, actionColumns, 4)
}

function fillSignatures({ its, nameOf, wording }: SupervisionPaperInput): string {
  return listSignatures(its)
    .flatMap(({ staffId, part, on, changedSince }) =>
      on === null || changedSince
        ? []
        : [
            wording.translate('supervision:record.signed', {
              ...{ name: nameOf(staffId), day: on },
              part: wording.translate(`supervision:record.part.${part}`),
            }),
          ],
    )
    .join('\n')
}
