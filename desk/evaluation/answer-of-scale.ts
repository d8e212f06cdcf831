import type { ChartSpec } from '../../core/evaluation/charts/chart-spec.ts'
import type { Measurement } from '../../core/evaluation/collect-lines.ts'
import type { ChangeWords } from '../../core/evaluation/describe-change.ts'
import type { ChangeLine, ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { describeLossOfGroup } from '../../core/evaluation/findings/describe-loss-of-group.ts'
import type { Cell, Finding, FindingTable } from '../../core/evaluation/findings/finding.ts'
import { writeShare, type Wording } from '../../core/evaluation/write-numbers.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { figureFacts } from './figure-facts.ts'

/** One scale of a group as an answer of its own: families by code, and each score with the sheet that it was made from. */
export function answerOfScale(
  title: string,
  scale: ScaleChange,
  charts: readonly ChartSpec[],
  words: ChangeWords,
  wording: Wording,
): Finding {
  const { translate } = wording
  const loss = describeLossOfGroup(scale, wording)
  const warnings = scale.warnings.map(({ id, details }) =>
    translate(`evaluation:warnings.${id}`, details),
  )
  return {
    id: `scale-${scale.id}`,
    title,
    charts,
    sentence: words.sentence,
    notes: [...(loss === '' ? [] : [loss]), ...warnings],
    figures: figureFacts(scale),
    tables: [listLines(scale, wording), listSources(scale, wording)],
  }
}

function listLines(scale: ScaleChange, { translate }: Wording): FindingTable {
  const numeric = (key: string) => ({ label: translate(key), numeric: true })
  const plain = (key: string) => ({ label: translate(key), numeric: false })
  return {
    name: 'lines',
    caption: translate('evaluation:lines.caption'),
    columns: [
      plain('evaluation:lines.family'),
      numeric('evaluation:moment.before'),
      numeric('evaluation:moment.after'),
      numeric('evaluation:lines.change'),
      plain('evaluation:lines.reliable'),
      numeric('evaluation:chart.liveShare'),
    ],
    rows: scale.lines.map((line) => writeLine(line, translate)),
  }
}

function writeLine(line: ChangeLine, translate: Wording['translate']): readonly Cell[] {
  const score = (measured: Measurement): Cell =>
    measured.ok ? measured.at.value : translate(`evaluation:why.${measured.why}`)
  const { label, before, after, change, reliable, attendance } = line
  const live = attendance?.liveShare ?? null
  return [
    label,
    score(before),
    score(after),
    change,
    reliable === null ? null : translate(`evaluation:reliableSize.${reliable.size}`),
    live === null ? null : writeShare(live),
  ]
}

/** From a number on the paper back to the answers: questionnaire, and the sheets of each line. */
function listSources(scale: ScaleChange, { translate, language }: Wording): FindingTable {
  const plain = (key: string) => ({ label: translate(key), numeric: false })
  const sheetOf = (measured: Measurement): Cell =>
    measured.ok ? measured.at.sheetId : measured.sheetId
  return {
    name: 'sources',
    caption: translate('evaluation:word.sources', {
      title: readWords(scale.instrumentTitle, language),
      version: `${scale.instrumentCode} ${scale.instrumentVersion} / ${scale.scaleId}`,
    }),
    columns: [
      plain('evaluation:lines.family'),
      plain('evaluation:word.sheetBefore'),
      plain('evaluation:word.sheetAfter'),
    ],
    rows: scale.lines.map(({ label, before, after }) => [label, sheetOf(before), sheetOf(after)]),
  }
}
