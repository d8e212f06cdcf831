import { writeShare } from '../../evaluation/write-numbers.ts'
import { countReturns, type ReturnLine } from '../../inquiry/count-returns.ts'
import { foldSmallGroups } from '../../inquiry/fold-small-groups.ts'
import { methodIn, noteCount, noteNumber, noteShown, nothing, type Source } from './note-figures.ts'
import type { Noting } from './summarise-measures.ts'
import type { RateLine } from './survey-paper.ts'
import type { SurveyPaperInput } from './survey-paper-input.ts'
import { wavesOf } from './frame-survey-paper.ts'

/** Handed out and come back, wave by wave, by school, class or village; the last line of a wave is its whole (INQ-41). */
export function summariseReturns(
  input: SurveyPaperInput,
  { ledger, wording }: Noting,
): readonly RateLine[] {
  const { translate } = wording
  return wavesOf(input).flatMap((wave) => {
    const own = input.sheets.filter(({ waveId }) => waveId === wave.id)
    const { lines, whole } = countReturns(wave, own)
    const source = { ledger, wording, waves: [wave], instrument: null, about: wave.title }
    const named = foldFew(lines).map((line) => ({ line, group: nameOf(line, wording) }))
    const all = { line: whole, group: translate('paperwork:survey.allGroups') }
    return [...(lines.length > 1 && named.length > 1 ? named : []), all].map(({ line, group }) =>
      lineOf(line, { wave: wave.title, group }, source),
    )
  })
}

/** EVA-26: where fewer than five came back, the groups are one line together, or stand in none. */
function foldFew(lines: readonly ReturnLine[]): readonly NamedLine[] {
  const sizes = new Map(
    lines.flatMap(({ label, returned }) => (returned > 0 ? [[label, returned] as const] : [])),
  )
  const { rows, together, hidden } = foldSmallGroups({ sizes, unlabelled: 0, outside: true })
  const few = lines.filter(({ label }) => together.includes(label))
  const own = lines.filter(({ label }) => !together.includes(label) && !hidden.includes(label))
  if (few.length === 0 || rows.size === 0) return own
  const isKnown = few.every(({ handedOut }) => handedOut !== null)
  const handedOut = isKnown ? sumOf(few.map((line) => line.handedOut ?? 0)) : null
  const returned = sumOf(few.map((line) => line.returned))
  const rate = handedOut === null || returned > handedOut ? null : returned / handedOut
  return [...own, { label: '', together: true, handedOut, returned, rate }]
}

interface NamedLine extends ReturnLine {
  readonly together?: true
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function nameOf({ label, together }: NamedLine, { translate }: Noting['wording']): string {
  if (together === true) return translate('evaluation:cross.together')
  return label === '' ? translate('paperwork:survey.noGroup') : label
}

function lineOf(
  { handedOut, returned, rate }: ReturnLine,
  names: Pick<RateLine, 'wave' | 'group'>,
  source: Source,
): RateLine {
  const { ledger, wording } = source
  const from = ledger.mark()
  const about = wording.translate('paperwork:trace.of', { title: names.wave, figure: names.group })
  const own = { ...source, about }
  const method = methodIn(source, 'rate')
  const figures = ledger.together(
    { what: wording.translate('paperwork:survey.rateRow', { about }), method },
    () => ({
      handedOut:
        handedOut === null
          ? noteNumber(own, { key: 'handedOut', value: null, n: null, method })
          : noteCount(own, 'handedOut', handedOut),
      returned: noteCount(own, 'returned', returned),
      rate:
        rate === null
          ? nothing
          : noteShown(own, { key: 'rate', value: rate, n: handedOut, method }, writeShare(rate)),
    }),
  )
  return { ...names, ...figures, ref: ledger.refSince(from) }
}
