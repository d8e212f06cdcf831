import { useEffect, useState } from 'react'
import type { WordLanguage } from '../../core/inquiry/words.ts'

export interface Voice {
  readonly say: (words: string) => void
  readonly stop: () => void
}

/** `unknown` while the device has not named its voices yet. */
export type VoiceFound = Voice | 'none' | 'unknown'

const millisecondsToWait = 3000

function findVoice(language: WordLanguage): SpeechSynthesisVoice | null {
  const fitting = speechSynthesis
    .getVoices()
    .filter((voice) => voice.lang.replace('_', '-').startsWith(language.slice(0, 2)))
  // A voice on the device works without a network and tells no server what is asked.
  return fitting.find((voice) => voice.localService) ?? null
}

/** The device's own reading voice in a language. */
export function useVoice(language: WordLanguage): VoiceFound {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | 'none' | 'unknown'>('unknown')
  useEffect(() => {
    if (!('speechSynthesis' in window)) {
      setVoice('none')
      return undefined
    }
    const look = () =>
      setVoice((before) => findVoice(language) ?? (before === 'none' ? 'none' : 'unknown'))
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    const waited = setTimeout(() => setVoice(findVoice(language) ?? 'none'), millisecondsToWait)
    return () => {
      clearTimeout(waited)
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [language])
  if (voice === 'none' || voice === 'unknown') return voice
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
