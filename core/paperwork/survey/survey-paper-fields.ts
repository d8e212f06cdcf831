// The fields of the report of a survey by codes.
import {
  closingFields,
  declareFields,
  type DeclaredField,
  type TemplateField,
} from '../template-field.ts'

const itemFields: readonly DeclaredField[] = [
  ['item', '题目'],
  ['itemN', '答题数'],
  ['itemMissing', '漏答数'],
  ['itemMean', '题目平均'],
  ['itemSd', '题目标准差'],
  ['itemTotal', '题总相关'],
  ['itemDropped', '删题后信度'],
  ['itemRef', '题目依据'],
]

const topFields = declareFields(null, [
  ['agencyName', '机构名称'],
  ['agencyCounty', '机构所在地'],
  ['isSample', '是示例', 'condition'],
  ['sampleNotice', '示例提示'],
  ['surveyTitle', '调查名称'],
  ['instruments', '所用问卷'],
  ['period', '调查时间'],
  ['groupNames', '组别名称'],
  ['madeBy', '制表人'],
  ['madeOn', '填表日期'],
  ['purpose', '调查目的'],
  ['sampling', '对象与方法'],
  ['discussion', '发现与讨论'],
  ['suggestions', '建议'],
  ['responseSentence', '答卷说明'],
  ['responseRef', '答卷依据'],
  ['digest', '数据摘要'],
  ['isTwice', '有前后两次', 'condition'],
  ['hasMissing', '有缺失', 'condition'],
  ['hasOtherItems', '有其他题目', 'condition'],
  ['hasCrosses', '有交叉表', 'condition'],
  ['crossMethod', '交叉表说明'],
  ['hasFrequencies', '有频数', 'condition'],
  ['hasPictures', '有作答图', 'condition'],
])

const waveFields = [
  ...declareFields(null, [['waves', '测量列表', 'list']]),
  ...declareFields('waves', [
    ['waveTitle', '测量名称'],
    ['waveInstrument', '测量问卷'],
    ['waveSheets', '答卷份数'],
    ['waveComplete', '完整份数'],
    ['waveMissing', '漏答总数'],
    ['waveRef', '测量依据'],
  ]),
  ...declareFields(null, [['measures', '得分总表', 'list']]),
  ...declareFields('measures', [
    ['measureScale', '得分量表'],
    ['measureWave', '得分测量'],
    ['measureN', '得分人数'],
    ['measureNoScore', '无分人数'],
    ['measureMean', '平均'],
    ['measureSd', '标准差'],
    ['measureMedian', '中位数'],
    ['measureQuartiles', '四分位'],
    ['measureAlpha', '信度'],
    ['measureAlphaInterval', '信度区间'],
    ['measureRef', '得分依据'],
  ]),
]

const crossFields = [
  ...declareFields(null, [['rates', '回收列表', 'list']]),
  ...declareFields('rates', [
    ['rateWave', '回收测量'],
    ['rateGroup', '回收组别'],
    ['rateHandedOut', '发出份数'],
    ['rateReturned', '收回人数'],
    ['rateRate', '应答率'],
    ['rateRef', '回收依据'],
  ]),
  ...declareFields(null, [['pictures', '作答图列表', 'list']]),
  ...declareFields('pictures', [
    ['chartAnswers', '作答图', 'picture'],
    ['captionAnswers', '作答图题'],
  ]),
  ...declareFields(null, [['crosses', '交叉表列表', 'list']]),
  ...declareFields('crosses', [
    ['crossTitle', '交叉表标题'],
    ['crossTable', '交叉表', 'picture'],
    ['crossRef', '交叉表依据'],
    ['crossNotes', '交叉表注列表', 'list'],
    ['crossPictures', '交叉表图列表', 'list'],
  ]),
  ...declareFields('crossNotes', [['crossNote', '交叉表注']]),
  ...declareFields('crossPictures', [
    ['chartCross', '交叉图', 'picture'],
    ['captionCross', '交叉图题'],
  ]),
  ...declareFields(null, [['frequencies', '频数列表', 'list']]),
  ...declareFields('frequencies', [
    ['frequencyItem', '频数题目'],
    ['frequencyWave', '频数测量'],
    ['frequencyAsked', '问到人数'],
    ['frequencyN', '回答人数'],
    ['frequencyMissing', '未答人数'],
    ['frequencyNotAsked', '没问到人数'],
    ['frequencyAnswers', '各项人数'],
    ['frequencyRef', '频数依据'],
  ]),
]

