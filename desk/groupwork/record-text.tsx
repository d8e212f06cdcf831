import { Button, Text } from '@mantine/core'
import type { Meeting } from '../../core/groupwork/meeting.ts'
import { meetingRecordId } from '../../core/groupwork/meeting-record.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { text } from '../kit/index.ts'
import type { LocalRecord } from '../sync/index.ts'
import { KeptText } from '../sync/kept-text.tsx'
import styles from './run-plan.module.css'
import type { RecordInHand } from './use-record.ts'

export interface RecordPart {
  readonly meeting: LocalRecord<Meeting>
  readonly strand: PlanStrand
  readonly inHand: RecordInHand
  readonly frozen: boolean
}

type TextField =
  | 'goalAttainment'
  | 'evidence'
  | 'dynamics'
  | 'reflection'
  | 'homeTaskGiven'
  | 'nextSteps'

/** One of the record's free texts, with a question that asks for facts. */
export function RecordText({
  meeting,
  strand,
  inHand,
  frozen,
  field,
  prompts = [],
  suggestion = '',
}: RecordPart & {
  readonly field: TextField
  /** What the plan said to look for. */
  readonly prompts?: readonly string[]
  /** Words of the plan that can be taken over and then changed. */
  readonly suggestion?: string
}) {
  const value = inHand.record?.[field] ?? ''
  const save = (words: string, was: string) =>
    inHand.write(
      () => ({ [field]: words }),
      () => ({ [field]: was }),
    )
  return (
    <div>
      <KeptText
        name={`meetingRecord:${meetingRecordId(meeting.id, strand)}:${field}`}
        label={text(`groupwork:record.fields.${field}`)}
        hint={text(`groupwork:record.hints.${field}`)}
        value={value}
        readOnly={frozen}
        onSave={save}
      />
      {prompts.length > 0 && (
        <Text component="div" size="sm" c="gray.7" mt={4}>
          {text('groupwork:record.lookFor')}
          <ul className={styles.prompts}>
            {prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        </Text>
      )}
      {value === '' && suggestion !== '' && !frozen && (
        <Button
          mt="xs"
          size="compact-md"
          variant="default"
          onClick={() => void save(suggestion, value).catch(reportError)}
        >
          {text('groupwork:record.takeFromPlan')}
        </Button>
      )}
    </div>
  )
}
