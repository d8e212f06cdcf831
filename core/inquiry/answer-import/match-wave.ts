import type { wavePhases } from '../wave.ts'
import type { ItemCandidate } from './match-items.ts'
import { plainText, tightText } from './read-table.ts'

export interface ImportWave {
  readonly waveId: string
  readonly phase: (typeof wavePhases)[number]
  /** Words in the file that mean this wave, besides the usual ones. */
  readonly words: readonly string[]
}

const usualWords: Readonly<Record<ImportWave['phase'], readonly string[]>> = {
  before: [
    '前测',
    '前',
    '基线',
    '第一次',
    'before',
    'pre',
    'pretest',
    'pre-test',
    'baseline',
    't1',
  ],
  after: ['后测', '后', '第二次', 'after', 'post', 'posttest', 'post-test', 't2'],
  followUp: ['跟进', '追踪', '回访', '第三次', 'follow-up', 'followup', 't3'],
  survey: ['调查', 'survey'],
}

/** Word → wave; null for a word that two waves share. */
function listWaveWords(waves: readonly ImportWave[]): ReadonlyMap<string, string | null> {
  const byWord = new Map<string, string | null>()
  for (const { waveId, phase, words } of waves) {
    for (const word of new Set([...words, ...usualWords[phase]].map(tightText))) {
      byWord.set(word, byWord.has(word) ? null : waveId)
    }
  }
  return byWord
}

/** Reads which wave a cell names; null when none does, or more than one. */
export function makeWaveReader(waves: readonly ImportWave[]): (text: string) => string | null {
  const byWord = listWaveWords(waves)
  return (text) => byWord.get(tightText(text)) ?? null
}

/** Whether the headings name more than one of these phases: two occasions in one row. */
export function looksSideBySide(headings: readonly string[]): boolean {
  const names = (phase: 'before' | 'after') =>
    headings.some((heading) =>
      usualWords[phase].some((word) => withoutWord(heading, tightText(word)) !== null),
    )
  return names('before') && names('after')
}

/**
 * Sorts columns by the wave that their heading begins or ends with, and takes that word off: "前测 1、…", "pre_A1",
 * "A1 (post)". A column that names no wave is in no part.
 */
export function splitByWave(
  candidates: readonly ItemCandidate[],
  waves: readonly ImportWave[],
): readonly { readonly waveId: string; readonly candidates: readonly ItemCandidate[] }[] {
  const words = [...listWaveWords(waves)].sort(([left], [right]) => right.length - left.length)
  const sorted = candidates.flatMap((candidate) => {
    for (const [word, waveId] of words) {
      const text = withoutWord(candidate.text, word)
      if (text === null || waveId === null) continue
      const lower = withoutWord(candidate.lower, word) ?? candidate.lower
      return [{ waveId, candidate: { column: candidate.column, lower, text } }]
    }
    return []
  })
  return waves.map(({ waveId }) => ({
    waveId,
    candidates: sorted.filter((one) => one.waveId === waveId).map((one) => one.candidate),
  }))
}

const edge = /^[\s_.:、()[\]-]+|[\s_.:、()[\]-]+$/g

/** The text without a word at its beginning or end; null when it is not there. A short word must stand alone. */
function withoutWord(raw: string, word: string): string | null {
  const text = plainText(raw)
  const standsAlone = (rest: string) =>
    rest === '' || /^[\s_.:、()[\]-]|[\s_.:、()[\]-]$/.test(rest)
  const isLong = /\p{Script=Han}/u.test(word) ? word.length >= 2 : word.length >= 3
  for (const rest of [
    text.startsWith(word) ? text.slice(word.length) : null,
    text.replace(/[)\]\s]+$/, '').endsWith(word)
      ? text.replace(/[)\]\s]+$/, '').slice(0, -word.length)
      : null,
  ]) {
    if (rest !== null && (isLong || standsAlone(rest))) return rest.replace(edge, '')
  }
  return null
}
