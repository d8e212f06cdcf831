import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import {
  placesFor,
  writeNumber,
  writeP,
  writeShare,
  writeSigned,
} from '../../core/evaluation/write-numbers.ts'
import type { Figure } from '../../core/evaluation/findings/finding.ts'
import type { Interval, Method } from '../../statistics/index.ts'
import { text, textOrNull } from '../kit/index.ts'

const none = '–'

function methodText(id: string): string {
  return textOrNull(`evaluation:method.${id}`) ?? id
}

function methodOf(interval: Interval | null | undefined): Method | null {
  return interval === null || interval === undefined
    ? null
    : { id: interval.method, name: methodText(interval.method) }
}

function withInterval(value: string, interval: Interval | null, places: number): string {
  if (interval === null) return value
  const low = writeNumber(interval.low, places)
  const high = writeNumber(interval.high, places)
  const method = methodText(interval.method)
  return `${value} ${text('evaluation:figures.interval', { low, high, method })}`
}

function levels({ numbers, completeness, range }: ScaleChange): readonly Figure[] {
  const places = placesFor(range)
  const level = (spread: ScaleChange['numbers']['before']): string =>
    spread === null
      ? none
      : text('evaluation:figures.meanSd', {
          mean: writeNumber(spread.mean, places),
          sd: spread.sd === null ? none : writeNumber(spread.sd, places),
        })
  const { expected, before, after, both } = completeness
  return [
    {
      label: text('evaluation:figures.answered'),
      value: text('evaluation:figures.answeredValue', { expected, before, after, both }),
      method: null,
    },
    { label: text('evaluation:moment.before'), value: level(numbers.before), method: null },
    { label: text('evaluation:moment.after'), value: level(numbers.after), method: null },
  ]
}

function centres({ numbers, range }: ScaleChange): readonly Figure[] {
  const places = placesFor(range)
  const { mean, interval, median, hodgesLehmann, effect } = numbers
  const signed = (value: number): string => writeSigned(value, places)
  return [
    {
      label: text('evaluation:figures.change'),
      value: mean === null ? none : withInterval(signed(mean), interval, places),
      method: methodOf(interval),
    },
    {
      label: text('evaluation:figures.median'),
      value: median === null ? none : signed(median),
      method: null,
    },
    {
      label: text('evaluation:figures.centre'),
      value:
        hodgesLehmann === null
          ? none
          : withInterval(signed(hodgesLehmann.value), hodgesLehmann.interval, places),
      method: methodOf(hodgesLehmann?.interval),
    },
    {
      label: text('evaluation:figures.effect'),
      value:
        effect === null
          ? none
          : withInterval(`g_av ${writeNumber(effect.gAv, 2)}`, effect.gInterval, 2),
      method: methodOf(effect?.gInterval),
    },
  ]
}

function improved({ numbers }: ScaleChange): Figure {
  const { improved: better, n } = numbers
  return {
    label: text('evaluation:figures.improved'),
    value:
      better === null
        ? none
        : text('evaluation:figures.improvedValue', {
            improved: better.improved,
            n,
            share: writeShare(better.share),
          }),
    method: null,
  }
}

function reliability({ reliable, range }: ScaleChange): Figure {
  const label = text('evaluation:figures.reliable')
  if (reliable === null)
    return { label, value: text('evaluation:warnings.noReliability'), method: null }
  const { up, within, down, needed, source } = reliable
  const values = { up, within, down, needed: writeNumber(needed, placesFor(range)) }
  return {
    label,
    value: text('evaluation:figures.reliableValue', { ...values, source: source.source }),
    method: { id: 'rci-jacobson-truax', name: methodText('rci-jacobson-truax') },
  }
}

function test({ numbers }: ScaleChange): readonly Figure[] {
  if (numbers.test === null) return []
  const { kind, p, method } = numbers.test
  const said = {
    p: p === null ? none : writeP(p),
    method: method === null ? '' : methodText(method.id),
  }
  return [
    {
      label: text(`evaluation:testKind.${kind}`),
      value: p === null ? none : text('evaluation:figures.test', said),
      method,
    },
  ]
}

/** All figures of one scale with their methods, as rows. */
export function figureFacts(scale: ScaleChange): readonly Figure[] {
  return [...levels(scale), ...centres(scale), improved(scale), reliability(scale), ...test(scale)]
}
