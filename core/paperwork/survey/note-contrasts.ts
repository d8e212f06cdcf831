import type { Ancova } from '../../../statistics/index.ts'
import type { GroupComparison, GroupContrast } from '../../evaluation/compare-survey-groups.ts'
import { writeP } from '../../evaluation/write-numbers.ts'
import {
  methodIn,
  noteNumber,
  noteShown,
  noteSigned,
  noteTogether,
  type Source,
} from './note-figures.ts'

/** Enters the figures of the sentence that sets the change of two groups beside each other. */
export function noteContrast(contrast: GroupContrast, places: number, whole: Source): void {
  const { translate } = whole.wording
  const pair = translate('paperwork:survey.pair', {
    first: contrast.first,
    second: contrast.second,
  })
  const source = { ...whole, about: `${whole.about} (${pair})` }
  const method = translate(`evaluation:method.${contrast.method.id}`)
  const n = contrast.n[0] + contrast.n[1]
  const of = (key: string, value: number) => ({ key, value, n, method })
  noteTogether(source, () => {
    noteSigned(source, of('difference', contrast.difference), places)
    if (contrast.interval !== null) {
      noteSigned(source, of('differenceLow', contrast.interval.low), places)
      noteSigned(source, of('differenceHigh', contrast.interval.high), places)
    }
    noteShown(source, of('p', contrast.p), writeP(contrast.p))
    const holm = methodIn(source, 'holm')
    noteShown(source, { ...of('pHolm', contrast.pHolm), method: holm }, writeP(contrast.pHolm))
  })
}

/** Means after, adjusted for before, and the differences from the first group: in words, with their numbers entered. */
export function writeAdjusted(
  comparison: GroupComparison | null,
  places: number,
  whole: Source,
): readonly string[] {
  const ancova = comparison?.ancova ?? null
  if (ancova === null) return []
  const { translate } = whole.wording
  const method = translate('evaluation:method.ancova-common-slope')
  const total = ancova.adjustedMeans.reduce((sum, { n }) => sum + n, 0)
  const means = ancova.adjustedMeans.map(({ label, n, mean }) => {
    const source = { ...whole, about: `${whole.about} (${label})` }
    return `${label} ${noteNumber(source, { key: 'adjustedMean', value: mean, n, method }, places)}`
  })
  const gap = translate('evaluation:describe.listGap')
  const [reference] = ancova.adjustedMeans
  const against = ancova.contrasts.filter(({ first }) => first === reference?.label)
  const differences = against.map((contrast) => {
    const pair = translate('paperwork:survey.pair', {
      first: contrast.second,
      second: contrast.first,
    })
    const source = { ...whole, about: `${whole.about} (${pair})` }
    const note = (key: string, value: number): string =>
      noteSigned(source, { key, value, n: total, method }, places)
    const noted = noteTogether(source, () => ({
      difference: note('adjustedDifference', contrast.difference),
      low: note('adjustedLow', contrast.interval.low),
      high: note('adjustedHigh', contrast.interval.high),
    }))
    return translate('paperwork:survey.adjustedDifference', {
      first: contrast.second,
      second: contrast.first,
      ...noted,
    })
  })
  return [
    translate('paperwork:survey.adjusted', {
      means: means.join(gap),
      start: noteNumber(
        whole,
        { key: 'covariateMean', value: ancova.covariateMean, n: total, method },
        places,
      ),
    }),
    ...differences,
    ...writeSlopes(ancova, total, whole),
  ]
}

/** Whether before and after hang together alike in each group: what the adjustment takes for granted. */
function writeSlopes({ slopes }: Ancova, n: number, whole: Source): readonly string[] {
  if (slopes === null) return []
  const method = methodIn(whole, 'slopes')
  const figure = (key: string, value: number) => ({ key, value, n, method })
  const noted = noteTogether(whole, () => ({
    f: noteNumber(whole, figure('f', slopes.f), 2),
    df1: noteNumber(whole, figure('df1', slopes.df1), 0),
    df2: noteNumber(whole, figure('df2', slopes.df2), 0),
    p: noteShown(whole, figure('p', slopes.p), writeP(slopes.p)),
  }))
  return [whole.wording.translate('paperwork:survey.slopes', noted)]
}
