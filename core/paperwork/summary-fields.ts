// The template language of the evaluation summary: every field once, with its Chinese and its English name.

export interface TemplateField {
  readonly id: string
  readonly zh: string
  readonly kind: 'text' | 'condition' | 'picture' | 'list'
  /** The list in which the field stands; null on the top level. */
  readonly within: string | null
}

type Declared = readonly [id: string, zh: string, kind?: TemplateField['kind']]

function declare(within: string | null, fields: readonly Declared[]): readonly TemplateField[] {
  return fields.map(([id, zh, kind = 'text']) => ({ id, zh, kind, within }))
}

const counts: readonly Declared[] = [
  ['expected', '应到'],
  ['outside', '计划外'],
  ['inPerson', '到场'],
  ['liveRemote', '在线'],
  ['watchedLater', '补看'],
  ['represented', '代为参加'],
  ['absent', '缺席'],
  ['unmarked', '未登记'],
  ['live', '实时参加'],
  ['liveShare', '实时参加率'],
]

export const summaryFields: readonly TemplateField[] = [
  ...declare(null, [
    ['agencyName', '机构名称'],
    ['agencyCounty', '机构所在地'],
    ['isSample', '是示例', 'condition'],
    ['sampleNotice', '示例提示'],
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
    ['madeOn', '填表日期'],
    ['meetingsPlanned', '计划节数'],
    ['meetingsHeld', '举行节数'],
    ['meetingsCalledOff', '未举行节数'],
    ['sessionsHeld', '活动场次'],
    ['totalMinutes', '总分钟数'],
    ['density', '活动密度'],
    ['families', '家庭数'],
    ['children', '儿童人数'],
    ['adults', '成人人数'],
    ...counts.map(([id, zh]): Declared => [`${id}Times`, `${zh}人次`]),
    ['attendanceSentence', '出席说明'],
    ['attendanceRef', '出席依据'],
    ['goalAttainment', '目标达成评估'],
    ['recruitment', '招募与宣传'],
    ['timeAndPlace', '时间与场地'],
    ['content', '内容评估'],
    ['workerSkills', '工作者技巧'],
    ['memberChange', '组员改变'],
    ['difficulties', '困难与应对'],
    ['budget', '经费使用'],
    ['satisfaction', '满意度'],
    ['suggestions', '建议'],
    ['supervisorOpinion', '督导意见'],
    ['digest', '数据摘要'],
    ['hasMissing', '有缺失', 'condition'],
    ['hasGaps', '有亲子对照', 'condition'],
  ]),
  ...declare(null, [['aims', '小组目标', 'list']]),
  ...declare('aims', [['aim', '目标']]),
  ...declare(null, [['meetings', '活动列表', 'list']]),
  ...declare('meetings', [
    ['no', '节次'],
    ['date', '日期'],
    ['theme', '主题'],
    ['meetingForm', '形式'],
    ['minutes', '分钟'],
    ['state', '情况'],
    ['meetingGoals', '本节目标达成'],
    ...counts,
  ]),
  ...declare(null, [['seats', '出席列表', 'list']]),
  ...declare('seats', [['code', '家庭编号'], ['strand', '组别'], ...counts]),
  ...declare(null, [['scales', '量表列表', 'list']]),
  ...declare('scales', [
    ['scaleTitle', '量表名称'],
    ['instrument', '问卷'],
    ['side', '填答者'],
    ['direction', '方向'],
    ['sentence', '一句话'],
    ['paragraph', '说明'],
    ['n', '人数'],
    ['before', '前测平均'],
    ['after', '后测平均'],
    ['change', '平均变化'],
    ['interval', '变化区间'],
    ['size', '标准化变化'],
    ['sizeInterval', '标准化变化区间'],
    ['improved', '好转比例'],
    ['ref', '依据'],
    ['chartLines', '前后对照图', 'picture'],
    ['captionLines', '前后对照图题'],
    ['chartChange', '变化图', 'picture'],
    ['captionChange', '变化图题'],
    ['chartAttendance', '出席与变化图', 'picture'],
    ['captionAttendance', '出席与变化图题'],
    ['lines', '家庭列表', 'list'],
    ['warnings', '注意列表', 'list'],
  ]),
  ...declare('lines', [
    ['lineCode', '编号'],
    ['lineBefore', '前测'],
    ['lineAfter', '后测'],
    ['lineFollowUp', '跟进测'],
    ['lineChange', '变化'],
    ['lineReliable', '可靠变化'],
    ['lineAttendance', '参加率'],
  ]),
  ...declare('warnings', [['warning', '注意']]),
  ...declare(null, [['gaps', '亲子对照列表', 'list']]),
  ...declare('gaps', [
    ['gapTitle', '对照名称'],
    ['gapSentence', '对照说明'],
    ['gapRef', '对照依据'],
    ['chartGap', '亲子对照图', 'picture'],
    ['captionGap', '亲子对照图题'],
  ]),
  ...declare(null, [['missing', '缺失列表', 'list']]),
  ...declare('missing', [
    ['missingCode', '缺失编号'],
    ['missingScale', '缺失量表'],
    ['missingMoment', '缺失时点'],
    ['missingWhy', '缺失原因'],
  ]),
  ...declare(null, [['limits', '局限列表', 'list']]),
  ...declare('limits', [['limit', '局限']]),
  ...declare(null, [['numbers', '数据来源列表', 'list']]),
  ...declare('numbers', [
    ['traceId', '数据编号'],
    ['traceWhat', '数据内容'],
    ['traceValue', '数值'],
    ['traceN', '样本量'],
    ['traceMethod', '方法'],
    ['traceWave', '测量'],
    ['traceInstrument', '工具版本'],
    ['traceComputedAt', '计算时间'],
  ]),
]

/** Fields that may stand inside these open lists (the innermost last): their own, and everything further out. */
export function fieldsWithin(open: readonly string[]): readonly TemplateField[] {
  return summaryFields.filter(({ within }) => within === null || open.includes(within))
}

/** Both names mean the same field; blanks around a name do not matter. */
export function findField(name: string, open: readonly string[]): TemplateField | null {
  const wanted = name.trim()
  return fieldsWithin(open).find(({ id, zh }) => id === wanted || zh === wanted) ?? null
}

/** The name that was most likely meant; null when nothing is near. */
export function nearestField(name: string, open: readonly string[]): string | null {
  const wanted = name.trim()
  const near = fieldsWithin(open)
    .flatMap(({ id, zh }) => [id, zh])
    .map((known) => ({ known, distance: distanceOf(wanted.toLowerCase(), known.toLowerCase()) }))
    .sort((left, right) => left.distance - right.distance)[0]
  if (near === undefined) return null
  return near.distance <= Math.max(1, Math.floor(wanted.length / 2)) ? near.known : null
}

/** Letters to insert, take out or exchange (Levenshtein). */
function distanceOf(left: string, right: string): number {
  const from = [...left]
  const to = [...right]
  let row = to.map((_, index) => index + 1)
  for (const [line, letter] of from.entries()) {
    let diagonal = line
    let before = line + 1
    row = to.map((other, index) => {
      const above = row[index] ?? 0
      const best = Math.min(above + 1, before + 1, diagonal + (letter === other ? 0 : 1))
      diagonal = above
      before = best
      return best
    })
  }
  return row.at(-1) ?? from.length
}
