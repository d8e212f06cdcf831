import { Alert, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { longestSeconds, mostBytes } from '../../../core/inquiry/spoken/spoken-words.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import { useDoing } from '../../kit/doing.ts'
import { Icon } from '../../kit/icon.tsx'
import { DoingNote } from '../../kit/notes.tsx'
import { text } from '../../kit/text.ts'
import { type Taken, useRecorder } from './use-recorder.ts'

// How somebody speaks is the same for the next forty questions; it is forgotten with the page.
let lastDialect = ''
const accepted =
  'audio/mpeg,audio/mp4,audio/ogg,audio/webm,audio/wav,.m4a,.mp3,.ogg,.opus,.wav,.webm'

export interface RecorderProps {
  /** Keeps what was recorded; the panel begins anew when it succeeds. */
  readonly onBusy?: (busy: boolean) => void
  readonly onKeep: (taken: Taken, dialect: string) => Promise<Outcome<unknown>>
}

/** Record, listen, keep or begin anew; nothing is kept before somebody says so. */
export function SpokenRecorder({ onKeep, onBusy }: RecorderProps) {
  const recorder = useRecorder()
  const doing = useDoing()
  const [trouble, setTrouble] = useState<'tooLong' | 'tooLarge' | 'notRead' | null>(null)
  const [dialect, setDialect] = useState(lastDialect)
  const { state } = recorder
  const isBusy = state.kind === 'recording' || state.kind === 'taken'
  useEffect(() => onBusy?.(isBusy), [onBusy, isBusy])
  const choose = (file: File | null) => {
    if (file === null) return
    setTrouble(null)
    if (file.size > mostBytes) return setTrouble('tooLarge')
    void measure(file).then((seconds) => {
      if (seconds === null) setTrouble('notRead')
      else if (seconds > longestSeconds) setTrouble('tooLong')
      else recorder.take(file, Math.max(1, Math.round(seconds)))
    })
  }
  const keep = async (taken: Taken) => {
    const kept = await doing.run(() => onKeep(taken, dialect.trim()))
    if (kept === null) return
    lastDialect = dialect.trim()
    recorder.reset()
  }
  if (state.kind === 'recording')
    return <Recording seconds={state.seconds} onStop={recorder.stop} />
  if (state.kind === 'taken')
    return (
      <Stack gap="xs">
        {/* biome-ignore lint/a11y/useMediaCaption: the words that were read stand beside it */}
        <audio controls src={state.taken.address} style={{ width: '100%' }} />
        {state.taken.seconds >= longestSeconds && <Text size="sm">{text('spoken:full')}</Text>}
        <TextInput
          label={text('spoken:dialect')}
          description={text('spoken:dialectHint')}
          value={dialect}
          maxLength={20}
          onChange={(event) => setDialect(event.currentTarget.value)}
        />
        <Group>
          <Button loading={doing.busy} onClick={() => void keep(state.taken)}>
            {text('spoken:keep')}
          </Button>
          <Button variant="default" onClick={recorder.reset}>
            {text('spoken:redo')}
          </Button>
        </Group>
        <DoingNote doing={doing} />
      </Stack>
    )
  const note = state.kind === 'noMicrophone' ? text('spoken:noMicrophone') : null
  return (
    <Stack gap="xs">
      {[note, trouble === null ? null : text(`spoken:trouble.${trouble}`)].map(
        (words) =>
          words !== null && (
            <Alert key={words} color="yellow" variant="light" role="alert">
              {words}
            </Alert>
          ),
      )}
      <Begin asking={state.kind === 'asking'} onStart={recorder.start} onChoose={choose} />
    </Stack>
  )
}

function Recording({ seconds, onStop }: { readonly seconds: number; readonly onStop: () => void }) {
  return (
    <Stack gap="xs">
      <Text component="output" aria-live="off" fw={600}>
        {text('spoken:recording', { seconds, left: longestSeconds - seconds })}
      </Text>
      <Group>
        <Button onClick={onStop}>{text('spoken:stop')}</Button>
      </Group>
    </Stack>
  )
}

interface BeginProps {
  readonly asking: boolean
  readonly onStart: () => void
  readonly onChoose: (file: File | null) => void
}

function Begin({ asking, onStart, onChoose }: BeginProps) {
  return (
    <Group gap="xs">
      <Button leftSection={<Icon name="record" size={18} />} loading={asking} onClick={onStart}>
        {text('spoken:start')}
      </Button>
      <FileButton accept={accepted} onChange={onChoose}>
        {(props) => (
          <Button variant="subtle" {...props}>
            {text('spoken:choose')}
          </Button>
        )}
      </FileButton>
    </Group>
  )
}

const patience = 10_000

/** How long a file plays in seconds, as this browser reads it; null where it cannot. */
function measure(file: File): Promise<number | null> {
  const address = URL.createObjectURL(file)
  const audio = new Audio()
  return new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience)
    const look = () => {
      const { duration } = audio
      if (Number.isNaN(duration)) return
      if (Number.isFinite(duration)) {
        clearTimeout(timer)
        resolve(duration)
      }
      // What a browser has recorded says its length only once somebody has looked at its end.
      else audio.currentTime = Number.MAX_SAFE_INTEGER
    }
    audio.addEventListener('loadedmetadata', look)
    audio.addEventListener('durationchange', look)
    audio.addEventListener('error', () => resolve(null))
    audio.src = address
  }).finally(() => URL.revokeObjectURL(address))
}
