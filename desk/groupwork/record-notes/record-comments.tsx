import { Button, Text, Textarea } from '@mantine/core'
import { staff } from '../../../core/access/staff.ts'
import {
  recordComment,
  type RecordComment,
  type RecordPartName,
} from '../../../core/groupwork/record-comment.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { ConflictMark, DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import {
  type LocalRecord,
  newId,
  useActor,
  useMay,
  useOpenWords,
  useRecord,
  useRecords,
  useToday,
} from '../../sync/index.ts'
import { KeptText } from '../../sync/kept-text.tsx'
import styles from '../run-plan.module.css'
import { useActInTurn } from '../../sync/use-act-in-turn.ts'

interface Place {
  readonly groupId: string
  /** Null while nobody has written the record. */
  readonly recordId: string | null
  readonly part: RecordPartName
}

const partTitles = {
  differences: 'groupwork:record.differences',
  keyEvents: 'groupwork:record.events',
  goals: 'groupwork:record.goals',
  dynamics: 'groupwork:record.dynamicsTitle',
  reflection: 'groupwork:record.reflectionTitle',
  next: 'groupwork:record.nextTitle',
} as const satisfies Record<RecordPartName, string>

/** What the supervisor asked beside this paragraph, and what was answered. Settled ones step back. */
export function RecordComments({ groupId, recordId, part }: Place) {
  const all = useRecords(recordComment, { groupId })
  const may = useMay('recordComment', 'create', `group:${groupId}`)
  if (recordId === null) return null
  const own = all
    .filter((one) => one.recordId === recordId && one.part === part)
    .sort((left, right) => left.on.localeCompare(right.on))
  if (own.length === 0 && !may) return null
  return (
    <aside
      className={styles.comments}
      aria-label={`${text('groupwork:comment.title')} · ${text(partTitles[part])}`}
    >
      {own.map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      {may && <NewComment groupId={groupId} recordId={recordId} part={part} />}
    </aside>
  )
}

function Comment({ comment }: { readonly comment: LocalRecord<RecordComment> }) {
  const act = useActInTurn()
  const doing = useDoing()
  const by = useRecord(staff, comment.by)
  const mayEdit = useMay('recordComment', 'edit', `group:${comment.groupId}`)
  type Editable = Partial<Pick<RecordComment, 'answer' | 'settled'>>
  const edit = (fields: Editable, base: Editable = {}) =>
    act(() => ({
      kind: recordComment,
      recordId: comment.id,
      verb: 'edit',
      input: {},
      ...{ fields: fieldsAsJson(fields), base: fieldsAsJson(base) },
    }))
  return (
    <div data-settled={comment.settled}>
      <Text size="sm" c="gray.7">
        {text('groupwork:comment.by', {
          name: by?.name ?? text('groupwork:page.someone'),
          day: formatDay(comment.on),
        })}{' '}
        {comment.settled && text('groupwork:comment.settled')}
      </Text>
      <Text>{comment.words}</Text>
      <ConflictMark kind={recordComment} record={comment} />
      <KeptText
        name={`recordComment:${comment.id}`}
        label={text('groupwork:comment.answer')}
        minRows={1}
        maxLength={2000}
        value={comment.answer}
        readOnly={!mayEdit || comment.settled}
        onSave={(answer, was) => edit({ answer }, { answer: was })}
      />
      {mayEdit && (
        <Button
          mt="xs"
          size="compact-md"
          variant="default"
          loading={doing.busy}
          onClick={() => void doing.run(() => edit({ settled: !comment.settled }))}
        >
          {text(comment.settled ? 'groupwork:comment.open' : 'groupwork:comment.settle')}
        </Button>
      )}
      <DoingNote doing={doing} />
    </div>
  )
}

function NewComment({ groupId, recordId, part }: Place & { readonly recordId: string }) {
  const act = useActInTurn()
  const doing = useDoing()
  const today = useToday()
  const { staffId } = useActor()
  const [words, setWords] = useOpenWords(`recordComment:new:${recordId}:${part}`)
  const say = async () => {
    const fields = { groupId, recordId, part, words: (words ?? '').trim(), by: staffId, on: today }
    const made = await doing.run(() =>
      act(() => ({
        kind: recordComment,
        recordId: newId(),
        verb: 'create',
        input: {},
        fields: fieldsAsJson(fields),
      })),
    )
    if (made !== null) setWords(null)
  }
  if (words === null)
    return (
      <div>
        <Button size="compact-md" variant="subtle" onClick={() => setWords('')}>
          {text('groupwork:comment.write')}
        </Button>
      </div>
    )
  return (
    <div>
      <Textarea
        label={text('groupwork:comment.yours')}
        description={text('groupwork:comment.hint')}
        autosize
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button
        mt="xs"
        variant="default"
        disabled={words.trim() === ''}
        loading={doing.busy}
        onClick={() => void say()}
      >
        {text('groupwork:comment.say')}
      </Button>
      <DoingNote doing={doing} />
    </div>
  )
}
