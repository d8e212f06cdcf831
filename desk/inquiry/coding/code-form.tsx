import {
  Button,
  Checkbox,
  ColorInput,
  Group,
  NativeSelect,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import {
  type CodebookCode,
  type CodebookCodeEntry,
  codebookCode,
} from '../../../core/inquiry/coding/codebook-code.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { DoingNote, Form, SaveOrCancel, text, useDoing } from '../../kit/index.ts'
import { newId, useAct } from '../../sync/index.ts'
import inquiry from '../inquiry.module.css'
import type { Codebook } from './use-coding.ts'

const swatches = [
  '#8A5A44',
  '#B3462F',
  '#C98B2B',
  '#7C8B3A',
  '#4F7A55',
  '#3E7C7B',
  '#4F6D7A',
  '#5A5F9C',
  '#7A4F6D',
  '#9A7B4F',
]

type CodeWords = Pick<
  CodebookCode,
  'name' | 'parentId' | 'colour' | 'definition' | 'whenToUse' | 'whenNotToUse' | 'codable'
>

function wordsOf(code: CodebookCodeEntry | null): CodeWords {
  if (code === null)
    return {
      name: '',
      parentId: null,
      colour: '#9A7B4F',
      definition: '',
      whenToUse: '',
      whenNotToUse: '',
      codable: true,
    }
  const { name, parentId, colour, definition, whenToUse, whenNotToUse, codable } = code
  return { name, parentId, colour, definition, whenToUse, whenNotToUse, codable }
}

export function CodeForm({
  book,
  code,
  onDone,
}: {
  readonly book: Codebook
  readonly code: CodebookCodeEntry | null
  readonly onDone: () => void
}) {
  const act = useAct()
  const doing = useDoing()
  const [form, setForm] = useState(() => wordsOf(code))
  const set = (part: Partial<CodeWords>) => setForm((before) => ({ ...before, ...part }))
  const save = async () => {
    const made = await doing.run(() =>
      act({
        kind: codebookCode,
        recordId: code?.id ?? newId(),
        verb: code === null ? 'create' : 'edit',
        input: {},
        fields: fieldsAsJson(code === null ? { ...form, place: book.tree.length } : form),
      }),
    )
    if (made !== null) onDone()
  }
  const turn = async (verb: 'retire' | 'restore') => {
    if (code === null) return
    const made = await doing.run(() =>
      act({ kind: codebookCode, recordId: code.id, verb, input: {}, fields: {} }),
    )
    if (made !== null) onDone()
  }
  return (
    <Form onSubmit={() => void save()} label={code?.name ?? text('interview:codebook.new')}>
      <div className={inquiry.fields}>
        <TextInput
          label={text('interview:codebook.name')}
          required
          maxLength={200}
          value={form.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={text('interview:fields.parentId')}
          data={[
            { value: '', label: text('interview:codebook.noParent') },
            ...book.tree
              .filter((item) => item.code.id !== code?.id)
              .map((item) => ({ value: item.code.id, label: item.path.join(' › ') })),
          ]}
          value={form.parentId ?? ''}
          onChange={(event) =>
            set({ parentId: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
        <ColorInput
          label={text('interview:fields.colour')}
          format="hex"
          swatches={swatches}
          value={form.colour}
          onChange={(colour) => set({ colour })}
        />
      </div>
      <Textarea
        label={text('interview:fields.definition')}
        autosize
        minRows={2}
        maxLength={4000}
        value={form.definition}
        onChange={(event) => set({ definition: event.currentTarget.value })}
      />
      <Textarea
        label={text('interview:fields.whenToUse')}
        autosize
        maxLength={2000}
        value={form.whenToUse}
        onChange={(event) => set({ whenToUse: event.currentTarget.value })}
      />
      <Textarea
        label={text('interview:fields.whenNotToUse')}
        autosize
        maxLength={2000}
        value={form.whenNotToUse}
        onChange={(event) => set({ whenNotToUse: event.currentTarget.value })}
      />
      <Checkbox
        label={text('interview:codebook.codable')}
        checked={form.codable}
        onChange={(event) => set({ codable: event.currentTarget.checked })}
      />
      <DoingNote doing={doing} />
      <Group justify="space-between">
        <SaveOrCancel busy={doing.busy} onCancel={onDone} />
        {code !== null && (
          <Button
            variant="subtle"
            onClick={() => void turn(code.state === 'retired' ? 'restore' : 'retire')}
          >
            {text(
              code.state === 'retired' ? 'interview:codebook.restore' : 'interview:codebook.retire',
            )}
          </Button>
        )}
      </Group>
    </Form>
  )
}
