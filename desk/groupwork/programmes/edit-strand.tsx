import { Button, Fieldset, Group, Text, Textarea, TextInput } from '@mantine/core'
import type { Segment, StrandPlan } from '../../../core/groupwork/plan-shape.ts'
import { moveItem } from '../../../core/groupwork/programme-sessions.ts'
import type { PlanStrand } from '../../../core/groupwork/strand.ts'
import { ConfirmButton, Icon, text } from '../../kit/index.ts'
import { newId } from '../../sync/index.ts'
import runStyles from '../run-plan.module.css'
import { SegmentFields } from '../segment-fields.tsx'
import { EditTracks } from './edit-tracks.tsx'
import styles from './programmes.module.css'

export interface EditStrandProps {
  readonly strand: PlanStrand
  readonly plan: StrandPlan
  readonly beside: StrandPlan | null
  readonly onChange: (plan: StrandPlan | null) => void
}

/** What one strand does: its time, its segments in order, and what goes home. */
export function EditStrand({ strand, plan, beside, onChange }: EditStrandProps) {
  const sum = plan.segments.reduce((minutes, segment) => minutes + segment.minutes, 0)
  return (
    <Fieldset legend={text(`groupwork:strand.${strand}`)}>
      <TextInput
        type="number"
        label={text('groupwork:plan.available')}
        min={0}
        max={480}
        value={plan.minutes}
        onChange={(event) => onChange({ ...plan, minutes: Number(event.currentTarget.value) })}
      />
      <EditSegments plan={plan} beside={beside} onChange={onChange} />
      <Text c="gray.7">{text('groupwork:plan.sum', { sum, all: plan.minutes })}</Text>
      <Textarea
        label={text('groupwork:plan.homeTask')}
        {...(beside === null ? {} : { description: beside.homeTask })}
        autosize
        maxLength={4000}
        value={plan.homeTask}
        onChange={(event) => onChange({ ...plan, homeTask: event.currentTarget.value })}
      />
      <EditTracks plan={plan} beside={beside} onChange={onChange} />
      <ConfirmButton
        mt="sm"
        size="compact-md"
        question={text('groupwork:library.removeStrand', {
          strand: text(`groupwork:strand.${strand}`),
        })}
        confirmLabel={text('kit:remove')}
        onConfirm={() => onChange(null)}
      >
        {text('groupwork:library.dropStrand')}
      </ConfirmButton>
    </Fieldset>
  )
}

function EditSegments({ plan, beside, onChange }: Omit<EditStrandProps, 'strand'>) {
  const set = (segments: Segment[]) => onChange({ ...plan, segments })
  return (
    <>
      <ol className={styles.segments}>
        {plan.segments.map((segment, at) => (
          <li key={segment.id}>
            <details className={styles.segment} open={segment.title === '' || undefined}>
              <summary>
                <strong>{segment.title}</strong>{' '}
                <span className={styles.faint}>
                  {text('groupwork:library.minutes', { count: segment.minutes })}
                </span>
              </summary>
              <div className={runStyles.segment}>
                <SegmentFields
                  segment={segment}
                  beside={beside?.segments.find(({ id }) => id === segment.id)}
                  onChange={(part) => set(plan.segments.with(at, { ...segment, ...part }))}
                  onEarlier={at === 0 ? null : () => set(moveItem(plan.segments, at, -1))}
                  onRemove={() => set(plan.segments.toSpliced(at, 1))}
                />
              </div>
            </details>
          </li>
        ))}
      </ol>
      <Group my="xs">
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => set([...plan.segments, freshSegment()])}
        >
          {text('groupwork:plan.addSegment')}
        </Button>
      </Group>
    </>
  )
}

function freshSegment(): Segment {
  return {
    ...{ id: newId(), title: text('groupwork:library.newSegment'), minutes: 10, process: null },
    ...{ purpose: '', content: '', leaderWords: '', materials: [], fallback: '' },
  }
}
