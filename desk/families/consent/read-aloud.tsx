import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { currentLanguage, text } from '../../kit/index.ts'

/** Reads with the browser's own voice; nothing leaves the device through us. Browsers without a voice have no button. */
export function ReadAloud({
  words,
  what,
  onRead,
}: {
  readonly words: readonly string[]
  /** What is read, for screen readers. */
  readonly what: string
  readonly onRead: () => void
}) {
  const [speaking, setSpeaking] = useState(false)
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  if (!('speechSynthesis' in window)) return null
  const stop = () => {
    window.speechSynthesis.cancel()
    setSpeaking(false)
  }
  const speak = () => {
    window.speechSynthesis.cancel()
    const utterance = new SpeechSynthesisUtterance(words.join('\n'))
    utterance.lang = currentLanguage()
    utterance.rate = 0.9
    utterance.onend = () => setSpeaking(false)
    utterance.onerror = () => setSpeaking(false)
    window.speechSynthesis.speak(utterance)
    setSpeaking(true)
    onRead()
  }
  return (
    <Button
      size="compact-md"
      variant="default"
      onClick={speaking ? stop : speak}
      aria-label={`${text(speaking ? 'families:consent.stopReading' : 'families:consent.readAloud')}: ${what}`}
    >
      {text(speaking ? 'families:consent.stopReading' : 'families:consent.readAloud')}
    </Button>
  )
}
