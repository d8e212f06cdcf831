import type { GroupPlan } from '../../../core/groupwork/planning/group-plan.ts'
import { text } from '../../kit/index.ts'
import { KeptText } from '../../sync/kept-text.tsx'
import styles from './planning.module.css'
import type { PlanInHand } from './use-plan.ts'

export type WordField = {
  [Field in keyof GroupPlan]: GroupPlan[Field] extends string ? Field : never
}[Exclude<keyof GroupPlan, 'groupId' | 'opinion' | 'nature' | 'openness'>]

/** A part of the plan in the worker's own words: paragraphs to read and print, a field to write in. */
export function PlanWords({
  inHand,
  field,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly field: Exclude<WordField, undefined>
  readonly editing: boolean
}) {
  const value = inHand.plan[field]
  if (editing)
    return (
      <KeptText
        name={`groupPlan:${inHand.file.group.id}:${field}`}
        label={text(`groupwork:planning.words.${field}`)}
        hint={text(`groupwork:planning.wordsHint.${field}`)}
        value={value}
        onSave={(words, was) =>
          inHand.write(
            () => ({ [field]: words }),
            () => ({ [field]: was }),
          )
        }
      />
    )
  return value.trim() === '' ? null : <p className={styles.words}>{value}</p>
}
