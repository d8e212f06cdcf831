// Who works with children here (form-F28): the register of staff and volunteers, and one person's sheet to sign.
import { type ClearanceRules, clearanceOf } from '../../../access/clearance.ts'
import type { Staff } from '../../../access/staff.ts'
import type { StaffRecord } from '../../../access/staff-record.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { blankValues } from '../../blank-values.ts'
import { fillAgencyHead, type PaperOfAgency } from '../fill-heads.ts'
import { agencyHeadFields } from '../head-fields.ts'
import type { Paper } from '../paper-forms.ts'

export interface PersonOnRegister {
  readonly person: Pick<Staff, 'name' | 'roles' | 'clearanceCheckedOn'> & { readonly id: string }
  /** Null where nobody has written anything down. */
  readonly record: StaffRecord | null
}

export interface StaffRegisterInput extends PaperOfAgency {
  /** Everybody who has not left, in the order of the register. */
  readonly people: readonly PersonOnRegister[]
  readonly rules: ClearanceRules
}

const personFields = [
  ['staffName', '姓名'],
  ['staffRoles', '岗位'],
  ['engagedAs', '人员身份'],
  ['startedOn', '开始工作日'],
  ['checkedOn', '查询日期'],
  ['checkedHow', '查询方式'],
  ['checkHoldsUntil', '查询有效期至'],
  ['undertakingOn', '承诺签署日'],
] as const

export const staffRegisterFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [
    ['staffCount', '人数'],
    ['checkMonths', '查询间隔'],
    ['staffLines', '人员列表', 'list'],
  ]),
  ...declareFields('staffLines', [...personFields, ['trainingWords', '培训情况']]),
]

export const staffSheetFields: readonly TemplateField[] = [
  ...agencyHeadFields,
  ...declareFields(null, [...personFields, ['trainings', '培训列表', 'list']]),
  ...declareFields('trainings', [
    ['trainingOn', '培训日期'],
    ['trainingTopic', '培训内容'],
    ['trainingHours', '培训小时'],
  ]),
]

function fillPerson(
  { person, record }: PersonOnRegister,
  { rules, madeOn, wording }: Pick<StaffRegisterInput, 'rules' | 'madeOn' | 'wording'>,
) {
  const { translate } = wording
  const { state, until } = clearanceOf(person, rules, madeOn)
  const isOver = state === 'expired' ? translate('rights:paper.over') : ''
  return {
    staffName: person.name,
    staffRoles: person.roles
      .map((role) => translate(`access:roles.${role}`))
      .join(translate('paperwork:summary.nameGap')),
    engagedAs: record === null ? '' : translate(`rights:clearance.record.as.${record.engagedAs}`),
    startedOn: record?.startedOn ?? '',
    checkedOn: person.clearanceCheckedOn ?? '',
    checkedHow: record?.checkHow ?? '',
    checkHoldsUntil: `${until ?? ''}${isOver}`,
    undertakingOn: record?.undertakingOn ?? '',
  }
}

function listTrainings(record: StaffRecord | null) {
  return Object.values(record?.trainings ?? {}).sort((left, right) =>
    left.on.localeCompare(right.on),
  )
}

/** PAP-27: a line per person; what nobody has written down stays empty. Residence and notes are not printed. Pure. */
export function buildStaffRegister(input: StaffRegisterInput): Paper {
  const { people, rules, wording } = input
  const name = wording.translate('paperwork:formName.staffRegister')
  return {
    form: 'staffRegister',
    title: `${name} ${input.madeOn}`,
    values: {
      ...fillAgencyHead(input),
      staffCount: String(people.length),
      checkMonths: wording.translate('rights:paper.months', {
        months: rules?.clearanceMonths ?? 12,
      }),
      staffLines: people.map((one) => ({
        ...fillPerson(one, input),
        trainingWords: listTrainings(one.record)
          .map(({ on, topic }) => `${on} ${topic}`)
          .join('\n'),
      })),
    },
  }
}

/** PAP-28: the sheet for somebody who is not in the program yet: nobody's name, lines for trainings, the undertaking. Pure. */
export function buildBlankStaffSheet(input: PaperOfAgency): Paper {
  return {
    form: 'staffSheet',
    title: input.wording.translate('paperwork:formName.staffSheet'),
    values: { ...blankValues(staffSheetFields, () => 4), ...fillAgencyHead(input) },
  }
}

/** PAP-27: one person's sheet: what is on record, and the undertaking to be signed. Pure. */
export function buildStaffSheet(
  input: Omit<StaffRegisterInput, 'people'> & { readonly one: PersonOnRegister },
): Paper {
  const { one, wording } = input
  const rows = listTrainings(one.record).map(({ on, topic, hours }) => ({
    trainingOn: on,
    trainingTopic: topic,
    trainingHours: hours === null ? '' : String(hours),
  }))
  const blank = { trainingOn: '', trainingTopic: '', trainingHours: '' }
  return {
    form: 'staffSheet',
    title: `${wording.translate('paperwork:formName.staffSheet')} ${one.person.name}`,
    values: {
      ...fillAgencyHead(input),
      ...fillPerson(one, input),
      trainings: [...rows, blank, blank],
    },
  }
}
