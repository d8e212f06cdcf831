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

/** How every paper of a group begins. */
export const groupHeadFields: readonly TemplateField[] = declareFields(null, [
  ...agencyHead,
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
