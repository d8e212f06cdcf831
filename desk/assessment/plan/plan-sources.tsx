import { DoingNote, Section, text, useDoing } from '../../kit/index.ts'
import { EvidencePicker } from '../../kit/sources/evidence-picker.tsx'
import type { PlanInHand } from './use-plan.ts'

/** What the plan rests on besides the family's own records: printed as a reference list. */
export function PlanSources({
  inHand,
  open,
}: {
  readonly inHand: PlanInHand
  readonly open: boolean
}) {
  const doing = useDoing()
  const { evidenceIds, targets } = inHand.plan
  return (
    <Section title={text('evidence:picker.title')}>
      <EvidencePicker
        ids={evidenceIds}
        targets={targets}
        editing={open}
        onChange={(change) =>
          void doing.run(() => inHand.write({ evidenceIds: [...change(evidenceIds)] }))
        }
      />
      <DoingNote doing={doing} />
    </Section>
  )
}
