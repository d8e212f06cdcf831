// The words of the shipped report of a survey by codes.
import { surveyPaperFields } from '../../core/paperwork/survey/survey-paper-fields.ts'
import { formLook, labelled, type Columns, type FormWords } from './form-words.ts'

export interface SurveyTemplateWords extends FormWords {
  readonly heads: Readonly<Record<Head, string>>
  readonly waves: Columns
  readonly rates: Columns
  readonly frequencies: Columns
  readonly measures: Columns
  readonly changeGroups: Columns
  readonly losses: Columns
  readonly missing: Columns
  readonly items: Columns
  readonly groups: Columns
  readonly notes: Readonly<Record<'alpha' | 'items' | 'loss' | 'rates' | 'pictures', string>>
}

type Head =
  | 'basics'
  | 'purpose'
  | 'sampling'
  | 'response'
  | 'scores'
  | 'changes'
  | 'loss'
  | 'scales'
  | 'otherItems'
  | 'crosses'
  | 'frequencies'
  | 'discussion'
  | 'suggestions'
  | 'limits'

const basicIds = ['surveyTitle', 'period', 'instruments', 'groupNames', 'agencyName', 'madeBy']

const widths = {
  waves: [
    ['waveTitle', 26],
    ['waveInstrument', 34],
    ['waveSheets', 10],
    ['waveComplete', 10],
    ['waveMissing', 10],
    ['waveRef', 10],
  ],
  rates: [
    ['rateWave', 26],
    ['rateGroup', 30],
    ['rateHandedOut', 11],
    ['rateReturned', 11],
    ['rateRate', 11],
    ['rateRef', 11],
  ],
  frequencies: [
    ['frequencyItem', 24],
    ['frequencyWave', 10],
    ['frequencyAsked', 6],
    ['frequencyN', 6],
    ['frequencyMissing', 6],
    ['frequencyNotAsked', 7],
    ['frequencyAnswers', 32],
    ['frequencyRef', 9],
  ],
  measures: [
    ['measureScale', 14],
    ['measureWave', 13],
    ['measureN', 8],
    ['measureMean', 9],
    ['measureSd', 8],
    ['measureMedian', 9],
    ['measureQuartiles', 13],
    ['measureAlpha', 7],
    ['measureAlphaInterval', 11],
    ['measureRef', 8],
  ],
  changeGroups: [
    ['changeGroup', 16],
    ['changeN', 8],
    ['changeBefore', 11],
    ['changeAfter', 11],
    ['change', 11],
    ['changeInterval', 20],
    ['changeSize', 10],
    ['changeGroupRef', 13],
  ],
  losses: [
    ['lossScale', 13],
    ['lossGroup', 11],
    ['lossStarted', 8],
    ['lossBoth', 8],
    ['lossLost', 8],
    ['lossLate', 8],
    ['lossLostMean', 10],
    ['lossKeptMean', 10],
    ['lossDifference', 14],
    ['lossRef', 10],
  ],
  missing: [
    ['missingWave', 22],
    ['missingGroup', 14],
    ['missingCount', 10],
    ['missingCodes', 54],
  ],
  items: [
    ['item', 30],
    ['itemN', 9],
    ['itemMissing', 9],
    ['itemMean', 9],
    ['itemSd', 9],
    ['itemTotal', 11],
    ['itemDropped', 11],
    ['itemRef', 12],
  ],
  groups: [
    ['group', 22],
    ['groupWave', 24],
    ['groupN', 12],
    ['groupMean', 14],
    ['groupSd', 14],
    ['groupRef', 14],
  ],
} as const

type TableName = keyof typeof widths

function tables(
  labels: Readonly<Record<TableName, readonly string[]>>,
): Readonly<Record<TableName, Columns>> {
  const tableOf = (name: TableName): Columns =>
    widths[name].map(([id, width], index) => [labels[name][index] ?? id, id, width])
  return {
    waves: tableOf('waves'),
    rates: tableOf('rates'),
    frequencies: tableOf('frequencies'),
    measures: tableOf('measures'),
    changeGroups: tableOf('changeGroups'),
    losses: tableOf('losses'),
    missing: tableOf('missing'),
    items: tableOf('items'),
    groups: tableOf('groups'),
  }
}

