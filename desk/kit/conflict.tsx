import { Badge, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { staff } from '../../core/access/staff.ts'
import { isJsonObject, type Json } from '../../core/kit/json.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Conflict } from '../../core/sync/entry.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { valueAt } from '../../core/sync/merge.ts'
import { useRecord } from '../sync/records.ts'
import type { RecordMarks } from '../sync/typed-record-parse.ts'
import { useAct } from '../sync/use-act.ts'
import { useDoing } from './doing.ts'
import { formatTime } from './format.ts'
import { Icon } from './icon.tsx'
import { DoingNote } from './notes.tsx'
import { fieldText, text } from './text.ts'

export interface ConflictMarkProps {
  readonly kind: Kind
  readonly record: RecordMarks
  /** Show the mark for this field only; otherwise for every field with two values. */
  readonly field?: string
  /** How this room shows a value; plain otherwise. */
  readonly show?: (value: Json, field: string) => ReactNode
}

/** Two people wrote different values: the mark stands wherever the field is shown, and opens the choice. */
export function ConflictMark({ kind, record, field, show = showPlain }: ConflictMarkProps) {
  const [open, setOpen] = useState<Conflict | null>(null)
  const shown = record.conflicts.filter(
    (conflict) =>
      field === undefined || conflict.field === field || conflict.field.startsWith(`${field}.`),
  )
  return (
    <>
      {shown.map((conflict) => (
        <Badge
          key={conflict.field}
          component="button"
          type="button"
          color="kite"
          variant="light"
          tt="none"
          size="lg"
          leftSection={<Icon name="conflict" size={14} />}
          onClick={() => setOpen(conflict)}
        >
          {text('sync:conflict.mark', { field: fieldText(conflict.field) })}
        </Badge>
      ))}
      {open !== null && (
        <ConflictDialog
          kind={kind}
          record={record}
          conflict={open}
          show={show}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

export function showPlain(value: Json): ReactNode {
  if (value === null || value === '') return text('sync:conflict.empty')
  if (typeof value === 'boolean') return value ? text('kit:yes') : text('kit:no')
  return isJsonObject(value) || typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export interface ConflictDialogProps {
  readonly kind: Kind
  readonly record: RecordMarks
  readonly conflict: Conflict
  readonly show?: (value: Json, field: string) => ReactNode
  readonly onClose: () => void
}

/** Both values with author and time; the person chooses, and the choice is a change like any other. */
export function ConflictDialog({
  kind,
  record,
  conflict,
  show = showPlain,
  onClose,
}: ConflictDialogProps) {
  const act = useAct()
  const doing = useDoing()
  const [choice, setChoice] = useState('present')
  const present = valueAt(kind, fieldsAsJson(record), conflict.field)
  const mark = record.trail.find(
    ({ fields }) =>
      fields.includes(conflict.field) || fields.includes(conflict.field.split('.')[0] ?? ''),
  )
  const choose = async () => {
    const chosen = conflict.offers.find((offer) => offer.changeId === choice)?.value ?? present
    const seen = conflict.offers.map((offer) => offer.changeId)
    const draft = {
      kind,
      recordId: record.id,
      verb: 'resolve',
      input: { seen },
      fields: { [conflict.field]: chosen },
    }
    const made = await doing.run(() => act(draft))
    if (made !== null) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={text('sync:conflict.title', { field: fieldText(conflict.field) })}
      closeButtonProps={{ 'aria-label': text('kit:close') }}
    >
      <Stack>
        <Text>{text('sync:conflict.explain')}</Text>
        <Radio.Group value={choice} onChange={setChoice} label={text('sync:conflict.which')}>
          <Stack mt="xs" gap="sm">
            <Radio
              value="present"
              label={
                <Author
                  actorId={mark?.actorId}
                  at={mark?.claimedAt}
                  value={show(present, conflict.field)}
                />
              }
            />
            {conflict.offers.map((offer) => (
              <Radio
                key={offer.changeId}
                value={offer.changeId}
                label={
                  <Author
                    actorId={offer.actorId}
                    at={offer.claimedAt}
                    value={show(offer.value, conflict.field)}
                  />
                }
              />
            ))}
          </Stack>
        </Radio.Group>
        <DoingNote doing={doing} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text('kit:cancel')}
          </Button>
          <Button onClick={choose} loading={doing.busy}>
            {text('sync:conflict.keepThis')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Author({
  actorId,
  at,
  value,
}: {
  readonly actorId: string | undefined
  readonly at: string | undefined
  readonly value: ReactNode
}) {
  const author = useRecord(staff, actorId)
  return (
    <>
      <Text component="span" fw={600} display="block">
        {value}
      </Text>
      <Text component="span" size="sm" c="gray.7">
        {text('sync:conflict.by', {
          name: author?.name ?? text('sync:conflict.someone'),
          time: formatTime(at ?? null),
        })}
      </Text>
    </>
  )
}
