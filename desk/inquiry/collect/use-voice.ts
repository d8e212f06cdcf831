import { useEffect, useState } from 'react'
import type { WordLanguage } from '../../../core/inquiry/words.ts'

export interface Voice {
  readonly say: (words: string) => void
  readonly stop: () => void
}

function findVoice(language: WordLanguage): SpeechSynthesisVoice | null {
  const fitting = speechSynthesis
    .getVoices()
    .filter((voice) => voice.lang.replace('_', '-').startsWith(language.slice(0, 2)))
  // A voice on the device works without a network and tells no server what is asked.
  return fitting.find((voice) => voice.localService) ?? null
}

/** The device's own reading voice in a language; null where it has none. */
export function useVoice(language: WordLanguage): Voice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null)
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined
    const look = () => setVoice(findVoice(language))
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [language])
  if (voice === null) return null
  return {
    say: (words) => {
      const spoken = new SpeechSynthesisUtterance(words)
      spoken.voice = voice
      spoken.lang = voice.lang
      spoken.rate = 0.9
      speechSynthesis.cancel()
      speechSynthesis.speak(spoken)
    },
    stop: () => speechSynthesis.cancel(),
  }
}
