import { Button, Text } from '@mantine/core'
import type { WordLanguage } from '../../core/inquiry/words.ts'
import { text } from './text.ts'
import { useVoice } from './use-voice.ts'

/** Reads to whoever holds the device; a device without a voice says so, and who can read instead. */
export function VoiceButton({
  language,
  words,
  handedOver,
}: {
  readonly language: WordLanguage
  readonly words: readonly string[]
  /** The worker who reads aloud anyway needs no such notice. */
  readonly handedOver: boolean
}) {
  const voice = useVoice(language)
  if (voice === 'unknown') return null
  if (voice === 'none')
    return handedOver ? (
      <Text size="sm" c="gray.7" role="status">
        {text('inquiry:collect.noVoice')}
      </Text>
    ) : null
  return (
    <div>
      <Button variant="default" onClick={() => voice.say(words.join('\n'))}>
        {text('inquiry:collect.readAloud')}
      </Button>
    </div>
  )
}
