// What members thought of the group (form-F14): a sheet with five faces to fill in, and the tally of those that came back.
import type { Instrument } from '../../inquiry/instrument.ts'
import { readWords } from '../../inquiry/words.ts'
import { keepLedger } from '../keep-ledger.ts'
import type { FieldValues } from '../field-values.ts'
import { summariseSatisfaction } from '../summarise-satisfaction.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { fillGroupHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'

export const satisfactionFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['sheetTitle', '问卷名称'],
    ['instructions', '填答说明'],
    ['tallySentence', '统计说明'],
    ['hasTally', '有统计', 'condition'],
    ['questions', '题目列表', 'list'],
    ['openQuestions', '开放题列表', 'list'],
    ['tally', '统计列表', 'list'],
  ]),
  ...declareFields('questions', [
    ['question', '题目'],
    ['face1', '选项一'],
    ['face2', '选项二'],
    ['face3', '选项三'],
    ['face4', '选项四'],
    ['face5', '选项五'],
  ]),
  ...declareFields('openQuestions', [
    ['openQuestion', '开放题'],
    ['openAnswer', '回答'],
  ]),
  ...declareFields('tally', [
    ['tallyItem', '统计题目'],
    ['tallyN', '人数'],
    ['tallyMean', '平均'],
    ['tallyShares', '各选项'],
  ]),
]

/** The questionnaire that the group was asked, otherwise the one that comes along. Nobody's answer stands by itself. */
export function fillSatisfactionSheet(input: GroupPaperInput): FieldValues {
  const { satisfaction, wording, madeOn } = input
  const asked = satisfaction.instruments[0]
  const ledger = keepLedger(`${madeOn}T00:00:00Z`)
  const counted = summariseSatisfaction({ satisfaction, wording }, ledger)
  return {
    ...fillGroupHead(input),
    sheetTitle: asked === undefined ? '' : readWords(asked.title, wording.language),
    instructions: asked === undefined ? '' : readWords(asked.instructions, wording.language),
    hasTally: counted !== null,
    tallySentence: counted?.sentence ?? '',
    ...(asked === undefined
      ? { questions: [], openQuestions: [] }
      : fillQuestions(asked, wording.language)),
    tally: (counted?.items ?? []).map(({ item, n, mean, shares }) => ({
      tallyItem: item,
      tallyN: n,
      tallyMean: mean,
      tallyShares: shares,
    })),
  }
}

function fillQuestions(asked: Instrument, language: 'zh-CN' | 'en'): FieldValues {
  const textOf = ({ id, text }: Instrument['items'][number]): string =>
    text === null ? id : readWords(text, language)
  return {
    questions: asked.items.flatMap((item) => {
      const { response } = item
      if (response.kind !== 'choice') return []
      const set = asked.responseSets.find(({ id }) => id === response.set)
      const label = (place: number): string => {
        const option = set?.options[place]
        return option === undefined ? '' : `○\n${readWords(option.label, language)}`
      }
      const [face1, face2, face3, face4, face5] = [0, 1, 2, 3, 4].map(label)
      return [
        {
          question: textOf(item),
          face1: face1 ?? '',
          face2: face2 ?? '',
          face3: face3 ?? '',
          face4: face4 ?? '',
          face5: face5 ?? '',
        },
      ]
    }),
    openQuestions: asked.items
      .filter(({ response }) => response.kind !== 'choice')
      .map((item) => ({ openQuestion: textOf(item), openAnswer: '' })),
  }
}
