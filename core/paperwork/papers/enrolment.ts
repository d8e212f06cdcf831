// Recruiting and enrolling (form-F5): what the family's file says, and what is asked when they come.
import { consentState } from '../../families/consent-state.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { writeWhere, type FamilyOnPaper } from './family-on-paper.ts'
import { writeRole } from './family/write-role.ts'
import { blankRows } from './fill-heads.ts'
import type { InGroup } from './family/in-group.ts'
import { inGroupHeadFields } from './head-fields.ts'
import { fillTimes, timeColumns } from './when-free.ts'

const personColumns = [
  ['personName', '姓名'],
  ['personRole', '身份'],
  ['personSex', '性别'],
  ['personBorn', '出生日期'],
  ['personPhone', '电话'],
  ['personWhere', '现在在哪里'],
  ['personDevice', '手机'],
  ['personReads', '识字'],
  ['personDialect', '方言'],
] as const

export const enrolmentFields: readonly TemplateField[] = [
  ...inGroupHeadFields,
  ...declareFields(null, [
    ['familyCode', '家庭编号'],
    ['village', '村'],
    ['township', '乡镇'],
    ['audience', '服务对象'],
    ['people', '家庭成员列表', 'list'],
    ['times', '方便时间列表', 'list'],
    ['children', '儿童同意列表', 'list'],
  ]),
  ...declareFields('people', personColumns),
  ...declareFields('times', timeColumns),
  ...declareFields('children', [
    ['childName', '儿童'],
    ['consentService', '同意服务'],
    ['consentGroup', '同意参加小组'],
    ['consentPhoto', '同意拍照'],
  ]),
]

const spareRows = 5

/** Filled for one family, or blank: the group's facts stand on it either way where there is a group. */
export function fillEnrolment(input: InGroup): FieldValues {
  const { file, audience, wording } = input
  const { translate } = wording
  const ids = personColumns.map(([id]) => id)
  return {
    ...input.head,
    audience,
    familyCode: file?.family.code ?? '',
    village: file?.family.village ?? '',
    township: file?.family.township ?? '',
    people: file === null ? blankRows(ids, spareRows) : fillPeople(file, input.madeOn, translate),
    times:
      file === null
        ? blankRows(
            timeColumns.map(([id]) => id),
            2,
          )
        : fillTimes(file, translate),
    children:
      file === null
        ? blankRows(['childName', 'consentService', 'consentGroup', 'consentPhoto'], 2)
        : fillChildren(file, input.madeOn, translate),
  }
}

function fillPeople(
  file: FamilyOnPaper,
  day: string,
  translate: Translate,
): readonly FieldValues[] {
  const said = (key: string, value: string): string =>
    value === 'notAsked' ? '' : translate(`families:${key}.${value}`)
  return file.people
    .filter(({ alive }) => alive)
    .map((one) => ({
      personName: one.name,
      personRole: writeRole(one, translate),
      personSex: one.sex === 'unknown' ? '' : translate(`families:sex.${one.sex}`),
      personBorn: one.bornOn ?? '',
      personPhone: one.phone,
      personWhere: writeWhere(file, one, day, translate),
      personDevice: said('phoneKind', one.phoneKind),
      personReads: said('literacy', one.literacy),
      personDialect: one.dialect,
    }))
}

function fillChildren(
  { people, consents }: FamilyOnPaper,
  day: string,
  translate: Translate,
): readonly FieldValues[] {
  return people
    .filter(({ role, alive }) => role === 'child' && alive)
    .map(({ id, name }) => {
      const stateOf = (purpose: 'service' | 'group' | 'photo'): string =>
        translate(`families:consent.state.${consentState(consents, id, purpose, day).state}`)
      return {
        childName: name,
        consentService: stateOf('service'),
        consentGroup: stateOf('group'),
        consentPhoto: stateOf('photo'),
      }
    })
}
