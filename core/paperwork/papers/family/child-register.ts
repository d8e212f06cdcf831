// The register sheet of one child (form-F1), in the order of the civil-affairs form: what is on record printed, the rest to write in.
import { aids, incomeSources } from '../../../families/family.ts'
import { findCensus, findCivilAffairs, type Finding } from '../../../families/left-behind.ts'
import { healths, schoolings } from '../../../families/person-shape.ts'
import { ageOn } from '../../../kit/dates.ts'
import type { Translate } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import { blankRows } from '../fill-heads.ts'
import { familyHeadFields } from '../head-fields.ts'
import {
  addressOf,
  bondsOf,
  isAway,
  type KnownPerson,
  parentOf,
  placeOf,
  relationKey,
  stayOf,
} from './bonds.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { grandparentColumns, listGrandparents } from './list-grandparents.ts'
import { orBlank } from './or-blank.ts'
import { tick, tickYesNo } from './ticks.ts'

const parentColumns = [
  ['parentRelation', '父或母'],
  ['parentName', '父母姓名'],
  ['parentBorn', '父母出生日期'],
  ['parentPlace', '务工地'],
  ['parentWork', '务工工作'],
  ['parentSince', '外出时间'],
  ['parentReturn', '回家间隔'],
  ['parentPhone', '父母电话'],
  ['parentCapacity', '父母监护能力'],
] as const
const delegateColumns = [
  ['delegateName', '受托人姓名'],
  ['delegateRelation', '与儿童关系'],
  ['delegatePhone', '受托人电话'],
  ['delegateAddress', '受托人住址'],
  ['delegateBasis', '委托方式'],
] as const

export const childRegisterFields: readonly TemplateField[] = [
  ...familyHeadFields,
  ...declareFields(null, [
    ['childName', '儿童姓名'],
    ['sex', '性别'],
    ['ethnicity', '民族'],
    ['bornOn', '出生日期'],
    ['age', '年龄'],
    ['ruralHukou', '农村户籍'],
    ['hukouPlace', '户籍所在地'],
    ['residence', '现居住地'],
    ['health', '健康状况'],
    ['healthNote', '健康说明'],
    ['schooling', '就学情况'],
    ['school', '学校'],
    ['grade', '年级'],
    ['boarding', '寄宿'],
    ['grandparents', '祖辈列表', 'list'],
    ['parents', '父母列表', 'list'],
    ['bothAway', '父母都外出'],
    ['oneAway', '一方外出另一方无监护能力'],
    ['incapable', '无监护能力的一方'],
    ['delegated', '是否委托照护'],
    ['delegates', '受托人列表', 'list'],
    ['guardianshipGrade', '监护情况评估'],
    ['income', '家庭收入来源'],
    ['aid', '享受的救助'],
    ['civilAffairs', '民政口径'],
    ['census', '统计口径'],
  ]),
  ...declareFields('grandparents', grandparentColumns),
  ...declareFields('parents', parentColumns),
  ...declareFields('delegates', delegateColumns),
]

/** Of the child that was chosen; the eldest where nobody was. */
export function fillChildRegister(input: FamilyPaperInput, child: KnownPerson): FieldValues {
  const { file, madeOn, wording } = input
  const { translate } = wording
  return {
    ...fillChild(child, file, madeOn, translate),
    grandparents: listGrandparents(file, child.id, translate),
    parents: (['father', 'mother'] as const).map((which) =>
      fillParent(file, child.id, which, madeOn, translate),
    ),
    ...fillCare(file, child, madeOn, translate),
    income: tick(incomeSources, file.family.incomeSources, (one) =>
      translate(`families:income.${one}`),
    ),
    aid: tick(aids, file.family.aid, (one) => translate(`families:aid.${one}`)),
    ...fillFindings(file, child, madeOn, translate),
  }
}

function fillChild(
  child: KnownPerson,
  file: FamilyOnPaper,
  day: string,
  translate: Translate,
): FieldValues {
  return {
    childName: child.name,
    sex: tick(['male', 'female'], child.sex === 'unknown' ? [] : [child.sex], (one) =>
      translate(`families:sex.${one}`),
    ),
    ethnicity: child.ethnicity,
    bornOn: child.bornOn ?? '',
    age: child.bornOn === null ? '' : String(ageOn(child.bornOn, day)),
    ruralHukou: tickYesNo(child.ruralHukou, translate),
    hukouPlace: child.hukouPlace,
    residence: addressOf(file, child),
    health: tick(
      healths.filter((one) => one !== 'notAsked'),
      child.health === 'notAsked' ? [] : [child.health],
      (one) => translate(`families:health.${one}`),
    ),
    healthNote: child.healthNote,
    schooling: tick(
      schoolings.filter((one) => one !== 'notAsked'),
      child.schooling === 'notAsked' ? [] : [child.schooling],
      (one) => translate(`families:schooling.${one}`),
    ),
    school: child.school,
    grade: child.grade,
    boarding: tickYesNo(child.boarding, translate),
  }
}

