import { scoreAt } from '../../evaluation/collect-lines.ts'
import { chooseWaves } from '../../evaluation/choose-waves.ts'
import { describeChange, writeSide } from '../../evaluation/describe-change.ts'
import {
  evaluateChange,
  type ChangeLine,
  type GroupChange,
  type ScaleChange,
} from '../../evaluation/evaluate-change.ts'
import { placesFor, writeNumber, writeShare, writeSigned } from '../../evaluation/write-numbers.ts'
import { readWords } from '../../inquiry/words.ts'
import type { Block } from './file-box.ts'
import type { FileBoxInput } from './file-box-input.ts'
import { leastShown } from '../../evaluation/survey/hide-small-cells.ts'
import {
  columnsOf,
  heading,
  listBlock,
  paragraphs,
  tableBlock,
  under,
  type Writing,
} from './writing.ts'

/** Change between the first and the last wave, by the rules of the evaluation room; null before there are two. */
export function evaluateBox(input: FileBoxInput): GroupChange | null {
  const waves = chooseWaves(input.waves)
  return waves === null ? null : evaluateChange({ ...input, waves })
}

/** Every scale with its sentence and every family's line, who is missing, and what the figures cannot say. */
export function writeChange(writing: Writing, change: GroupChange): readonly Block[] {
  const { say, isOutside } = writing
  const scales = change.scales.filter(({ numbers }) => !isOutside || numbers.n >= leastShown)
  const hidden = change.scales.length - scales.length
  return [
    ...under(say('measures.change'), [
      ...scales.flatMap((scale) => writeScale(writing, scale)),
      ...(hidden > 0 ? paragraphs(say('measures.hiddenScales', { count: hidden })) : []),
    ]),
    ...(isOutside ? [] : under(say('measures.missing'), writeMissing(writing, change))),
    ...under(say('measures.limits'), listBlock(listLimits(writing, change))),
  ]
}

function writeScale(writing: Writing, scale: ScaleChange): readonly Block[] {
  const { input, isOutside, say, translate } = writing
  const { wording } = input
  const title = readWords(scale.title, wording.language)
  const columns = columnsOf(writing, [
    ['family', 18],
    ['before', 13],
    ['after', 13],
    ['followUp', 13],
    ['change', 13],
    ['reliable', 17],
    ['attendance', 13],
  ])
  const rows = scale.lines.map((line) => writeLine(writing, scale, line))
  return [
    heading(say('measures.scale', { title, side: writeSide(scale, translate) }), 2),
    ...(isOutside
      ? paragraphs(writeTotals(writing, scale))
      : [...paragraphs(describeChange(scale, wording).sentence), ...tableBlock(columns, rows)]),
  ]
}

/** Without saying how few are missing: outside, that could be somebody. */
function writeTotals({ say, translate, input }: Writing, scale: ScaleChange): string {
  const { numbers, range } = scale
  const places = placesFor(range)
  const score = (value: number | undefined): string =>
    value === undefined ? '–' : writeNumber(value, places)
  const { interval, mean } = numbers
  return say('measures.totals', {
    title: readWords(scale.title, input.wording.language),
    side: writeSide(scale, translate),
    n: numbers.n,
    before: score(numbers.before?.mean),
    after: score(numbers.after?.mean),
    change: mean === null ? '–' : writeSigned(mean, places),
    interval:
      interval === null
        ? ''
        : say('measures.interval', {
            low: writeSigned(interval.low, places),
            high: writeSigned(interval.high, places),
          }),
  })
}

function writeLine(
  { translate }: Writing,
  { range }: ScaleChange,
  line: ChangeLine,
): readonly string[] {
  const places = placesFor(range)
  const write = <Value>(value: Value | null, shown: (known: Value) => string): string =>
    value === null ? '–' : shown(value)
  const score = (value: number): string => writeNumber(value, places)
  return [
    line.label,
    write(scoreAt(line.before), score),
    write(scoreAt(line.after), score),
    write(scoreAt(line.followUp), score),
    write(line.change, (value) => writeSigned(value, places)),
    write(line.reliable, ({ size }) => translate(`evaluation:reliableSize.${size}`)),
    write(line.attendance?.liveShare ?? null, writeShare),
  ]
}

function writeMissing(writing: Writing, change: GroupChange): readonly Block[] {
  const { input, translate } = writing
  const columns = columnsOf(writing, [
    ['family', 20],
    ['scale', 40],
    ['moment', 15],
    ['whyMissing', 25],
  ])
  const rows = change.scales.flatMap(({ title, completeness }) =>
    completeness.missing.map(({ label, moment, why }) => [
      label,
      readWords(title, input.wording.language),
      translate(`evaluation:moment.${moment}`),
      translate(`evaluation:why.${why}`),
    ]),
  )
  return tableBlock(columns, rows)
}

/** Each limit once; those of single lines are left to the lines. */
function listLimits({ translate, isOutside }: Writing, change: GroupChange): readonly string[] {
  const general = [
    'noComparison',
    'notValidated',
    'validationUnknown',
    'noReliability',
    'ownSd',
    'ownReliability',
  ]
  const found = new Set(change.scales.flatMap(({ warnings }) => warnings.map(({ id }) => id)))
  const small = change.scales.some(({ numbers }) => numbers.n < 12)
  return [
    ...[...found]
      .filter((id) => general.includes(id))
      .map((id) => translate(`evaluation:warnings.${id}`)),
    ...(isOutside
      ? []
      : change.warnings.map(({ id, details }) => translate(`evaluation:warnings.${id}`, details))),
    ...(small ? [translate('paperwork:limits.small')] : []),
    translate('paperwork:limits.ownAnswers'),
    translate('paperwork:limits.otherCauses'),
  ]
}
