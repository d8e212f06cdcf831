import { scoreAt } from '../collect-lines.ts'
import type { ChangeWords } from '../describe-change.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import type { Wording } from '../write-numbers.ts'
import type { Cell } from './finding.ts'

/** One scale of a group as rows: the words for the report, then every family by code with both scores (EVA-33). */
export function listScaleRows(
  title: string,
  scale: ScaleChange,
  words: ChangeWords,
  { translate }: Wording,
): readonly (readonly Cell[])[] {
  const head = [
    translate('evaluation:lines.family'),
    translate('evaluation:moment.before'),
    translate('evaluation:moment.after'),
    translate('evaluation:lines.change'),
    translate('evaluation:lines.reliable'),
    translate('evaluation:chart.liveShare'),
  ]
  const rows = scale.lines.map(({ label, before, after, change, reliable, attendance }) => [
    label,
    scoreAt(before),
    scoreAt(after),
    change,
    reliable === null ? '' : translate(`evaluation:reliableSize.${reliable.size}`),
    attendance?.liveShare ?? null,
  ])
  return [[title], [words.paragraph], [], head, ...rows]
}