function fillParent(
  file: FamilyOnPaper,
  childId: string,
  which: 'father' | 'mother',
  day: string,
  translate: Translate,
): FieldValues {
  const parentRelation = translate(`families:relation.${which}`)
  const parent = parentOf(file, childId, which)
  if (parent === null) {
    const [blank = {}] = blankRows(
      parentColumns.map(([id]) => id),
      1,
    )
    return { ...blank, parentRelation }
  }
  const stay = stayOf(file, parent.id, day)
  const at = parent.livesHere === true && parent.alive ? translate('families:where.here') : ''
  return {
    parentRelation,
    parentName: parent.alive ? parent.name : `${parent.name} ${translate('families:where.dead')}`,
    parentBorn: parent.bornOn ?? '',
    parentPlace: stay === null ? at : placeOf(stay),
    parentWork: stay?.work ?? '',
    parentSince: stay?.since ?? '',
    parentReturn:
      stay === null || stay.returnRhythm === 'unknown'
        ? ''
        : translate(`families:rhythm.${stay.returnRhythm}`),
    parentPhone: parent.phone,
    parentCapacity:
      parent.guardianCapacity === 'notAsked'
        ? ''
        : translate(`families:capacity.${parent.guardianCapacity}`),
  }
}

const grades = ['good', 'fair', 'poor'] as const

function fillCare(
  file: FamilyOnPaper,
  child: KnownPerson,
  day: string,
  translate: Translate,
): FieldValues {
  const parents = (['father', 'mother'] as const).map((which) => parentOf(file, child.id, which))
  const whereabouts = parents.map((one) => isAway(file, one, day))
  const delegates = bondsOf(file, child.id, 'caregiver', day)
  const bonds = [...delegates, ...bondsOf(file, child.id, 'legalGuardian', day)]
  const graded = bonds.flatMap(({ bond }) => bond.grade ?? [])[0]
  const incapable = parents.filter((one) => one?.guardianCapacity === 'incapable')
  return {
    bothAway: tickYesNo(
      whereabouts.includes(false) ? false : whereabouts.includes(null) ? null : true,
      translate,
    ),
    oneAway: tickYesNo(isLeftWithIncapable(parents, whereabouts), translate),
    incapable: incapable.map((one) => one?.name ?? '').join(translate('paperwork:summary.nameGap')),
    // Nobody on record is no finding that nobody was asked to look after the child.
    delegated: tickYesNo(delegates.length > 0 ? true : null, translate),
    delegates: orBlank(
      delegates.map(({ adult, bond }) => ({
        delegateName: adult.name,
        delegateRelation: translate(relationKey(file, child.id, adult)),
        delegatePhone: adult.phone,
        delegateAddress: addressOf(file, adult),
        delegateBasis: translate(`families:basis.${bond.basis}`),
      })),
      delegateColumns,
    ),
    guardianshipGrade: tick(grades, graded === undefined ? [] : [graded], (one) =>
      translate(`assessment:profile.grade.${one}`),
    ),
  }
}

/**
 * Null where it is not known of both where they are, or has not been asked whether the one at home is able: a parent of whom
 * nothing is on record is no parent at home. One at home who is able answers it alone.
 */
function isLeftWithIncapable(
  parents: readonly (KnownPerson | null)[],
  whereabouts: readonly (boolean | null)[],
): boolean | null {
  const atHome = parents.find((_, index) => whereabouts[index] === false) ?? null
  if (atHome?.guardianCapacity === 'capable') return false
  if (whereabouts.includes(null)) return null
  if (atHome === null || !whereabouts.includes(true)) return false
  return atHome.guardianCapacity === 'notAsked' ? null : true
}

function fillFindings(
  file: FamilyOnPaper,
  child: KnownPerson,
  day: string,
  translate: Translate,
): FieldValues {
  const facts = { ...file.drawn, ...file }
  const write = ({ holds, because }: Finding): string =>
    translate('paperwork:paper.withNote', {
      name: translate(`families:definition.holds.${String(holds)}`),
      note: translate(`families:because.${because}`),
    })
  return {
    civilAffairs: write(findCivilAffairs(facts, child, day)),
    census: write(findCensus(facts, child, day)),
  }
}
