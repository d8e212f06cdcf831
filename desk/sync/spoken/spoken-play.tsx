import { Button, Group, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { text } from '../../kit/text.ts'
import { useOnline } from '../use-state-of-desk.ts'
import { useSpokenOf } from './use-spoken.ts'

/**
 * Plays what a worker has read aloud. Recordings lie with the server: without a network, and where nobody has recorded these
 * words, the device's own voice stands there instead.
 */
export function SpokenPlay({
  words,
  otherwise,
}: {
  readonly words: string
  readonly otherwise: ReactNode
}) {
  const spoken = useSpokenOf()(words)
  const online = useOnline()
  const [playing, setPlaying] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const sound = useRef<HTMLAudioElement | null>(null)
  const rest = () => {
    sound.current?.pause()
    sound.current = null
    setPlaying(null)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words silence what was playing
  useEffect(() => rest, [words])
  if (spoken.length === 0 || !online || failed) return <>{otherwise}</>
  const press = (id: string, fileId: string) => {
    const stops = playing === id
    rest()
    if (stops) return
    const audio = new Audio(`/api/files/${fileId}`)
    sound.current = audio
    audio.addEventListener('ended', () => setPlaying(null))
    setPlaying(id)
    audio.play().catch((trouble: unknown) => {
      // Stopped by the next tap it is no failure.
      if (sound.current !== audio || (trouble instanceof Error && trouble.name === 'AbortError'))
        return
      rest()
      setFailed(true)
    })
  }
  return (
    <Group gap="xs">
      {spoken.map(({ id, dialect, audioFileId }) => (
        <Button key={id} variant="default" onClick={() => press(id, audioFileId ?? '')}>
          {playing === id
            ? text('spoken:hush')
            : dialect === ''
              ? text('spoken:play')
              : text('spoken:playIn', { dialect })}
        </Button>
      ))}
      <Text size="sm" c="gray.7" component="span">
        {text('spoken:ownVoice')}
      </Text>
    </Group>
  )
}
