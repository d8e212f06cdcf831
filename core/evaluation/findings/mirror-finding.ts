import { readWords } from '../../inquiry/words.ts'
import { drawGapDumbbell } from '../charts/draw-group-charts.ts'
import type { MirrorChange } from '../compare-mirrors.ts'
import { writeNumber, writeSigned, type Wording } from '../write-numbers.ts'
import { writeEstimate, type Finding, type FindingTable } from './finding.ts'
import { noteFamilies } from './note-families.ts'
import { methodOf } from './overview-finding.ts'

/** EVA-8: did child and parent come closer? Distances between both answers to the same questions, before and after. */
export function describeMirror(group: string, mirror: MirrorChange, wording: Wording): Finding {
  const { translate, language } = wording
  const { numbers } = mirror
  const level = (mean: number | undefined): string =>
    mean === undefined ? '–' : writeNumber(mean, 2)
  return {
    id: `mirror-${mirror.childInstrumentId}-${mirror.adultInstrumentId}`,
    title: translate('evaluation:mirror.file', {
      group,
      title: readWords(mirror.childTitle, language),
    }),
    charts: [drawGapDumbbell(mirror, wording)],
    sentence: writeMirror(mirror, wording),
    notes: listNotes(mirror, wording),
    figures: [
      { label: 'n', value: String(numbers.n), method: null },
      {
        label: translate('evaluation:mirror.before'),
        value: level(numbers.before?.mean),
        method: null,
      },
      {
        label: translate('evaluation:mirror.after'),
        value: level(numbers.after?.mean),
        method: null,
      },
      {
        label: translate('evaluation:figures.change'),
        value: numbers.mean === null ? '–' : writeEstimate(numbers.mean, numbers.interval, 2, true),
        method: methodOf(numbers.interval),
      },
    ],
    tables: [listPairs(mirror, wording)],
  }
}

export function writeMirror({ numbers, questions }: MirrorChange, { translate }: Wording): string {
  const { mean, interval, n } = numbers
  if (mean === null) return translate('evaluation:mirror.nobody')
  const said = { n, questions, mean: writeSigned(mean, 2) }
  if (interval === null) return translate('evaluation:mirror.noInterval', said)
  return translate('evaluation:mirror.sentence', {
    ...said,
    low: writeNumber(interval.low, 2),
    high: writeNumber(interval.high, 2),
  })
}

function listNotes({ lines, leftOut }: MirrorChange, wording: Wording): readonly string[] {
  const { translate } = wording
  const once = lines.filter(({ change }) => change === null).length
  return [
    translate('evaluation:agree.nobodyRight'),
    translate('evaluation:warnings.noComparison'),
    ...noteFamilies(
      lines.flatMap(({ familyCode, change }) => (change === null ? [] : [familyCode])),
      wording,
    ),
    ...(once > 0 ? [translate('evaluation:mirror.once', { count: once })] : []),
    ...(leftOut.length > 0
      ? [translate('evaluation:warnings.mirrorLimitsDiffer', { count: leftOut.length })]
      : []),
  ]
}

function listPairs({ lines }: MirrorChange, { translate }: Wording): FindingTable {
  const meanOf = (side: 'child' | 'adult', moment: 'before' | 'after') => ({
    label: translate('evaluation:mirror.meanOf', {
      side: translate(`evaluation:sideName.${side}`),
      moment: translate(`evaluation:moment.${moment}`),
    }),
    numeric: true,
  })
  const numeric = (key: string) => ({ label: translate(key), numeric: true })
  return {
    name: 'pairs',
    caption: translate('evaluation:mirror.table'),
    columns: [
      { label: translate('evaluation:lines.family'), numeric: false },
      meanOf('child', 'before'),
      meanOf('adult', 'before'),
      numeric('evaluation:mirror.before'),
      meanOf('child', 'after'),
      meanOf('adult', 'after'),
      numeric('evaluation:mirror.after'),
      numeric('evaluation:lines.change'),
    ],
    rows: lines.map(({ label, before, after, change }) => [
      label,
      before.childMean,
      before.adultMean,
      before.gap,
      after.childMean,
      after.adultMean,
      after.gap,
      change,
    ]),
  }
}
