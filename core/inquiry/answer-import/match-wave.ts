import type { wavePhases } from '../wave.ts'
import { tightText } from './read-table.ts'

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

/** Reads which wave a cell names; null when none does, or more than one. */
export function makeWaveReader(waves: readonly ImportWave[]): (text: string) => string | null {
  const byWord = new Map<string, string | null>()
  for (const { waveId, phase, words } of waves) {
    for (const word of new Set([...words, ...usualWords[phase]].map(tightText))) {
      byWord.set(word, byWord.has(word) ? null : waveId)
    }
  }
  return (text) => byWord.get(tightText(text)) ?? null
}
