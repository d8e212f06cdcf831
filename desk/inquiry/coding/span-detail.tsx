import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { codedSpan } from '../../../core/inquiry/coding/coded-span.ts'
import type { PlacedSpan } from '../../../core/inquiry/coding/place-spans.ts'
import type { TextLine } from '../../../core/inquiry/interview/text-lines.ts'
import { textBetween } from '../../../core/inquiry/interview/text-lines.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { KeptText, useAct, useActor } from '../../sync/index.ts'
import type { InterviewRecord } from '../interview/use-interviews.ts'
import styles from './coding.module.css'
import {
  codeColour,
  type Codebook,
  codeName,
  coderKey,
  type Coder,
  usableCodes,
} from './use-coding.ts'
import { WhomChoice } from './whom-choice.tsx'

interface SpanDetailProps {
  readonly its: InterviewRecord
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
  const { its, spanId, placed, lines, book, coders, may, onOpen } = props
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
        <Own key={span.id} its={its} placed={found} book={book} onOpen={onOpen} />
      ) : (
        <Text className={styles.kept}>{span.memo}</Text>
      )}
    </div>
  )
}

function Own({
  its,
  placed: { span },
  book,
  onOpen,
}: {
  readonly its: InterviewRecord
  readonly placed: PlacedSpan
  readonly book: Codebook
  readonly onOpen: (spanId: string | null) => void
}) {
  const act = useAct()
  const doing = useDoing()
  const codes = usableCodes(book)
  const edit = (fields: { codeId?: string; aboutIds?: string[] }) =>
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
      <KeptText
        name={`spanMemo:${span.id}`}
        label={text('interview:fields.memo')}
        value={span.memo}
        maxLength={8000}
        onSave={(memo, was) =>
          act({
            ...{ kind: codedSpan, recordId: span.id, verb: 'edit', input: {} },
            fields: { memo },
            base: { memo: was },
          })
        }
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
      <WhomChoice
        its={its}
        value={span.aboutIds}
        onChange={(aboutIds) => void edit({ aboutIds })}
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
