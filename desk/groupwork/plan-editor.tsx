import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { meeting as meetingKind, type Meeting } from '../../core/groupwork/meeting.ts'
import { type Segment, type StrandPlan, strandPlanShape } from '../../core/groupwork/plan-shape.ts'
import type { PlanStrand } from '../../core/groupwork/strand.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import {
  DoingNote,
  Form,
  Icon,
  Loading,
  SaveOrCancel,
  StickyActions,
  text,
  useDoing,
} from '../kit/index.ts'
import { type LocalRecord, newId, useAct, useKeptForm } from '../sync/index.ts'
import { EditTracks } from './programmes/edit-tracks.tsx'
import styles from './run-plan.module.css'
import { SegmentFields } from './segment-fields.tsx'

const blank: Omit<Segment, 'id'> = {
  title: '',
  minutes: 10,
  process: null,
  purpose: '',
  content: '',
  leaderWords: '',
  materials: [],
  fallback: '',
}

export interface PlanEditorProps {
  readonly meeting: LocalRecord<Meeting>
  readonly strand: PlanStrand
  readonly plan: StrandPlan
  readonly onDone: () => void
}

/** One strand's plan of this meeting; the programme on the shelf stays as it is. Half-done work survives a lock. */
export function PlanEditor({ meeting, strand, plan, onDone }: PlanEditorProps) {
  const kept = useKeptForm<StrandPlan>(`plan:${meeting.id}:${strand}`, plan, (words) => {
    const draft = strandPlanShape.safeParse(words)
    return draft.success ? draft.data : null
  })
  if (kept.value === null) return <Loading />
  const leave = () => {
    kept.clear().catch(reportError)
    onDone()
  }
  return (
    <PlanForm
      meeting={meeting}
      strand={strand}
      plan={kept.value}
      was={kept.base ?? plan}
      setPlan={kept.change}
      onDone={leave}
    />
  )
}

function PlanForm({
  meeting,
  strand,
  plan,
  was,
  setPlan,
  onDone,
}: PlanEditorProps & {
  readonly was: StrandPlan
  readonly setPlan: (plan: StrandPlan) => void
}) {
  const act = useAct()
  const doing = useDoing()
  const setSegments = (segments: Segment[]) => setPlan({ ...plan, segments })
  const sum = plan.segments.reduce((minutes, segment) => minutes + segment.minutes, 0)
  const save = async () => {
    const draft = {
      kind: meetingKind,
      recordId: meeting.id,
      verb: 'edit',
      input: {},
      fields: fieldsAsJson({ plan: { ...meeting.plan, [strand]: plan } }),
      base: fieldsAsJson({ plan: { ...meeting.plan, [strand]: was } }),
    }
    if ((await doing.run(() => act(draft))) !== null) onDone()
  }
  return (
    <Form onSubmit={() => void save()} label={text('groupwork:plan.edit')}>
      <ol className={styles.segments}>
        {plan.segments.map((segment, index) => (
          <li key={segment.id} className={styles.segment}>
            <SegmentFields
              segment={segment}
              onChange={(part) => setSegments(plan.segments.with(index, { ...segment, ...part }))}
              onEarlier={index === 0 ? null : () => setSegments(moveEarlier(plan.segments, index))}
              onRemove={() => setSegments(plan.segments.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Group>
        <Button
          variant="default"
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => setSegments([...plan.segments, { ...blank, id: newId() }])}
        >
          {text('groupwork:plan.addSegment')}
        </Button>
        <Text c="gray.7">{text('groupwork:plan.sum', { sum, all: plan.minutes })}</Text>
      </Group>
      <Stack gap="sm">
        <TextInput
          type="number"
          label={text('groupwork:plan.available')}
          min={0}
          max={480}
          value={plan.minutes}
          onChange={(event) => setPlan({ ...plan, minutes: Number(event.currentTarget.value) })}
        />
        <Textarea
          label={text('groupwork:plan.homeTask')}
          autosize
          value={plan.homeTask}
          onChange={(event) => setPlan({ ...plan, homeTask: event.currentTarget.value })}
        />
        <EditTracks plan={plan} beside={null} onChange={setPlan} />
      </Stack>
      <StickyActions>
        <div className={styles.note}>
          <DoingNote doing={doing} />
        </div>
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
      </StickyActions>
    </Form>
  )
}

function moveEarlier(segments: readonly Segment[], index: number): Segment[] {
  const moved = segments[index]
  if (moved === undefined) return [...segments]
  return segments.toSpliced(index, 1).toSpliced(index - 1, 0, moved)
}
