// The words of the shipped forms. A form is content, not a screen: it is one file per language.
import { summaryFields } from '../../core/paperwork/summary-fields.ts'
import { formLook, labelled, type Columns, type FormWords } from './form-words.ts'

export interface TemplateWords extends FormWords {
  readonly heads: Readonly<Record<Head, string>>
  readonly texts: readonly (readonly [label: string, id: string])[]
  readonly meetings: Columns
  readonly seats: Columns
  readonly overview: Columns
  readonly lines: Columns
  readonly others: Columns
  readonly satisfaction: Columns
  readonly missing: Columns
}

type Head =
  | 'basics'
  | 'aims'
  | 'course'
  | 'attendance'
  | 'change'
  | 'others'
  | 'gaps'
  | 'missing'
  | 'judgement'
  | 'limits'
  | 'sources'

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

export const templateWords: Readonly<Record<'zh-CN' | 'en', TemplateWords>> = {
  'zh-CN': {
    ...formLook('zh-CN', summaryFields),
    title: '小组评估总结报告',
    basics: labelled(basicIds, [
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
      others: '其余方面每个家庭的得分（前测→后测，括号内为变化）',
      gaps: '五、亲子两边的看法',
      missing: '六、缺失情况',
      judgement: '七、各项评估',
      limits: '八、局限说明',
      sources: '小组计划依据的研究与文件',
    },
    signaturesHead: '九、签署',
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
      ['节', 'no', 5],
      ['日期', 'date', 13],
      ['主题', 'theme', 13],
      ['形式', 'meetingForm', 10],
      ['情况', 'state', 8],
      ['应到', 'expected', 6],
      ['实时', 'live', 6],
      ['补看', 'watchedLater', 6],
      ['本节目标达成', 'meetingGoals', 33],
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
      ['朝好的方向（不论大小）', 'improved', 12],
      ['依据', 'ref', 11],
    ],
    lines: [
      ['编号', 'lineCode', 15],
      ['前测', 'lineBefore', 12],
      ['后测', 'lineAfter', 12],
      ['变化', 'lineChange', 12],
      ['可靠变化', 'lineReliable', 20],
      ['实时参加率', 'lineAttendance', 14],
      ['依据', 'lineRef', 15],
    ],
    others: [
      ['方面', 'otherTitle', 14],
      ['填答者', 'otherSide', 11],
      ['各家庭得分', 'otherScores', 62],
      ['依据', 'otherRef', 13],
    ],
    satisfaction: [
      ['题目', 'satisfactionItem', 30],
      ['n', 'satisfactionN', 7],
      ['平均', 'satisfactionMean', 9],
      ['各选项人数与比例', 'satisfactionShares', 40],
      ['依据', 'satisfactionItemRef', 14],
    ],
    missing: [
      ['编号', 'missingCode', 14],
      ['时点', 'missingMoment', 10],
      ['原因', 'missingWhy', 18],
      ['缺哪些方面', 'missingScale', 58],
    ],
    signatures: ['带领者', '督导', '机构负责人'],
  },
  en: {
    ...formLook('en', summaryFields),
    title: 'Group evaluation summary',
    basics: labelled(basicIds, [
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
      others: 'Every family’s scores on the rest (before→after, change in brackets)',
      gaps: '5  How child and parent see it',
      missing: '6  Who is missing',
      judgement: '7  Evaluation',
      limits: '8  What this document cannot say',
      sources: 'Studies and papers the plan rested on',
    },
    signaturesHead: '9  Signatures',
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
      ['Date', 'date', 13],
      ['Theme', 'theme', 15],
      ['Form', 'meetingForm', 11],
      ['State', 'state', 8],
      ['Due', 'expected', 6],
      ['Live', 'live', 6],
      ['Later', 'watchedLater', 7],
      ['Goals met', 'meetingGoals', 29],
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
      ['Moved as hoped (any amount)', 'improved', 12],
      ['Source', 'ref', 12],
    ],
    lines: [
      ['Family', 'lineCode', 15],
      ['Before', 'lineBefore', 12],
      ['After', 'lineAfter', 12],
      ['Change', 'lineChange', 12],
      ['Reliable change', 'lineReliable', 20],
      ['Live share', 'lineAttendance', 14],
      ['Source', 'lineRef', 15],
    ],
    others: [
      ['Scale', 'otherTitle', 14],
      ['By', 'otherSide', 13],
      ['Scores of the families', 'otherScores', 60],
      ['Source', 'otherRef', 13],
    ],
    satisfaction: [
      ['Question', 'satisfactionItem', 30],
      ['n', 'satisfactionN', 6],
      ['Mean', 'satisfactionMean', 9],
      ['People per option', 'satisfactionShares', 41],
      ['Source', 'satisfactionItemRef', 14],
    ],
    missing: [
      ['Family', 'missingCode', 14],
      ['When', 'missingMoment', 10],
      ['Why', 'missingWhy', 18],
      ['Scales', 'missingScale', 58],
    ],
    signatures: ['Group leader', 'Supervisor', 'Head of the agency'],
  },
}