const changeFields = [
  ...declareFields(null, [['changes', '前后变化列表', 'list']]),
  ...declareFields('changes', [
    ['changeScale', '变化量表'],
    ['changeRef', '变化依据'],
    ['chartGroups', '各组变化图', 'picture'],
    ['captionGroups', '各组变化图题'],
    ['changeSentences', '变化说明列表', 'list'],
    ['changeGroups', '各组变化列表', 'list'],
    ['comparisons', '组间比较列表', 'list'],
    ['groupPictures', '各组前后图列表', 'list'],
    ['changeWarnings', '变化注意列表', 'list'],
  ]),
  ...declareFields('changeSentences', [['changeSentence', '变化说明']]),
  ...declareFields('changeGroups', [
    ['changeGroup', '变化组别'],
    ['changeN', '变化人数'],
    ['changeBefore', '前测平均'],
    ['changeAfter', '后测平均'],
    ['change', '平均变化'],
    ['changeInterval', '变化区间'],
    ['changeSize', '标准化变化'],
    ['changeGroupRef', '各组变化依据'],
  ]),
  ...declareFields('comparisons', [['comparison', '组间比较']]),
  ...declareFields('groupPictures', [
    ['chartLines', '各人前后图', 'picture'],
    ['captionLines', '各人前后图题'],
  ]),
  ...declareFields('changeWarnings', [['changeWarning', '变化注意']]),
]

const missingFields = [
  ...declareFields(null, [['losses', '流失列表', 'list']]),
  ...declareFields('losses', [
    ['lossScale', '流失量表'],
    ['lossGroup', '流失组别'],
    ['lossStarted', '前测有分'],
    ['lossBoth', '两次都有'],
    ['lossLost', '缺后测'],
    ['lossLate', '缺前测'],
    ['lossLostMean', '缺后测者起点'],
    ['lossKeptMean', '都有者起点'],
    ['lossDifference', '起点差'],
    ['lossRef', '流失依据'],
  ]),
  ...declareFields(null, [['missing', '缺失列表', 'list']]),
  ...declareFields('missing', [
    ['missingWave', '缺失测量'],
    ['missingGroup', '缺失组别'],
    ['missingCount', '缺失人数'],
    ['missingCodes', '缺失编码'],
  ]),
]

const scaleFields = [
  ...declareFields(null, [['scales', '量表列表', 'list']]),
  ...declareFields('scales', [
    ['scaleTitle', '量表名称'],
    ['instrument', '问卷'],
    ['sentence', '一句话'],
    ['reliability', '信度说明'],
    ['groupComparison', '分组说明'],
    ['ref', '依据'],
    ['hasItems', '有题目', 'condition'],
    ['hasGroups', '有分组', 'condition'],
    ['distributions', '分布列表', 'list'],
    ['items', '题目列表', 'list'],
    ['groups', '分组列表', 'list'],
    ['warnings', '注意列表', 'list'],
  ]),
  ...declareFields('distributions', [
    ['chartDistribution', '分布图', 'picture'],
    ['captionDistribution', '分布图题'],
  ]),
  ...declareFields('items', itemFields),
  ...declareFields('groups', [
    ['group', '组别'],
    ['groupWave', '分组测量'],
    ['groupN', '分组人数'],
    ['groupMean', '分组平均'],
    ['groupSd', '分组标准差'],
    ['groupRef', '分组依据'],
  ]),
  ...declareFields('warnings', [['warning', '注意']]),
  ...declareFields(null, [['otherItems', '其他题目列表', 'list']]),
  ...declareFields('otherItems', itemFields),
]

export const surveyPaperFields: readonly TemplateField[] = [
  ...topFields,
  ...waveFields,
  ...crossFields,
  ...changeFields,
  ...missingFields,
  ...scaleFields,
  ...closingFields,
]
