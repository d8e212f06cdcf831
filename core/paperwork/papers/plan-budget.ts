import type { Translate } from '../../evaluation/write-numbers.ts'
import { writeNumber } from '../../evaluation/write-numbers.ts'
import { type GroupPlan, sumBudget, sumOfLine } from '../../groupwork/planning/group-plan.ts'
import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import { blankRows } from './fill-heads.ts'

export const budgetColumns: readonly DeclaredField[] = [
  ['budgetItem', '预算项目'],
  ['budgetQuantity', '预算数量'],
  ['budgetPrice', '预算单价'],
  ['budgetSum', '预算金额'],
  ['budgetSource', '预算来源'],
]

const spareLines = 4

/** The budget of the group's plan line by line with its sum; nothing written: lines for the pen, and no sum. */
export function fillBudget(plan: GroupPlan | null, translate: Translate): FieldValues {
  const budget = plan?.budget ?? {}
  const lines = Object.entries(budget)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([, { item, quantity, unitPrice, source }]) => ({
      budgetItem: item,
      budgetQuantity: String(quantity),
      budgetPrice: writeYuan(unitPrice),
      budgetSum: writeYuan(sumOfLine({ item, quantity, unitPrice, source })),
      budgetSource: source,
    }))
  const total = lines.length === 0 ? '' : writeYuan(sumBudget(budget))
  const ids = budgetColumns.map(([id]) => id)
  return {
    hasBudget: lines.length > 0,
    budgetLines: lines.length > 0 ? lines : blankRows(ids, spareLines),
    budgetTotal: total,
    budget:
      lines.length === 0
        ? ''
        : [
            ...lines.map((line) => translate('paperwork:paper.budgetLine', line)),
            translate('paperwork:paper.budgetTotal', { total }),
          ].join('\n'),
  }
}

function writeYuan(fen: number): string {
  return writeNumber(fen / 100, 2)
}
