import { writeShare } from '../../evaluation/write-numbers.ts'
import { countReturns, type ReturnLine } from '../../inquiry/count-returns.ts'
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
    const named = lines.map((line) => ({
      line,
      group: line.label === '' ? translate('paperwork:survey.noGroup') : line.label,
    }))
    const all = { line: whole, group: translate('paperwork:survey.allGroups') }
    return [...(lines.length > 1 ? named : []), all].map(({ line, group }) =>
      lineOf(line, { wave: wave.title, group }, source),
    )
  })
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
