// Hear yourself: three ways of saying one sentence, measured, shown and played on this page. Nothing of it leaves the page,
// and nothing of it outlives the page.
import { measureVoice } from '../../../statistics/voice/measure-voice.ts'
import { type RecordedSound, type Recording, startRecording } from './record-sound.ts'
import { makeButton, makeText, showTakes } from './show-takes.ts'
import { type Take, type Way, ways } from './take.ts'
import type { Tell } from './tell-difference.ts'

interface Running {
  readonly way: Way
  readonly recording: Recording
  readonly timer: number
}

interface Exercise {
  readonly tell: Tell
  readonly status: HTMLElement
  readonly buttons: HTMLElement
  readonly result: HTMLElement
  context: AudioContext | null
  takes: readonly Take[]
  running: Running | null
  isAsking: boolean
}

const mostSeconds = 8
const noisyBelow = 12

const place = document.querySelector<HTMLElement>('#tone')
if (place !== null) openExercise(place)

function readTell(from: HTMLElement): Tell {
  const texts: Readonly<Record<string, string>> = JSON.parse(from.dataset['words'] ?? '{}')
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

function openExercise(root: HTMLElement): void {
  const exercise: Exercise = {
    tell: readTell(root),
    status: makeText('p', '', 'n'),
    buttons: document.createElement('div'),
    result: document.createElement('div'),
    context: null,
    takes: [],
    running: null,
    isAsking: false,
  }
  const { status, buttons, result, tell } = exercise
  status.setAttribute('role', 'status')
  root.append(buttons, status, result)
  // A page without https has no microphone, an old web view no sound.
  if (!('mediaDevices' in navigator) || !('AudioContext' in window)) {
    say(exercise, tell('noMicrophone'))
    return
  }
  say(exercise, '')
  show(exercise)
  addEventListener('pagehide', () => forget(exercise))
}

function say({ status }: Exercise, text: string): void {
  status.textContent = text
  status.hidden = text === ''
}

function show(exercise: Exercise): void {
  const { tell, buttons, result, takes, running } = exercise
  buttons.textContent = ''
  result.textContent = ''
  if (running !== null) {
    const stop = makeButton(tell('stop'), '', () => finish(exercise))
    buttons.append(stop)
    stop.focus()
    return
  }
  for (const way of ways) {
    const isThere = takes.some((take) => take.way === way)
    const label = tell(isThere ? 'again' : 'record', { way: tell(`way.${way}`) })
    buttons.append(makeButton(label, isThere ? 'q' : '', () => void begin(exercise, way)))
  }
  const { context } = exercise
  if (context === null || takes.length === 0) return
  showTakes(result, tell, context, takes)
  result.append(
    makeButton(tell('delete'), '', () => {
      forget(exercise)
      show(exercise)
      say(exercise, tell('deleted'))
    }),
  )
}

async function begin(exercise: Exercise, way: Way): Promise<void> {
  if (exercise.isAsking) return
  exercise.isAsking = true
  const { tell } = exercise
  // The phone would hear itself reading.
  if ('speechSynthesis' in window) speechSynthesis.cancel()
  try {
    exercise.context = exercise.context ?? new AudioContext()
    const recording = await startRecording(exercise.context)
    const timer = setTimeout(() => finish(exercise), mostSeconds * 1000)
    exercise.running = { way, recording, timer }
    say(exercise, tell('recording', { seconds: mostSeconds }))
    show(exercise)
  } catch (trouble) {
    const isRefused = trouble instanceof DOMException && trouble.name === 'NotAllowedError'
    say(exercise, tell(isRefused ? 'refused' : 'noMicrophone'))
  }
  exercise.isAsking = false
}

function finish(exercise: Exercise): void {
  const { running, tell } = exercise
  if (running === null) return
  clearTimeout(running.timer)
  exercise.running = null
  const sound = running.recording.stop()
  say(exercise, tell('measuring'))
  // The words are shown before the work begins.
  setTimeout(() => keep(exercise, running.way, sound), 50)
}

function keep(exercise: Exercise, way: Way, sound: RecordedSound): void {
  const { tell, takes } = exercise
  const measured = measureVoice(sound)
  if (measured.ok) {
    const take = { way, sound, voice: measured.value }
    exercise.takes = ways.flatMap((one) =>
      one === way ? [take] : takes.filter((other) => other.way === one),
    )
  }
  show(exercise)
  const isNoisy = measured.ok && measured.value.aboveQuiet < noisyBelow
  if (!measured.ok) say(exercise, tell('unheard'))
  else say(exercise, isNoisy ? tell('noisy') : '')
}

/** Overwrites what was recorded and lets the microphone go. */
function forget(exercise: Exercise): void {
  const { takes, running, context } = exercise
  for (const { sound } of takes) sound.samples.fill(0)
  if (running !== null) {
    clearTimeout(running.timer)
    running.recording.stop()
  }
  exercise.takes = []
  exercise.running = null
  exercise.context = null
  void context?.close()
}
