// Entrusting care while parents are away, and telling school and village committee in writing (form-F2; LPM 22, 23).
import { wasChildHeard } from '../../../families/guardianship.ts'
import { ageOn } from '../../../kit/dates.ts'
import type { Translate } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import { familyHeadFields } from '../head-fields.ts'
import { addressOf, bondsOf, type KnownPerson, placeOf, relationKey, stayOf } from './bonds.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { orBlank } from './or-blank.ts'
import { tick, tickYesNo } from './ticks.ts'

const entrusterColumns = [
  ['entrusterName', '委托人姓名'],
  ['entrusterRelation', '委托人与儿童关系'],
  ['entrusterPhone', '委托人电话'],
  ['entrusterPlace', '委托人务工地'],
  ['entrusterSince', '委托人外出时间'],
  ['entrusterReturn', '委托人回家间隔'],
] as const
const trusteeColumns = [
  ['trusteeName', '被委托人姓名'],
  ['trusteeRelation', '被委托人与儿童关系'],
  ['trusteeAge', '被委托人年龄'],
  ['trusteePhone', '被委托人电话'],
  ['trusteeAddress', '被委托人住址'],
  ['trusteeCapacity', '被委托人照护能力'],
] as const
const contactColumns = [
  ['contactName', '联系人'],
  ['contactHow', '联系约定'],
  ['contactBest', '方便的时间'],
] as const
const emergencyColumns = [
  ['emergencyName', '紧急联系人'],
  ['emergencyRelation', '紧急联系人关系'],
  ['emergencyPhone', '紧急联系电话'],
] as const

export const careAgreementFields: readonly TemplateField[] = [
  ...familyHeadFields,
  ...declareFields(null, [
    ['childName', '儿童姓名'],
    ['sex', '性别'],
    ['bornOn', '出生日期'],
    ['school', '学校'],
    ['grade', '年级'],
    ['residence', '现居住地'],
    ['entrusters', '委托人列表', 'list'],
    ['trustees', '被委托人列表', 'list'],
    ['careSince', '委托开始'],
    ['careUntil', '委托结束'],
    ['reason', '委托原因'],
    ['basis', '委托方式'],
    ['childHeard', '听取孩子意见'],
    ['bars', '不得委托情形列表', 'list'],
    ['contacts', '联系约定列表', 'list'],
    ['emergencies', '紧急联系人列表', 'list'],
    ['receivers', '告知对象列表', 'list'],
  ]),
  ...declareFields('entrusters', entrusterColumns),
  ...declareFields('trustees', trusteeColumns),
  ...declareFields('bars', [
    ['bar', '不得委托情形'],
    ['barAnswer', '有无此情形'],
  ]),
  ...declareFields('contacts', contactColumns),
  ...declareFields('emergencies', emergencyColumns),
  ...declareFields('receivers', [
    ['receiver', '告知对象'],
    ['notice', '告知内容'],
  ]),
]

export function fillCareAgreement(input: FamilyPaperInput, child: KnownPerson): FieldValues {
  const { file, madeOn, wording } = input
  const { translate } = wording
  const guardians = bondsOf(file, child.id, 'legalGuardian', madeOn)
  const carers = bondsOf(file, child.id, 'caregiver', madeOn)
  const [care] = carers.map(({ bond }) => bond)
  const away = guardians.map(({ adult }) => adult).filter(({ id }) => stayOf(file, id, madeOn))
  const heard = carers.flatMap(({ bond }) => wasChildHeard(bond) ?? [])[0] ?? null
  return {
    childName: child.name,
    sex: child.sex === 'unknown' ? '' : translate(`families:sex.${child.sex}`),
    bornOn: child.bornOn ?? '',
    school: child.school,
    grade: child.grade,
    residence: addressOf(file, child),
    entrusters: orBlank(
      guardians.map(({ adult }) => fillEntruster(file, child.id, adult, madeOn, translate)),
      entrusterColumns,
    ),
    trustees: orBlank(
      carers.map(({ adult }) => fillTrustee(file, child.id, adult, madeOn, translate)),
      trusteeColumns,
    ),
    careSince: care?.since ?? '',
    careUntil: care?.until ?? '',
    reason: writeReason(file, child.id, away, madeOn, translate),
    basis: tick(
      ['writtenEntrustment', 'oralEntrustment', 'factOnly'],
      carers.map(({ bond }) => bond.basis),
      (one) => translate(`families:basis.${one}`),
    ),
    childHeard: tickYesNo(heard, translate),
    bars: (['harm', 'habits', 'neglect', 'unfit'] as const).map((bar) => ({
      bar: translate(`paperwork:family.bar.${bar}`),
      barAnswer: translate('paperwork:family.barAnswer'),
    })),
    contacts: orBlank(
      away.map((adult) => ({
        contactName: adult.name,
        contactHow: translate('paperwork:family.contactHow'),
        contactBest: bestTimeOf(file, adult.id),
      })),
      contactColumns,
    ),
    emergencies: orBlank(
      [...carers, ...guardians]
        .filter(({ adult }) => adult.phone !== '')
        .map(({ adult }) => ({
          emergencyName: adult.name,
          emergencyRelation: translate(relationKey(file, child.id, adult)),
          emergencyPhone: adult.phone,
        })),
      emergencyColumns,
    ),
    receivers: fillReceivers(input, child, {
      carers: carers.map(({ adult }) => adult),
      away,
    }),
  }
}

