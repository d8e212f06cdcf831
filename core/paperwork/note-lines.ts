import { scoreAt } from '../evaluation/collect-lines.ts'
import { writeSide } from '../evaluation/describe-change.ts'
import type { ChangeLine, ScaleChange } from '../evaluation/evaluate-change.ts'
import { placesFor, writeNumber, writeShare, writeSigned } from '../evaluation/write-numbers.ts'
import { readWords } from '../inquiry/words.ts'
import type { FamilyLine, OtherScale } from './evaluation-summary.ts'
import type { Ledger } from './keep-ledger.ts'
import type { SummaryInput } from './summary-input.ts'

const nothing = '–'

interface LineNotes {
  readonly score: (key: string, value: number | null) => string
  readonly change: (value: number | null) => string
  readonly share: (value: number | null) => string
}

/** Enters what stands in one family's line; what is missing has no number and no id. */
function notesOf(
  scale: ScaleChange,
  line: ChangeLine,
  { wording, records }: SummaryInput,
  ledger: Ledger,
): LineNotes {
  const { translate, language } = wording
  const { before, after } = records.waves
  const places = placesFor(scale.range)
  const about = `${readWords(scale.title, language)}${writeSide(scale, translate)} ${line.label}`
  const enter = (key: string, value: number | null, shown: string, method: string): string => {
    if (value === null) return nothing
    return ledger.note({
      what: translate('paperwork:trace.of', {
        title: about,
        figure: translate(`paperwork:lineFigure.${key}`),
      }),
      value,
      shown,
      n: 1,
      method: translate(`paperwork:lineMethod.${method}`),
      waveIds: [before.id, after.id],
      wave: `${before.title} → ${after.title}`,
      instrument: `${scale.instrumentCode} ${scale.instrumentVersion} / ${scale.scaleId}`,
    })
  }
  return {
    score: (key, value) =>
      enter(key, value, value === null ? nothing : writeNumber(value, places), 'score'),
    change: (value) =>
      enter('change', value, value === null ? nothing : writeSigned(value, places), 'change'),
    share: (value) =>
      enter('attendance', value, value === null ? nothing : writeShare(value), 'attendance'),
  }
}

/** PAP-3: each number of a family's line has an id; the line has one row in the appendix. */
export function noteLine(
  scale: ScaleChange,
  line: ChangeLine,
  input: SummaryInput,
  ledger: Ledger,
): FamilyLine {
  const { translate, language } = input.wording
  const note = notesOf(scale, line, input, ledger)
  const title = `${readWords(scale.title, language)}${writeSide(scale, translate)}`
  const from = ledger.mark()
  const heading = {
    what: translate('paperwork:trace.line', { title, code: line.label }),
    method: translate('paperwork:lineMethod.row'),
  }
  const noted = ledger.together(heading, () => ({
    before: note.score('before', scoreAt(line.before)),
    after: note.score('after', scoreAt(line.after)),
    followUp: note.score('followUp', scoreAt(line.followUp)),
    change: note.change(line.change),
    attendance: note.share(line.attendance?.liveShare ?? null),
  }))
  const { reliable } = line
  return {
    code: line.label,
    ...noted,
    reliable: reliable === null ? nothing : translate(`evaluation:reliableSize.${reliable.size}`),
    ref: ledger.refSince(from),
  }
}

/** A scale without pages of its own still shows every family, in one row: `Z-01 3.20→3.60 (+0.40)`. */
export function noteOtherScale(
  scale: ScaleChange,
  input: SummaryInput,
  ledger: Ledger,
): OtherScale {
  const { translate, language } = input.wording
  const title = readWords(scale.title, language)
  const side = writeSide(scale, translate)
  const from = ledger.mark()
  const heading = {
    what: translate('paperwork:trace.families', { title: `${title}${side}` }),
    method: translate('paperwork:lineMethod.row'),
    shown: translate('paperwork:trace.inTable'),
  }
  const scores = ledger.together(heading, () =>
    scale.lines.map((line) => {
      const note = notesOf(scale, line, input, ledger)
      const before = note.score('before', scoreAt(line.before))
      const after = note.score('after', scoreAt(line.after))
      return line.change === null
        ? `${line.label} ${before}→${after}`
        : `${line.label} ${before}→${after} (${note.change(line.change)})`
    }),
  )
  return {
    title,
    side: side.trim(),
    scores: scores.join(translate('evaluation:describe.listGap')),
    ref: ledger.refSince(from),
  }
}
