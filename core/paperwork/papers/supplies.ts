// Materials handed out and money spent (form-F29): what the plans ask for, the budget that was made, and lines for what is really spent.
import type { FieldValues } from '../field-values.ts'
import { declareFields, type TemplateField } from '../template-field.ts'
import { blankRows, fillGroupHead } from './fill-heads.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { groupHeadFields } from './head-fields.ts'
import { budgetColumns, fillBudget } from './plan-budget.ts'

const costColumns = [
  ['costDay', '日期'],
  ['cost', '支出项目'],
  ['costPrice', '单价'],
  ['costCount', '数量'],
  ['costSum', '金额'],
  ['costSource', '经费来源'],
  ['costBy', '经手人'],
] as const

export const suppliesFields: readonly TemplateField[] = [
  ...groupHeadFields,
  ...declareFields(null, [
    ['hasBudget', '有预算', 'condition'],
    ['budget', '经费预算'],
    ['budgetTotal', '预算合计'],
    ['items', '物资列表', 'list'],
    ['budgetLines', '预算列表', 'list'],
    ['costs', '经费列表', 'list'],
  ]),
  ...declareFields('items', [
    ['item', '物资'],
    ['itemFor', '用于节次'],
    ['itemCount', '数量'],
    ['itemTakenOn', '领用日期'],
    ['itemTakenBy', '领用人'],
    ['itemReturned', '归还'],
  ]),
  ...declareFields('budgetLines', budgetColumns),
  ...declareFields('costs', costColumns),
]

const spareItems = 5
const costLines = 10

/** What each meeting needs. The sums are those of the plan; no quantity and no spending is printed that nobody has recorded. */
export function fillSupplies(input: GroupPaperInput): FieldValues {
  const { meetings, plan, wording } = input
  const ids = ['item', 'itemFor', 'itemCount', 'itemTakenOn', 'itemTakenBy', 'itemReturned']
  const empty = Object.fromEntries(ids.map((id) => [id, '']))
  const gap = wording.translate('paperwork:summary.nameGap')
  const needed = meetings
    .toSorted((left, right) => left.no - right.no)
    .map(({ no, plan }) => {
      const segments = Object.values(plan).flatMap((own) => own.segments)
      return { no, materials: new Set(segments.flatMap(({ materials }) => materials)) }
    })
    .filter(({ materials }) => materials.size > 0)
  return {
    ...fillGroupHead(input),
    ...fillBudget(plan, wording.translate),
    items: [
      ...needed.map(({ no, materials }) => ({
        ...empty,
        item: [...materials].join(gap),
        itemFor: String(no),
      })),
      ...blankRows(ids, spareItems),
    ],
    costs: blankRows(
      costColumns.map(([id]) => id),
      costLines,
    ),
  }
}
