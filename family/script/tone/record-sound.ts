// One sentence from the microphone into this page's memory, and nowhere else.
import type { Sound } from '../../../statistics/voice/reduce-rate.ts'

export interface Recording {
  readonly stop: () => RecordedSound
}
export interface RecordedSound extends Sound {
  readonly samples: Float32Array
  /** The phone evens out loudness by itself whatever it is asked. */
  readonly isLevelled: boolean
}

const blockSamples = 4096

/**
 * Begins to record; throws what the browser throws where there is no microphone or it is not allowed. A script processor,
 * because a worklet is a file of its own that would have to be asked for while somebody speaks, and old web views have none.
 */
export async function startRecording(context: AudioContext): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })
  try {
    await context.resume()
    return listen(context, stream)
  } catch (trouble) {
    // Closed meanwhile: a microphone that nobody holds must not stay open.
    release(stream)
    throw trouble
  }
}

function release(stream: MediaStream): void {
  for (const one of stream.getTracks()) one.stop()
}

function listen(context: AudioContext, stream: MediaStream): Recording {
  const [track] = stream.getAudioTracks()
  const isLevelled = track?.getSettings().autoGainControl === true
  const source = context.createMediaStreamSource(stream)
  const taker = context.createScriptProcessor(blockSamples, 1, 1)
  const blocks: Float32Array[] = []
  taker.onaudioprocess = ({ inputBuffer }) => {
    blocks.push(Float32Array.from(inputBuffer.getChannelData(0)))
  }
  source.connect(taker)
  taker.connect(context.destination)
  return {
    stop: () => {
      taker.onaudioprocess = null
      taker.disconnect()
      source.disconnect()
      release(stream)
      return { samples: join(blocks), rate: context.sampleRate, isLevelled }
    },
  }
}

function join(blocks: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(blocks.length * blockSamples)
  blocks.forEach((block, index) => {
    joined.set(block, index * blockSamples)
  })
  return joined
}

export function playSound(context: AudioContext, { samples, rate }: RecordedSound): void {
  const buffer = context.createBuffer(1, samples.length, rate)
  buffer.getChannelData(0).set(samples)
  const source = context.createBufferSource()
  source.buffer = buffer
  source.connect(context.destination)
  void context.resume().then(() => source.start())
}
