// A home visit (form-F22): to take along as a blank form, or as it was recorded; what was seen and said apart from the visitor's reading.
import {
  type SafetyPoint,
  safetyAnswers,
  safetyPoints,
} from '../../../inquiry/observation/home-visit.ts'
import type { DescribedVisit } from '../../../inquiry/observation/describe-home-visit.ts'
import type { Translate } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import { declareFields, type TemplateField } from '../../template-field.ts'
import { blankRows } from '../fill-heads.ts'
import { familyHeadFields } from '../head-fields.ts'
import { childrenOf, type KnownPerson } from './bonds.ts'
import type { FamilyPaperInput } from './family-paper-input.ts'
import { orBlank } from './or-blank.ts'
import { tick } from './ticks.ts'

const contactColumns = [
  ['contactOn', '联系日期'],
  ['contactWho', '谁和谁联系'],
  ['contactHow', '联系方式'],
  ['contactStarted', '谁先联系'],
] as const
const actionColumns = [
  ['action', '约定的事'],
  ['actionWho', '谁来做'],
  ['actionBy', '什么时候前'],
  ['actionDone', '完成日期'],
] as const
const spareActions = 3

export const homeVisitFields: readonly TemplateField[] = [
  ...familyHeadFields,
  ...declareFields(null, [
    ['visitOn', '家访日期'],
    ['visitAt', '家访时间'],
    ['visitMinutes', '家访时长'],
    ['visitor', '家访社工'],
    ['withWhom', '同行的人'],
    ['childNames', '儿童姓名'],
    ['atHome', '在家的人'],
    ['household', '家庭成员与日常'],
    ['environment', '居住环境'],
    ['safety', '安全检查列表', 'list'],
    ['contacts', '上周联系列表', 'list'],
    ['contactWords', '联系情况'],
    ['schoolLife', '在校情况'],
    ['mood', '孩子的心情'],
    ['moodWords', '孩子自己的话'],
    ['seen', '看到的'],
    ['said', '听到的原话'],
    ['inference', '社工的理解'],
    ['actions', '约定列表', 'list'],
    ['nextOn', '下次家访'],
  ]),
  ...declareFields('safety', [
    ['safetyPoint', '检查项目'],
    ['safetyAnswer', '检查结果'],
    ['safetyNote', '检查说明'],
  ]),
  ...declareFields('contacts', contactColumns),
  ...declareFields('actions', actionColumns),
]

export function fillHomeVisit(input: FamilyPaperInput, child: KnownPerson): FieldValues {
  const { file, visit, wording } = input
  const { translate } = wording
  const gap = translate('paperwork:summary.nameGap')
  const names = visit?.children.map(({ name }) => name) ?? childrenOf(file).map(({ name }) => name)
  return {
    visitOn: visit?.onDay ?? '',
    visitAt: visit?.at ?? '',
    visitMinutes: visit?.minutes == null ? '' : String(visit.minutes),
    visitor: visit?.visitor ?? '',
    withWhom: visit?.withWords ?? '',
    childNames: (names.length === 0 ? [child.name] : names).join(gap),
    atHome: [...(visit?.atHome ?? []).map(({ name }) => name), visit?.atHomeWords ?? '']
      .filter((part) => part !== '')
      .join(gap),
    household: visit?.household ?? '',
    environment: visit?.environment ?? '',
    safety: safetyPoints.map((point) => fillSafety(point, visit, translate)),
    contacts: fillContacts(visit, translate),
    contactWords: visit?.contactWords ?? '',
    schoolLife: visit?.school ?? '',
    mood: tick(
      moods,
      moods.filter((face) => Number(face) === visit?.moodFace),
      (face) => translate(`observation:mood.${face}`),
    ),
    moodWords: visit?.moodWords ?? '',
    seen: visit?.seen ?? '',
    said: visit?.said ?? '',
    inference: visit?.inference ?? '',
    actions: fillActions(visit),
    nextOn: visit?.nextOn ?? '',
  }
}

const moods = ['1', '2', '3', '4'] as const

function fillSafety(
  point: SafetyPoint,
  visit: DescribedVisit | null,
  translate: Translate,
): FieldValues {
  const found = visit?.safety.find((one) => one.point === point)
  const answer = found?.answer ?? null
  return {
    safetyPoint: translate(`observation:safety.${point}`),
    safetyAnswer: tick(safetyAnswers, answer === null ? [] : [answer], (one) =>
      translate(`observation:safetyAnswer.${one}`),
    ),
    safetyNote: found?.note ?? '',
  }
}

function fillContacts(visit: DescribedVisit | null, translate: Translate): readonly FieldValues[] {
  const lines = (visit?.contacts ?? []).map(
    ({ on, childName, adultName, channel, minutes, reached, startedBy }) => {
      const how = translate(`contact:channel.${channel}`)
      const length =
        minutes === null ? how : `${how} ${translate('contact:minutes', { count: minutes })}`
      return {
        contactOn: on,
        contactWho: [childName, adultName].filter((name) => name !== '').join(' – '),
        contactHow: reached ? length : `${how} ${translate('contact:quick.notReached')}`,
        contactStarted: translate(`contact:starter.${startedBy}`),
      }
    },
  )
  return orBlank(lines, contactColumns, 2)
}

function fillActions(visit: DescribedVisit | null): readonly FieldValues[] {
  const agreed = (visit?.actions ?? []).map(({ what, who, byDay, doneOn }) => ({
    action: what,
    actionWho: who,
    actionBy: byDay ?? '',
    actionDone: doneOn ?? '',
  }))
  const ids = actionColumns.map(([id]) => id)
  return [...agreed, ...blankRows(ids, Math.max(0, spareActions - agreed.length))]
}
