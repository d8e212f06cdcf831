import { targetsOf } from '../../../core/groupwork/planning/check-goals.ts'
import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { EvidencePicker } from '../../kit/sources/evidence-picker.tsx'
import type { PlanInHand } from './use-plan.ts'

/** What the plan rests on besides its own figures: printed as a reference list. */
export function PlanSources({
  inHand,
  editing,
}: {
  readonly inHand: PlanInHand
  readonly editing: boolean
}) {
  const doing = useDoing()
  return (
    <Section title={text('evidence:picker.title')}>
      <EvidencePicker
        ids={inHand.plan.evidenceIds}
        targets={targetsOf(inHand.file.meetings)}
        editing={editing}
        onChange={(change) =>
          void doing.run(() =>
            inHand.write((present) => ({ evidenceIds: [...change(present.evidenceIds)] })),
          )
        }
      />
      <DoingNote doing={doing} />
    </Section>
  )
}
