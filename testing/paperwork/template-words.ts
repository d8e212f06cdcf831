// The words of the shipped forms. A form is content, not a screen: it is one file per language.
import { summaryFields } from '../../core/paperwork/summary-fields.ts'

export interface TemplateWords {
  readonly language: 'zh-CN' | 'en'
  readonly fonts: {
    readonly text: { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string }
    readonly head: { readonly ascii: string; readonly hAnsi: string; readonly eastAsia: string }
  }
  /** In half points: 小四 is 24. */
  readonly size: number
  /** `{groupTitle}` in the language of the form. */
  readonly field: (id: string) => string
  readonly open: (id: string) => string
  readonly close: (id: string) => string
  readonly title: string
  readonly page: readonly [before: string, between: string, after: string]
  readonly basics: readonly (readonly [label: string, id: string])[]
  readonly heads: Readonly<Record<Head, string>>
  readonly texts: readonly (readonly [label: string, id: string])[]
  readonly meetings: readonly (readonly [label: string, id: string, width: number])[]
  readonly seats: readonly (readonly [label: string, id: string, width: number])[]
  readonly overview: readonly (readonly [label: string, id: string, width: number])[]
  readonly lines: readonly (readonly [label: string, id: string, width: number])[]
  readonly missing: readonly (readonly [label: string, id: string, width: number])[]
  readonly numbers: readonly (readonly [label: string, id: string, width: number])[]
  readonly refers: string
  /** Between a name and what qualifies it. */
  readonly gap: string
  readonly signatures: readonly string[]
  readonly signedOn: string
  readonly closing: string
}

type Head =
  | 'basics'
  | 'aims'
  | 'course'
  | 'attendance'
  | 'change'
  | 'gaps'
  | 'missing'
  | 'judgement'
  | 'limits'
  | 'signatures'
  | 'appendix'

const chinese = new Map(summaryFields.map(({ id, zh }) => [id, zh]))

function nameIn(language: 'zh-CN' | 'en', id: string): string {
  const zh = chinese.get(id)
  if (zh === undefined) throw new Error(`no field ${id}`)
  return language === 'zh-CN' ? zh : id
}

function marks(language: 'zh-CN' | 'en'): Pick<TemplateWords, 'field' | 'open' | 'close'> {
  return {
    field: (id) => `{${nameIn(language, id)}}`,
    open: (id) => `{#${nameIn(language, id)}}`,
    close: (id) => `{/${nameIn(language, id)}}`,
  }
}

const basicIds = [
  'groupTitle',
  'groupCode',
  'nature',
  'programme',
  'startedOn',
  'endedOn',
  'place',
  'onlineTool',
  'meetingsHeld',
  'density',
  'families',
  'children',
  'leaders',
  'team',
] as const

function labelled(labels: readonly string[]): readonly (readonly [string, string])[] {
  return basicIds.map((id, index) => [labels[index] ?? id, id])
}

