import type { Interval } from '../../statistics/index.ts'
import type { ScaleChange } from '../evaluation/evaluate-change.ts'
import {
  placesFor,
  writeNumber,
  writeP,
  writeShare,
  writeSigned,
} from '../evaluation/write-numbers.ts'
import { writeSide } from '../evaluation/describe-change.ts'
import { readWords } from '../inquiry/words.ts'
import type { ScaleSection } from './evaluation-summary.ts'
import { figuresOf, type Ledger } from './keep-ledger.ts'
import type { SummaryInput } from './summary-input.ts'

type NotedFigures = Pick<
  ScaleSection,
  'n' | 'before' | 'after' | 'change' | 'interval' | 'size' | 'sizeInterval' | 'improved'
>

interface NoteOf {
  readonly number: (key: string, value: number | null, places: number, method: string) => string
  readonly signed: (key: string, value: number | null, places: number, method: string) => string
  readonly plain: (key: string, value: number, shown: string, method: string) => string
  readonly range: (key: string, interval: Interval | null, places: number) => string
}

const nothing = '–'

/** Below this an interval stands with a warning beside it, and a count without its share. */
const fewest = 5

function aboutScale(scale: ScaleChange, { wording }: SummaryInput): string {
  const { translate, language } = wording
  return `${readWords(scale.title, language)}${writeSide(scale, translate)}`
}

function noting(scale: ScaleChange, input: SummaryInput, ledger: Ledger): NoteOf {
  const { translate } = input.wording
  const { before, after } = input.records.waves
  const about = aboutScale(scale, input)
  const few = scale.numbers.n < fewest
  const enter = (key: string, value: number | null, shown: string, method: string): string =>
    ledger.note({
      what: translate('paperwork:trace.of', {
        title: about,
        figure: translate(`paperwork:figure.${key}`),
      }),
      value,
      shown,
      n: scale.numbers.n,
      method,
      waveIds: [before.id, after.id],
      wave: `${before.title} → ${after.title}`,
      instrument: `${scale.instrumentCode} ${scale.instrumentVersion} / ${scale.scaleId}`,
    })
  return {
    number: (key, value, places, method) =>
      enter(key, value, value === null ? nothing : writeNumber(value, places), method),
    signed: (key, value, places, method) =>
      enter(key, value, value === null ? nothing : writeSigned(value, places), method),
    plain: (key, value, shown, method) => enter(key, value, shown, method),
    range: (key, interval, places) => {
      if (interval === null) return nothing
      const { low, high, level, achieved } = interval
      const method = `${translate(`evaluation:method.${interval.method}`)}, ${writeShare(achieved ?? level)}`
      const from = enter(`${key}Low`, low, writeSigned(low, places), method)
      const to = enter(`${key}High`, high, writeSigned(high, places), method)
      return translate(few ? 'paperwork:summary.rangeOfFew' : 'paperwork:summary.range', {
        low: from,
        high: to,
      })
    },
  }
}

/** Enters every figure of the table of all scales; for a section of its own, those of its paragraph as well. */
export function noteScale(
  scale: ScaleChange,
  input: SummaryInput,
  ledger: Ledger,
  hasSection: boolean,
): NotedFigures {
  const { translate } = input.wording
  const { numbers, completeness } = scale
  const places = placesFor(scale.range)
  const note = noting(scale, input, ledger)
  const mean = translate('paperwork:method.mean')
  const count = translate('paperwork:method.count')
  const row = figuresOf(
    translate('paperwork:trace.of', { title: aboutScale(scale, input), figure: '' }),
    translate('evaluation:describe.listGap'),
  )
  const figures = ledger.together(row, () => {
    note.plain('expected', completeness.expected, String(completeness.expected), count)
    return {
      n: note.plain('n', numbers.n, String(numbers.n), count),
      before: note.number('before', numbers.before?.mean ?? null, places, mean),
      after: note.number('after', numbers.after?.mean ?? null, places, mean),
      change: note.signed('change', numbers.mean, places, mean),
      interval: note.range('interval', numbers.interval, places),
      size: note.signed('size', numbers.effect?.gAv ?? null, 2, translate('paperwork:method.gAv')),
      sizeInterval: note.range('size', numbers.effect?.gInterval ?? null, 2),
      improved: noteImproved(scale, note, input),
    }
  })
  if (hasSection) ledger.together(row, () => noteRest(scale, note, input))
  return figures
}

function noteImproved({ numbers }: ScaleChange, note: NoteOf, { wording }: SummaryInput): string {
  if (numbers.improved === null) return nothing
  const { improved, share } = numbers.improved
  // A share of four is read as "100 %": below five only the count is said.
  const shown =
    numbers.n < fewest
      ? `${improved}/${numbers.n}`
      : `${improved}/${numbers.n} (${writeShare(share)})`
  return note.plain('improved', share, shown, wording.translate('paperwork:method.improved'))
}

/** Figures that stand only in the paragraph. */
function noteRest(scale: ScaleChange, note: NoteOf, { wording }: SummaryInput): void {
  const { translate } = wording
  const { numbers, completeness, reliable } = scale
  const places = placesFor(scale.range)
  const sd = translate('paperwork:method.sd')
  const mean = translate('paperwork:method.mean')
  if (numbers.before !== null) note.number('beforeSd', numbers.before.sd, places, sd)
  if (numbers.after !== null) note.number('afterSd', numbers.after.sd, places, sd)
  if (numbers.median !== null)
    note.signed('median', numbers.median, places, translate('paperwork:method.median'))
  if (numbers.hodgesLehmann !== null) {
    const { value, interval } = numbers.hodgesLehmann
    note.signed('centre', value, places, translate('paperwork:method.centre'))
    note.range('centre', interval, places)
  }
  if (numbers.effect !== null)
    note.signed('dAv', numbers.effect.dAv, 2, translate('paperwork:method.dAv'))
  if (reliable !== null) {
    const method = translate('evaluation:method.rci-jacobson-truax')
    note.number('reliableNeeded', reliable.needed, places, method)
    note.plain('reliableUp', reliable.up, String(reliable.up), method)
    note.plain('reliableDown', reliable.down, String(reliable.down), method)
    note.plain('reliableWithin', reliable.within, String(reliable.within), method)
    const { reliability, source } = reliable.source
    note.number('reliability', reliability, 2, source === '' ? nothing : source)
  }
  const { test } = numbers
  if (test?.p != null && test.method !== null)
    note.plain(
      'p',
      test.p,
      writeP(test.p).replace(/^= /, ''),
      translate(`evaluation:method.${test.method.id}`),
    )
  if (completeness.lost.mean !== null) note.number('lost', completeness.lost.mean, places, mean)
  if (completeness.lost.mean !== null && completeness.kept.mean !== null)
    note.number('kept', completeness.kept.mean, places, mean)
}
