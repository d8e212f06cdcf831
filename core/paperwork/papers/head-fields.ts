import type { FieldValues } from '../field-values.ts'
import { declareFields, type DeclaredField, type TemplateField } from '../template-field.ts'

const agencyHead: readonly DeclaredField[] = [
  ['agencyName', '机构名称'],
  ['agencyCounty', '机构所在地'],
  ['isSample', '是示例', 'condition'],
  ['sampleNotice', '示例提示'],
  ['madeOn', '填表日期'],
  ['madeBy', '填表人'],
  ['secrecy', '密级'],
]

/** How every paper begins. */
export const agencyHeadFields: readonly TemplateField[] = declareFields(null, agencyHead)

const groupHead: readonly DeclaredField[] = [
  ['groupTitle', '小组名称'],
  ['groupCode', '小组编号'],
  ['nature', '小组性质'],
  ['programme', '方案名称'],
  ['place', '活动地点'],
  ['onlineTool', '线上工具'],
  ['startedOn', '开始日期'],
  ['endedOn', '结束日期'],
  ['leaders', '带领者'],
  ['team', '工作团队'],
]

/** How every paper of a group begins. */
export const groupHeadFields: readonly TemplateField[] = declareFields(null, [
  ...agencyHead,
  ...groupHead,
])

/** How a paper begins that is about a family, with a group or without one. */
export const inGroupHeadFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [['paperOf', '所属']]),
]

/** Without a group its facts stay spaces to write in. */
export const noGroup: FieldValues = Object.fromEntries(groupHead.map(([id]) => [id, '']))

/** How every paper of a family begins. */
export const familyHeadFields: readonly TemplateField[] = declareFields(null, [
  ...agencyHead,
  ['familyCode', '家庭编号'],
  ['village', '村'],
  ['township', '乡镇'],
  ['registeredOn', '建档日期'],
  ['workers', '负责社工'],
])

/** How every paper of one meeting goes on. */
export const meetingHeadFields: readonly TemplateField[] = declareFields(null, [
  ['no', '节次'],
  ['theme', '主题'],
  ['date', '日期'],
  ['time', '时间'],
  ['meetingForm', '形式'],
  ['stage', '阶段'],
  ['meetingPlace', '本节地点'],
  ['state', '情况'],
  ['minutes', '时长'],
])