export const templateWords: Readonly<Record<'zh-CN' | 'en', TemplateWords>> = {
  'zh-CN': {
    language: 'zh-CN',
    ...marks('zh-CN'),
    fonts: {
      text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
      head: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' },
    },
    size: 24,
    title: '小组评估总结报告',
    page: ['第 ', ' 页  共 ', ' 页'],
    basics: labelled([
      '小组名称',
      '小组编号',
      '小组性质',
      '方案',
      '开始日期',
      '结束日期',
      '地点',
      '线上工具',
      '举行节数',
      '活动密度',
      '家庭数',
      '儿童人数',
      '带领者',
      '工作团队',
    ]),
    heads: {
      basics: '一、基本情况',
      aims: '二、小组目标',
      course: '三、开展情况',
      attendance: '出席情况（按席位，以家庭编号表示）',
      change: '四、前后变化',
      gaps: '五、亲子两边的看法',
      missing: '六、缺失情况',
      judgement: '七、各项评估',
      limits: '八、局限说明',
      signatures: '九、签署',
      appendix: '附录  数据来源',
    },
    texts: [
      ['目标达成情况', 'goalAttainment'],
      ['招募与宣传', 'recruitment'],
      ['时间、时长与场地', 'timeAndPlace'],
      ['活动内容', 'content'],
      ['工作者技巧', 'workerSkills'],
      ['组员改变', 'memberChange'],
      ['困难与应对', 'difficulties'],
      ['经费使用', 'budget'],
      ['满意度', 'satisfaction'],
      ['建议', 'suggestions'],
      ['督导意见', 'supervisorOpinion'],
    ],
    meetings: [
      ['节次', 'no', 8],
      ['日期', 'date', 14],
      ['主题', 'theme', 18],
      ['形式', 'meetingForm', 11],
      ['情况', 'state', 10],
      ['应到', 'expected', 8],
      ['实时', 'live', 8],
      ['补看', 'watchedLater', 8],
      ['本节目标达成', 'meetingGoals', 15],
    ],
    seats: [
      ['家庭编号', 'code', 16],
      ['组别', 'strand', 10],
      ['应到', 'expected', 8],
      ['到场', 'inPerson', 8],
      ['在线', 'liveRemote', 8],
      ['补看', 'watchedLater', 8],
      ['代为', 'represented', 8],
      ['缺席', 'absent', 8],
      ['未登记', 'unmarked', 10],
      ['实时参加率', 'liveShare', 16],
    ],
    overview: [
      ['量表', 'scaleTitle', 15],
      ['填答者', 'side', 11],
      ['n', 'n', 5],
      ['前测', 'before', 8],
      ['后测', 'after', 8],
      ['变化', 'change', 9],
      ['95% 区间', 'interval', 15],
      ['g_av', 'size', 8],
      ['好转', 'improved', 10],
      ['依据', 'ref', 11],
    ],
    lines: [
      ['编号', 'lineCode', 18],
      ['前测', 'lineBefore', 14],
      ['后测', 'lineAfter', 14],
      ['变化', 'lineChange', 14],
      ['可靠变化', 'lineReliable', 24],
      ['实时参加率', 'lineAttendance', 16],
    ],
    missing: [
      ['编号', 'missingCode', 20],
      ['量表', 'missingScale', 30],
      ['时点', 'missingMoment', 20],
      ['原因', 'missingWhy', 30],
    ],
    numbers: [
      ['编号', 'traceId', 7],
      ['内容', 'traceWhat', 28],
      ['数值', 'traceValue', 9],
      ['n', 'traceN', 4],
      ['方法', 'traceMethod', 22],
      ['测量', 'traceWave', 15],
      ['工具版本', 'traceInstrument', 15],
    ],
    refers: '依据：附录 ',
    gap: '',
    signatures: ['带领者', '督导', '机构负责人'],
    signedOn: '年    月    日',
    closing: '数据摘要（SHA-256）：',
  },
  en: {
    language: 'en',
    ...marks('en'),
    fonts: {
      text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
      head: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' },
    },
    size: 22,
    title: 'Group evaluation summary',
    page: ['Page ', ' of ', ''],
    basics: labelled([
      'Group',
      'Number',
      'Kind of group',
      'Programme',
      'Began on',
      'Ended on',
      'Place',
      'Online tool',
      'Meetings held',
      'Density',
      'Families',
      'Children',
      'Leaders',
      'Team',
    ]),
    heads: {
      basics: '1  Basics',
      aims: '2  Aims',
      course: '3  What took place',
      attendance: 'Attendance (by seat, under the family’s code)',
      change: '4  Change from before to after',
      gaps: '5  How child and parent see it',
      missing: '6  Who is missing',
      judgement: '7  Evaluation',
      limits: '8  What this document cannot say',
      signatures: '9  Signatures',
      appendix: 'Appendix  Where the numbers come from',
    },
    texts: [
      ['Goal attainment', 'goalAttainment'],
      ['Recruitment and publicity', 'recruitment'],
      ['Time, length and place', 'timeAndPlace'],
      ['Content', 'content'],
      ['Worker’s skills', 'workerSkills'],
      ['Change in members', 'memberChange'],
      ['Difficulties and how they were met', 'difficulties'],
      ['Budget', 'budget'],
      ['Satisfaction', 'satisfaction'],
      ['Suggestions', 'suggestions'],
      ['Supervisor’s opinion', 'supervisorOpinion'],
    ],
    meetings: [
      ['No', 'no', 5],
      ['Date', 'date', 14],
      ['Theme', 'theme', 21],
      ['Form', 'meetingForm', 13],
      ['State', 'state', 9],
      ['Due', 'expected', 7],
      ['Live', 'live', 8],
      ['Later', 'watchedLater', 9],
      ['Goals met', 'meetingGoals', 14],
    ],
    seats: [
      ['Family', 'code', 12],
      ['Strand', 'strand', 12],
      ['Due', 'expected', 8],
      ['In person', 'inPerson', 10],
      ['Remote', 'liveRemote', 10],
      ['Later', 'watchedLater', 8],
      ['Stand-in', 'represented', 10],
      ['Absent', 'absent', 10],
      ['No mark', 'unmarked', 10],
      ['Live', 'liveShare', 10],
    ],
    overview: [
      ['Scale', 'scaleTitle', 13],
      ['By', 'side', 13],
      ['n', 'n', 5],
      ['Before', 'before', 9],
      ['After', 'after', 8],
      ['Change', 'change', 9],
      ['95% interval', 'interval', 15],
      ['g_av', 'size', 7],
      ['Better', 'improved', 9],
      ['Source', 'ref', 12],
    ],
    lines: [
      ['Family', 'lineCode', 18],
      ['Before', 'lineBefore', 14],
      ['After', 'lineAfter', 14],
      ['Change', 'lineChange', 14],
      ['Reliable change', 'lineReliable', 24],
      ['Live share', 'lineAttendance', 16],
    ],
    missing: [
      ['Family', 'missingCode', 20],
      ['Scale', 'missingScale', 30],
      ['When', 'missingMoment', 20],
      ['Why', 'missingWhy', 30],
    ],
    numbers: [
      ['No', 'traceId', 7],
      ['What', 'traceWhat', 28],
      ['Value', 'traceValue', 9],
      ['n', 'traceN', 4],
      ['Method', 'traceMethod', 22],
      ['Waves', 'traceWave', 15],
      ['Instrument', 'traceInstrument', 15],
    ],
    refers: 'Source: appendix ',
    gap: ' ',
    signatures: ['Group leader', 'Supervisor', 'Head of the agency'],
    signedOn: 'Date',
    closing: 'Digest of the data (SHA-256): ',
  },
}