function bestTimeOf({ availabilities }: FamilyOnPaper, personId: string): string {
  return availabilities.find((one) => one.personId === personId)?.bestWindow ?? ''
}

function fillEntruster(
  file: FamilyOnPaper,
  childId: string,
  adult: KnownPerson,
  day: string,
  translate: Translate,
): FieldValues {
  const stay = stayOf(file, adult.id, day)
  return {
    entrusterName: adult.name,
    entrusterRelation: translate(relationKey(file, childId, adult)),
    entrusterPhone: adult.phone,
    entrusterPlace: placeOf(stay),
    entrusterSince: stay?.since ?? '',
    entrusterReturn:
      stay === null || stay.returnRhythm === 'unknown'
        ? ''
        : translate(`families:rhythm.${stay.returnRhythm}`),
  }
}

function fillTrustee(
  file: FamilyOnPaper,
  childId: string,
  adult: KnownPerson,
  day: string,
  translate: Translate,
): FieldValues {
  const { guardianCapacity } = adult
  return {
    trusteeName: adult.name,
    trusteeRelation: translate(relationKey(file, childId, adult)),
    trusteeAge: adult.bornOn === null ? '' : String(ageOn(adult.bornOn, day)),
    trusteePhone: adult.phone,
    trusteeAddress: addressOf(file, adult),
    trusteeCapacity: tick(
      ['capable', 'incapable'],
      guardianCapacity === 'notAsked' ? [] : [guardianCapacity],
      (one) => translate(`families:capacity.${one}`),
    ),
  }
}

/** Who works where and since when: as far as it is on record. */
function writeReason(
  file: FamilyOnPaper,
  childId: string,
  away: readonly KnownPerson[],
  day: string,
  translate: Translate,
): string {
  return away
    .map((adult) => {
      const stay = stayOf(file, adult.id, day)
      const since = stay?.since ?? null
      const place = placeOf(stay) || translate('paperwork:paper.where.away')
      const who = translate(relationKey(file, childId, adult))
      return since === null
        ? translate('paperwork:family.awayAt', { who, place })
        : translate('paperwork:family.awaySince', { who, place, since })
    })
    .join('\n')
}

interface Parties {
  readonly carers: readonly KnownPerson[]
  /** Guardians who are away on the day: of one at home nobody says that they are. */
  readonly away: readonly KnownPerson[]
}

/** LPM 23: the school where there is one, and the village committee, each told in writing. */
function fillReceivers(
  { file, wording }: FamilyPaperInput,
  child: KnownPerson,
  { carers, away }: Parties,
): readonly FieldValues[] {
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  const named = (people: readonly KnownPerson[]): string =>
    people
      .map(({ name, phone }) =>
        phone === '' ? name : translate('paperwork:paper.withNote', { name, note: phone }),
      )
      .join(gap) || translate('paperwork:family.gapToFill')
  const values = { child: child.name, parents: named(away), carers: named(carers) }
  const school = child.school || translate('paperwork:family.theSchool')
  const committee = translate('paperwork:family.theCommittee', {
    village: file.family.village || translate('paperwork:family.gapToFill'),
  })
  return [school, committee].map((receiver) => ({
    receiver,
    notice: translate('paperwork:family.notice', values),
  }))
}
