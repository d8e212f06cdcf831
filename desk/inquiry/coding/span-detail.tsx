import { Button, Group, NativeSelect, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import type { PlacedSpan } from '../../../core/inquiry/coding/place-spans.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import { textBetween } from '../../../core/inquiry/interview/text-lines.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { useAct, useActor } from '../../sync/index.ts'
import styles from './coding.module.css'
import {
  codeColour,
  type Codebook,
  codeName,
  coderKey,
  type Coder,
  usableCodes,
} from './use-coding.ts'

interface SpanDetailProps {
  readonly spanId: string
  readonly placed: readonly PlacedSpan[]
  readonly lines: readonly TextLine[]
  readonly book: Codebook
  readonly coders: readonly Coder[]
  readonly may: boolean
  readonly onOpen: (spanId: string | null) => void
}

/** One mark: its words, who gave which code and why; its own coder changes it or takes it back. */
export function SpanDetail(props: SpanDetailProps) {
  const { spanId, placed, lines, book, coders, may, onOpen } = props
  const { staffId } = useActor()
  const found = placed.find(({ span }) => span.id === spanId)
  if (found === undefined) return null
  const { span, from, to, state } = found
  const isOnes = span.coderId === staffId || span.importedById === staffId
  const coder = coders.find(({ key }) => key === coderKey(span))
  return (
    <div className={styles.panel}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <strong
          className={styles.title}
          style={{ borderInlineStartColor: codeColour(book, span.codeId) }}
        >
          {codeName(book, span.codeId)}
        </strong>
        <Button size="compact-sm" variant="subtle" onClick={() => onOpen(null)}>
          {text('kit:close')}
        </Button>
      </Group>
      <blockquote className={styles.quote}>{textBetween(lines, from, to)}</blockquote>
      <Text size="sm" c="gray.7">
        {text('interview:coding.by', { name: coder?.name ?? '' })}
        {state === 'moved' ? ` · ${text('interview:coding.moved')}` : ''}
      </Text>
      {isOnes && may ? (
        <Own key={span.id} placed={found} book={book} onOpen={onOpen} />
      ) : (
        <Text className={styles.kept}>{span.memo}</Text>
      )}
    </div>
  )
}

function Own({
  placed: { span },
  book,
  onOpen,
}: {
  readonly placed: PlacedSpan
  readonly book: Codebook
  readonly onOpen: (spanId: string | null) => void
}) {
  const act = useAct()
  const doing = useDoing()
  const [memo, setMemo] = useState(span.memo)
  const codes = usableCodes(book)
  const edit = (fields: { memo?: string; codeId?: string }) =>
    doing.run(() => act({ kind: codedSpan, recordId: span.id, verb: 'edit', input: {}, fields }))
  const takeBack = () =>
    void doing
      .run(() =>
        act({ kind: codedSpan, recordId: span.id, verb: 'takeBack', input: {}, fields: {} }),
      )
      .then((made) => {
        if (made !== null) onOpen(null)
      })
  return (
    <>
      <Textarea
        label={text('interview:fields.memo')}
        autosize
        minRows={2}
        maxLength={8000}
        value={memo}
        onChange={(event) => setMemo(event.currentTarget.value)}
        onBlur={() => {
          if (memo !== span.memo) void edit({ memo })
        }}
      />
      <NativeSelect
        label={text('interview:fields.codeId')}
        data={[
          ...(span.codeId === null || !codes.some(({ code }) => code.id === span.codeId)
            ? [{ value: span.codeId ?? '', label: codeName(book, span.codeId) }]
            : []),
          ...codes.map(({ code, path }) => ({ value: code.id, label: path.join(' › ') })),
        ]}
        value={span.codeId ?? ''}
        onChange={(event) => void edit({ codeId: event.currentTarget.value })}
      />
      <Group>
        <Button size="sm" variant="default" loading={doing.busy} onClick={takeBack}>
          {text('interview:coding.takeBack')}
        </Button>
      </Group>
      <DoingNote doing={doing} />
    </>
  )
}