const chinese: SurveyTemplateWords = {
  ...formLook('zh-CN', surveyPaperFields),
  title: '调查报告',
  basics: labelled(basicIds, ['调查', '调查时间', '问卷', '组别', '调查机构', '制表人']),
  heads: {
    basics: '一、基本情况',
    purpose: '二、调查目的',
    sampling: '三、对象与方法',
    response: '四、答卷情况',
    scores: '五、主要结果',
    changes: '前后变化：',
    loss: '缺失情况',
    scales: '六、各量表细目',
    otherItems: '没有计入量表的题目',
    crosses: '七、各题回答与交叉表',
    discussion: '八、发现与讨论',
    suggestions: '九、建议',
    limits: '十、局限说明',
    frequencies: '附录  各题频数',
  },
  ...tables({
    waves: ['测量', '问卷', '答卷', '全部答完', '漏答题次', '依据'],
    rates: ['测量', '学校 / 班级 / 村', '发出', '收回', '应答率', '依据'],
    frequencies: [
      '题目',
      '测量',
      '问到',
      '回答',
      '没有答',
      '没有问到',
      '各项人数（占回答的人）',
      '依据',
    ],
    measures: [
      '量表',
      '测量',
      'n',
      '平均',
      '标准差',
      '中位数',
      '四分位',
      'α',
      'α 95% 区间',
      '依据',
    ],
    changeGroups: ['组别', 'n', '前测', '后测', '变化', '95% 区间', 'g_av', '依据'],
    losses: [
      '量表',
      '组别',
      '有前测',
      '两次都有',
      '缺后测',
      '缺前测',
      '缺后测者的前测',
      '都有者的前测',
      '相差（95% 区间）',
      '依据',
    ],
    missing: ['缺哪一次', '组别', '人数', '编码'],
    items: ['题目', 'n', '漏答', '平均', '标准差', '题总相关', '删题后 α', '依据'],
    groups: ['组别', '测量', 'n', '平均', '标准差', '依据'],
  }),
  notes: {
    alpha: 'α 为 Cronbach α，只用各题都答的人计算，区间为 Feldt 区间；四分位数按第 7 型。',
    items: '平均与标准差按原始作答；题总相关与删题后 α 已把反向题转正，只用各题都答的人。',
    rates: '一个编号算一个人，答几份问卷也只算一次；没有登记发出份数的，应答率空着。',
    pictures:
      '花纹从浅到深按选项的先后，数字是占回答者的百分比；太窄的一段不写数字，见附录的频数。',
    loss: '“相差”是两次都有者减去缺后测者的前测平均：离 0 越远，中途离开越可能与起点有关。',
  },
  signaturesHead: '十一、签署',
  signatures: ['制表人', '审核人', '机构负责人'],
}

const english: SurveyTemplateWords = {
  ...formLook('en', surveyPaperFields),
  title: 'Survey report',
  basics: labelled(basicIds, ['Survey', 'Period', 'Questionnaire', 'Groups', 'Agency', 'Made by']),
  heads: {
    basics: '1  Basics',
    purpose: '2  Purpose',
    sampling: '3  Who was asked and how',
    response: '4  Who answered',
    scores: '5  Results',
    changes: 'Change from before to after: ',
    loss: 'Who is missing',
    scales: '6  Scale by scale',
    otherItems: 'Questions that no scale counts',
    crosses: '7  Answers and cross-tables',
    discussion: '8  Findings and discussion',
    suggestions: '9  Suggestions',
    frequencies: 'Appendix  Frequencies',
    limits: '10  What this document cannot say',
  },
  ...tables({
    rates: ['Wave', 'School, class or village', 'Handed out', 'Returned', 'Rate', 'Source'],
    frequencies: [
      'Question',
      'Wave',
      'Asked',
      'n',
      'Left out',
      'Not asked',
      'Each answer (share of those who answered)',
      'Source',
    ],
    waves: ['Wave', 'Questionnaire', 'Sheets', 'Complete', 'Left out', 'Source'],
    measures: ['Scale', 'Wave', 'n', 'Mean', 'SD', 'Median', 'Quartiles', 'α', 'α 95%', 'Source'],
    changeGroups: ['Group', 'n', 'Before', 'After', 'Change', '95% interval', 'g_av', 'Source'],
    losses: [
      'Scale',
      'Group',
      'Before',
      'Both',
      'Lost',
      'Late',
      'Start, lost',
      'Start, both',
      'Difference (95%)',
      'Source',
    ],
    missing: ['Missing at', 'Group', 'People', 'Codes'],
    items: ['Question', 'n', 'Left out', 'Mean', 'SD', 'Item–total', 'α without', 'Source'],
    groups: ['Group', 'Wave', 'n', 'Mean', 'SD', 'Source'],
  }),
  notes: {
    alpha:
      'α is Cronbach’s alpha over the people who answered every item, with Feldt’s interval; quartiles are of type 7.',
    items:
      'Mean and SD are of the answers as given; item–total correlation and α without the item are of turned items, over people who answered every item.',
    rates:
      'One code is one person, however many questionnaires it answered; where nobody wrote down how many were handed out, there is no rate.',
    pictures:
      'Patterns go from light to dark in the order of the answers, numbers are shares of those who answered; parts too narrow for a number stand in the appendix.',
    loss: 'The difference is the mean before of those with both scores minus that of those lost: far from 0, leaving may have to do with the start.',
  },
  signaturesHead: '11  Signatures',
  signatures: ['Made by', 'Checked by', 'Head of the agency'],
}

export const surveyTemplateWords = { 'zh-CN': chinese, en: english } as const
