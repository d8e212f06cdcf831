import { Group, Stack, Text } from '@mantine/core'
import type { SpokenOf } from '../../../core/inquiry/spoken/spoken-words.ts'
import { ConfirmButton } from '../../kit/confirm-button.tsx'
import { useDoing } from '../../kit/doing.ts'
import { formatDay } from '../../kit/format.ts'
import { DoingNote } from '../../kit/notes.tsx'
import { text } from '../../kit/text.ts'
import { useOnline } from '../use-state-of-desk.ts'
import { WaitingFileLines } from '../waiting-file-lines.tsx'
import { SpokenRecorder } from './recorder.tsx'
import { type SpokenRecord, useSpokenKeeping, useSpokenOf } from './use-spoken.ts'

export interface SpokenPanelProps {
  readonly what: SpokenOf
  /** What is read aloud, names as marks. */
  readonly words: string
  /** After one was kept: whoever reads forty questions goes on to the next. */
  readonly onKept?: () => void
  /** Something is being recorded, or waits for a decision: leaving would lose it. */
  readonly onBusy?: (busy: boolean) => void
}

/** CON-16: words of ours in a worker's own voice: what there is, and a new recording. */
export function SpokenPanel({ what, words, onKept, onBusy }: SpokenPanelProps) {
  const spoken = useSpokenOf()(words)
  const keeping = useSpokenKeeping()
  const waiting = keeping.waiting(words)
  return (
    <Stack gap="sm">
      {spoken.length + waiting.length === 0 && (
        <Text size="sm" c="gray.7">
          {text('spoken:none')}
        </Text>
      )}
      {spoken.map((one) => (
        <SpokenLine
          key={one.id}
          its={one}
          {...(keeping.may ? { takeBack: keeping.takeBack } : {})}
        />
      ))}
      <WaitingFileLines files={waiting} />
      {keeping.may && (
        <SpokenRecorder
          {...(onBusy === undefined ? {} : { onBusy })}
          onKeep={async (taken, dialect) => {
            const kept = await keeping.keep({ what, words }, taken, dialect)
            if (kept.ok) onKept?.()
            return kept
          }}
        />
      )}
    </Stack>
  )
}

function SpokenLine({
  its,
  takeBack,
}: {
  readonly its: SpokenRecord
  readonly takeBack?: (
    record: SpokenRecord,
  ) => ReturnType<ReturnType<typeof useSpokenKeeping>['takeBack']>
}) {
  const doing = useDoing()
  const online = useOnline()
  const dialect = its.dialect === '' ? text('spoken:common') : its.dialect
  return (
    <div>
      <Text size="sm">
        {text('spoken:line', { dialect, count: its.seconds, day: formatDay(its.recordedOn) })}
      </Text>
      <Group gap="xs">
        {online ? (
          // biome-ignore lint/a11y/useMediaCaption: the words that were read stand beside it
          <audio
            controls
            preload="none"
            src={`/api/files/${its.audioFileId ?? ''}`}
            aria-label={text('spoken:line', {
              ...{ dialect, count: its.seconds, day: formatDay(its.recordedOn) },
            })}
            style={{ flex: '1 1 14rem', minWidth: 0 }}
          />
        ) : (
          <Text size="sm" c="gray.7">
            {text('spoken:offline')}
          </Text>
        )}
        {takeBack !== undefined && (
          <ConfirmButton
            question={text('spoken:takeBackQuestion')}
            confirmLabel={text('spoken:takeBack')}
            onConfirm={() => void doing.run(() => takeBack(its))}
          >
            {text('spoken:takeBack')}
          </ConfirmButton>
        )}
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}
