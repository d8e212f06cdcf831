import { useEffect, useRef, useState } from 'react'
import { recordVoice, type VoiceRecording } from './record-voice.ts'

export interface Taken {
  readonly file: File
  readonly seconds: number
  /** To be listened to here, before anybody keeps it. */
  readonly address: string
}

export type RecorderState =
  | { readonly kind: 'idle' | 'asking' | 'noMicrophone' }
  | { readonly kind: 'recording'; readonly seconds: number }
  | { readonly kind: 'taken'; readonly taken: Taken }

export interface Recorder {
  readonly state: RecorderState
  readonly start: () => void
  readonly stop: () => void
  /** A file recorded elsewhere, whose length the browser has found out. */
  readonly take: (file: File, seconds: number) => void
  readonly reset: () => void
}

interface Held {
  recording: VoiceRecording | null
  address: string
  gone: boolean
}

function forget(held: Held): void {
  if (held.address !== '') URL.revokeObjectURL(held.address)
  held.address = ''
}

/** One recording of at most three minutes, in this page's memory until somebody keeps it; it ends with the page. */
export function useRecorder(): Recorder {
  const [state, setState] = useState<RecorderState>({ kind: 'idle' })
  const held = useRef<Held>({ recording: null, address: '', gone: false })
  useEffect(() => {
    const its = held.current
    its.gone = false
    return () => {
      its.gone = true
      its.recording?.stop()
      forget(its)
    }
  }, [])
  const take = (file: File, seconds: number) => {
    const its = held.current
    its.recording = null
    forget(its)
    if (its.gone) return
    its.address = URL.createObjectURL(file)
    setState({ kind: 'taken', taken: { file, seconds, address: its.address } })
  }
  const start = async () => {
    setState({ kind: 'asking' })
    const past = (seconds: number) => setState({ kind: 'recording', seconds })
    const recording = await recordVoice({ past, taken: take })
    held.current.recording = recording
    if (held.current.gone) recording.stop()
    else past(0)
  }
  return {
    state,
    start: () => {
      forget(held.current)
      // Not allowed, not there, or a browser that records nothing: for the person the same.
      start().catch(() => setState({ kind: 'noMicrophone' }))
    },
    stop: () => held.current.recording?.stop(),
    take,
    reset: () => {
      forget(held.current)
      setState({ kind: 'idle' })
    },
  }
}
