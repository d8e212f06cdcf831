// The microphone of this device, into this page's memory.
import { longestSeconds } from '../../../core/inquiry/spoken/spoken-words.ts'

/** Speech, not music: three minutes are 720 kB. */
const bitsPerSecond = 32_000
const forms = [
  { type: 'audio/webm;codecs=opus', name: 'voice.webm' },
  { type: 'audio/mp4', name: 'voice.m4a' },
  { type: 'audio/ogg;codecs=opus', name: 'voice.ogg' },
] as const

export interface VoiceRecording {
  /** Ends it; `taken` follows. */
  readonly stop: () => void
}

export interface VoiceListener {
  readonly past: (seconds: number) => void
  readonly taken: (file: File, seconds: number) => void
}

/** Begins to record, three minutes at most. Throws what the browser throws where there is no microphone or it is not allowed. */
export async function recordVoice(listener: VoiceListener): Promise<VoiceRecording> {
  const form = forms.find(({ type }) => MediaRecorder.isTypeSupported(type))
  if (form === undefined) throw new Error('This browser records in no form that is known here')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  try {
    return follow(stream, form, listener)
  } catch (trouble) {
    for (const track of stream.getTracks()) track.stop()
    throw trouble
  }
}

function follow(
  stream: MediaStream,
  form: (typeof forms)[number],
  listener: VoiceListener,
): VoiceRecording {
  const options = { mimeType: form.type, audioBitsPerSecond: bitsPerSecond }
  const recorder = new MediaRecorder(stream, options)
  const parts: Blob[] = []
  const began = performance.now()
  const past = () => Math.min(longestSeconds, Math.round((performance.now() - began) / 1000))
  const stop = () => {
    if (recorder.state === 'recording') recorder.stop()
  }
  const timer = setInterval(() => {
    listener.past(past())
    if (past() >= longestSeconds) stop()
  }, 250)
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    clearInterval(timer)
    for (const track of stream.getTracks()) track.stop()
    const type = form.type.replace(/;.*/, '')
    listener.taken(new File(parts, form.name, { type }), Math.max(1, past()))
  })
  recorder.start()
  return { stop }
}
