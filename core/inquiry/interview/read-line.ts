// What a typed line says by itself: `[00:12] 社工：上周通了几次电话？`. The line stays as it was typed; this only reads it.
import { countPoints } from './code-points.ts'

export interface SpokenLine {
  /** Seconds from the beginning of the recording; null where none is written. */
  readonly seconds: number | null
  /** Who speaks, as written; empty where the line goes on or is a note. */
  readonly speaker: string
  /** Where the words themselves begin, in code points. */
  readonly wordsFrom: number
}

const timeMark =
  /^\s*[[(（【]?\s*(?:(\d{1,2})[:：])?(\d{1,3})[:：.](\d{2})(?:[.,]\d{1,3})?\s*[\])）】]?\s*/u
// A name is short and holds no sentence; what stands before a colon further on is speech.
const speakerMark =
  /^\s*([^\s:：，。,.?？!！"“”]{1,12}(?: [^\s:：，。,.?？!！"“”]{1,12})?)\s*[:：]\s*/u

/** Reads the time mark and the speaker at the head of a line, in either order of brackets and colons that people type. */
export function readLine(text: string): SpokenLine {
  const time = timeMark.exec(text)
  const marked = time !== null && isTime(time)
  const afterTime = marked ? text.slice(time[0].length) : text
  const speaker = speakerMark.exec(afterTime)
  const head = (marked ? time[0] : '') + (speaker?.[0] ?? '')
  return {
    seconds: marked ? secondsOf(time) : null,
    speaker: speaker?.[1] ?? '',
    wordsFrom: countPoints(head),
  }
}

/** `12.30` alone is a number, `[12.30]` and `12:30` are times. */
function isTime(found: RegExpExecArray): boolean {
  const [whole, , , seconds = '99'] = found
  const isMarked = /^\s*[[(（【]/u.test(whole) || /[:：]/u.test(whole)
  return isMarked && Number(seconds) < 60
}

function secondsOf([, hours, minutes, seconds]: RegExpExecArray): number {
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
}

/** `75` seconds as `01:15`. */
export function writeSeconds(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

/** Everybody who speaks, in the order in which they first do, with how many lines and characters they have. */
export function listSpeakers(
  lines: readonly { readonly text: string; readonly points: number }[],
): readonly { readonly speaker: string; readonly lines: number; readonly points: number }[] {
  const found = new Map<string, { speaker: string; lines: number; points: number }>()
  for (const { text, points } of lines) {
    const { speaker, wordsFrom } = readLine(text)
    if (speaker === '') continue
    const known = found.get(speaker) ?? { speaker, lines: 0, points: 0 }
    known.lines += 1
    known.points += points - wordsFrom
    found.set(speaker, known)
  }
  return [...found.values()]
}
