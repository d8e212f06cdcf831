import { readWords } from '../inquiry/words.ts'
import type { ScaleChange } from './evaluate-change.ts'
import { readSign } from './judge-people.ts'
import type { ChangeNumbers } from './measure-change.ts'
import {
  placesFor,
  writeNumber,
  writeP,
  writeShare,
  writeSigned,
  type Translate,
  type Wording,
} from './write-numbers.ts'

export interface ChangeWords {
  /** One plain sentence: how many, how much with its interval, who is missing, and that nothing was compared. */
  readonly sentence: string
  /** The same with everything that qualifies it. */
  readonly paragraph: string
}

/** Below this an interval says little. */
const fewest = 5

type DescribedScale = Omit<ScaleChange, 'lines'>

/**
 * EVA-12: the word is change, never effect; the interval, the number of people and the missing are always there; no
 * family is set above another; nothing is called significant.
 */
export function describeChange(scale: DescribedScale, wording: Wording): ChangeWords {
  const sentence = writeSentence(scale, wording)
  const rest = [
    describeLevels(scale, wording),
    describeZero(scale, wording),
    describeCentre(scale, wording),
    describeImproved(scale, wording),
    describeReliable(scale, wording),
    describeEffect(scale, wording),
    describeTest(scale, wording),
    describeMissing(scale, wording),
    describeLost(scale, wording),
    ...describeWarnings(scale, wording),
  ].filter((part) => part !== '')
  const gap = wording.language === 'zh-CN' ? '' : ' '
  return { sentence, paragraph: [sentence, ...rest].join(gap) }
}

function writeSentence(scale: DescribedScale, { language, translate }: Wording): string {
  const { numbers, range, direction, completeness } = scale
  const places = placesFor(range)
  const count = completeness.expected - numbers.n
  const values = {
    title: readWords(scale.title, language),
    side: writeSide(scale, translate),
    who: writeWho(scale, numbers.n, { language, translate }),
    direction: translate(`evaluation:direction.${direction}`),
    missing:
      count === 0
        ? translate('evaluation:describe.noneMissing')
        : translate('evaluation:describe.missingCount', {
            count,
            expected: completeness.expected,
          }),
  }
  if (numbers.mean === null) return translate('evaluation:describe.nobody', values)
  const reading = readSign(readableSign(numbers.mean, places), direction) ?? 'neutral'
  const moved = translate(`evaluation:describe.moved.${reading}`, {
    mean: writeSigned(numbers.mean, places),
  })
  if (numbers.interval === null)
    return translate('evaluation:describe.withoutInterval', { ...values, moved })
  const said = translate('evaluation:describe.change', {
    ...values,
    moved,
    low: writeSigned(numbers.interval.low, places),
    high: writeSigned(numbers.interval.high, places),
  })
  // Whoever copies the sentence copies the caution with it.
  const caution =
    numbers.n < fewest ? translate('evaluation:describe.veryFew', { n: numbers.n }) : ''
  return [said, caution].filter((part) => part !== '').join(language === 'zh-CN' ? '' : ' ')
}

/** Who answered; a questionnaire for anybody says nothing. */
export function writeSide(
  { respondent }: Pick<ScaleChange, 'respondent'>,
  translate: Translate,
): string {
  return respondent === 'any' ? '' : translate(`evaluation:side.${respondent}`)
}

/** What is written as 0.0 is not called better. */
function readableSign(value: number, places: number): number {
  return Math.abs(value) < 0.5 * 10 ** -places ? 0 : Math.sign(value)
}

/** "7 pairs", "7 children": what a line of this scale is. */
function writeWho(scale: DescribedScale, count: number, { translate }: Wording): string {
  return translate(`evaluation:who.${scale.unit}`, { count })
}

function describeLevels({ numbers, range }: DescribedScale, { translate }: Wording): string {
  if (numbers.before === null || numbers.after === null) return ''
  const places = placesFor(range)
  const spread = (sd: number | null) => (sd === null ? '–' : writeNumber(sd, places))
  return translate('evaluation:describe.levels', {
    before: writeNumber(numbers.before.mean, places),
    beforeSd: spread(numbers.before.sd),
    after: writeNumber(numbers.after.mean, places),
    afterSd: spread(numbers.after.sd),
    min: writeNumber(range.min, 0),
    max: writeNumber(range.max, 0),
  })
}

