import { Text } from '@mantine/core'
import type { AnswerImportPlan } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import { text } from '../../kit/index.ts'

/** Gaps stay gaps; where they are is said beforehand. */
export function MissingAnswers({ plan }: { readonly plan: AnswerImportPlan }) {
  const open = plan.missingPerItem.filter(({ count }) => count > 0)
  const all = open.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return null
  return (
    <details>
      <summary>{text('inquiry:importing.missing', { count: all })}</summary>
      <Text>{open.map(({ itemId, count }) => `${itemId}: ${count}`).join(' · ')}</Text>
    </details>
  )
}
