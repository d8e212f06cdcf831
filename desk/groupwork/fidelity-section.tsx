import { learningProcesses } from '../../core/groupwork/plan-shape.ts'
import { DoingNote, Section, SegmentedChoice, text, useDoing } from '../kit/index.ts'
import type { RecordPart } from './record-text.tsx'

const answers = ['yes', 'partly', 'no'] as const

/** Was the theory at work? One question for every process that this plan uses. */
export function FidelitySection({ meeting, strand, inHand, frozen }: RecordPart) {
  const doing = useDoing()
  const used = new Set(meeting.plan[strand]?.segments.map(({ process }) => process))
  const asked = learningProcesses.filter((process) => used.has(process))
  const given = inHand.record?.fidelity ?? {}
  if (asked.length === 0) return null
  return (
    <Section title={text('groupwork:record.fidelity')} hint={text('groupwork:record.fidelityHint')}>
      {asked.map((process) => (
        <SegmentedChoice
          key={process}
          label={text(`groupwork:fidelityQuestion.${process}`)}
          disabled={frozen}
          value={given[process] ?? null}
          options={answers.map((value) => ({ value, label: text(`groupwork:fidelity.${value}`) }))}
          onChange={(value) =>
            void doing.run(() =>
              inHand.write((present) => ({ fidelity: { ...present?.fidelity, [process]: value } })),
            )
          }
        />
      ))}
      <DoingNote doing={doing} />
    </Section>
  )
}