function describeZero({ numbers: { interval } }: DescribedScale, { translate }: Wording): string {
  const spansZero = interval !== null && interval.low <= 0 && interval.high >= 0
  return spansZero ? translate('evaluation:describe.spansZero') : ''
}

function describeCentre({ numbers, range }: DescribedScale, { translate }: Wording): string {
  if (numbers.median === null || numbers.hodgesLehmann === null) return ''
  const places = placesFor(range)
  const { value, interval } = numbers.hodgesLehmann
  const shown = { median: writeSigned(numbers.median, places), centre: writeSigned(value, places) }
  return interval === null
    ? translate('evaluation:describe.centreOnly', shown)
    : translate('evaluation:describe.centre', {
        ...shown,
        low: writeSigned(interval.low, places),
        high: writeSigned(interval.high, places),
        level: writeShare(interval.achieved ?? interval.level),
      })
}

function describeImproved({ numbers }: DescribedScale, { translate }: Wording): string {
  if (numbers.improved === null) return ''
  const { improved, same, worse } = numbers.improved
  return translate('evaluation:describe.improved', { n: numbers.n, improved, same, worse })
}

function describeReliable(scale: DescribedScale, { translate }: Wording): string {
  const { reliable, direction, range, numbers } = scale
  if (reliable === null || direction === 'neutral') return ''
  const upIsBetter = direction === 'higherIsBetter'
  return translate('evaluation:describe.reliable', {
    n: numbers.n,
    needed: writeNumber(reliable.needed, placesFor(range)),
    better: upIsBetter ? reliable.up : reliable.down,
    worse: upIsBetter ? reliable.down : reliable.up,
    within: reliable.within,
    reliability: writeNumber(reliable.source.reliability, 2),
  })
}

function describeEffect({ numbers: { effect } }: DescribedScale, { translate }: Wording): string {
  if (effect === null) return ''
  const shown = { g: writeSigned(effect.gAv, 2), d: writeSigned(effect.dAv, 2) }
  return effect.gInterval === null
    ? translate('evaluation:describe.sizeOnly', shown)
    : translate('evaluation:describe.size', {
        ...shown,
        low: writeSigned(effect.gInterval.low, 2),
        high: writeSigned(effect.gInterval.high, 2),
      })
}

function describeTest({ numbers }: DescribedScale, wording: Wording): string {
  return writeTest(numbers, wording)
}

/** The method stands before the p value, and what p could be at best stands behind it. */
export function writeTest({ test }: ChangeNumbers, { translate }: Wording): string {
  if (test === null) return ''
  if (test.p === null || test.method === null)
    return translate('evaluation:describe.noTest', {
      method: translate(`evaluation:testKind.${test.kind}`),
    })
  const method = translate(`evaluation:method.${test.method.id}`)
  const shown = { method, p: writeP(test.p) }
  return test.smallestP === null
    ? translate('evaluation:describe.test', shown)
    : translate('evaluation:describe.testWithFloor', {
        ...shown,
        floor: writeP(test.smallestP).replace(/^= /, ''),
      })
}

function describeMissing({ completeness }: DescribedScale, { translate }: Wording): string {
  const atEither = completeness.missing.filter(({ moment }) => moment !== 'followUp')
  if (atEither.length === 0) return ''
  const list = atEither
    .map(({ label, moment, why }) =>
      translate('evaluation:describe.missingOne', {
        label,
        moment: translate(`evaluation:moment.${moment}`),
        why: translate(`evaluation:why.${why}`),
      }),
    )
    .join(translate('evaluation:describe.listGap'))
  return translate('evaluation:describe.missingList', { list })
}

function describeLost({ completeness, range }: DescribedScale, { translate }: Wording): string {
  const { lost, kept } = completeness
  if (lost.mean === null || kept.mean === null) return ''
  return translate('evaluation:describe.lost', {
    count: lost.n,
    lost: writeNumber(lost.mean, placesFor(range)),
    kept: writeNumber(kept.mean, placesFor(range)),
  })
}

/** Said in the sentence or in the figures already: not twice. */
const saidAlready = ['noComparison', 'someMissing', 'floorOfP', 'noInterval', 'noReliability']

function describeWarnings({ warnings }: DescribedScale, { translate }: Wording): readonly string[] {
  return warnings
    .filter(({ id }) => !saidAlready.includes(id))
    .map(({ id, details }) => translate(`evaluation:warnings.${id}`, details))
}
