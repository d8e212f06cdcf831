import { Text } from '@mantine/core'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import { agreedTask, type AgreedTask } from '../../../core/evaluation/goals/agreed-task.ts'
import { DoingNote, SegmentedChoice, text, useDoing } from '../../kit/index.ts'
import { useAct, useToday } from '../../sync/index.ts'
import styles from '../evaluation.module.css'
import { RemoveRecord } from './remove-record.tsx'

const ratings = [0, 1, 2, 3, 4] as const

/** One task, rated by thumb. */
export function TaskCard({ task }: { readonly task: Known<AgreedTask> }) {
  const today = useToday()
  const act = useAct()
  const doing = useDoing()
  const rate = (rating: number): void => {
    void doing.run(() =>
      act({
        kind: agreedTask,
        recordId: task.id,
        verb: 'edit',
        input: {},
        fields: { rating, ratedOn: today },
      }),
    )
  }
  return (
    <article className={styles.question} aria-label={task.text}>
      <Text fw={600}>{task.text}</Text>
      <Text size="sm" c="gray.7">
        {text(`evaluation:task.doers.${task.doneBy}`)}
      </Text>
      <SegmentedChoice
        label={text('evaluation:fields.rating')}
        options={ratings.map((rating) => ({
          value: String(rating),
          label: text(`evaluation:task.level.${rating}`),
        }))}
        value={task.rating === null ? null : String(task.rating)}
        onChange={(value) => rate(Number(value))}
        disabled={doing.busy}
      />
      <DoingNote doing={doing} />
      <RemoveRecord
        kind={agreedTask}
        recordId={task.id}
        question={text('evaluation:task.removeQuestion')}
      />
    </article>
  )
}
