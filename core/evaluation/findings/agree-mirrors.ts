import {
  compareMeasurements,
  correlateWithinClass,
  type BlandAltman,
  type Icc,
  type Result,
} from '../../../statistics/index.ts'
import { readWords } from '../../inquiry/words.ts'
import { mostNamedLines, type AgreementChart } from '../charts/chart-spec.ts'
import { drawGapDumbbell } from '../charts/draw-group-charts.ts'
import type { MirrorChange, MirrorLine } from '../compare-mirrors.ts'
import { writeNumber, writeSigned, type Wording } from '../write-numbers.ts'
import { writeEstimate, type Figure, type Finding } from './finding.ts'
import { noteFamilies } from './note-families.ts'
import { wordQuestion } from './word-item.ts'

/** Up to here every pair is said in words; beyond it nobody reads them. */
const mostPairsInWords = 12

interface Views {
  readonly label: string
  readonly child: number
  readonly adult: number
  readonly line: MirrorLine
}

/** EVA-20: do child and parent see it alike? Means of the mirrored questions, as each side answered them. */
export function agreeMirrors(
  mirror: MirrorChange,
  moment: 'before' | 'after',
  wording: Wording,
): Finding {
  const { translate } = wording
  const views = mirror.lines.flatMap((line): readonly Views[] => {
    const { childMean, adultMean } = line[moment]
    return childMean === null || adultMean === null
      ? []
      : [{ label: line.label, child: childMean, adult: adultMean, line }]
  })
  const child = views.map((one) => one.child)
  const adult = views.map((one) => one.adult)
  const limits = compareMeasurements(child, adult)
  const classes = correlateWithinClass([child, adult])
  const title = translate('evaluation:agree.title', {
    title: readWords(mirror.childTitle, wording.language),
    moment: translate(`evaluation:moment.${moment}`),
  })
  return {
    id: `agree-${mirror.childInstrumentId}-${mirror.adultInstrumentId}-${moment}`,
    title,
    charts:
      views.length === 0
        ? []
        : [
            drawGapDumbbell(mirror, wording),
            ...(limits.ok ? [drawAgreement(title, views, limits.value, mirror, wording)] : []),
          ],
    sentence: describeAgreement(mirror, views, limits, wording),
    notes: listNotes(mirror, views, moment, wording),
    figures: listFigures(views.length, limits, classes, wording),
    tables: [listPairs(views, wording)],
  }
}

function drawAgreement(
  title: string,
  views: readonly Views[],
  { bias, limits }: BlandAltman,
  mirror: MirrorChange,
  { translate }: Wording,
): AgreementChart {
  const line = (value: number, key: string, style: 'solid' | 'dashed' | 'dotted') => ({
    value,
    label: translate(`evaluation:agree.${key}`, { value: writeSigned(value, 2) }),
    style,
  })
  return {
    kind: 'agreement',
    title: translate('evaluation:agree.chart', { title }),
    key: translate('evaluation:agree.key'),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.pair', { count: views.length }),
    }),
    meanAxis: { title: translate('evaluation:agree.mean'), ...mirror.limits },
    differenceAxis: { title: translate('evaluation:agree.difference'), min: null, max: null },
    points: views.map(({ label, child, adult }) => ({
      label,
      x: (child + adult) / 2,
      y: adult - child,
    })),
    lines: [
      line(bias, 'bias', 'solid'),
      line(limits.low, 'low', 'dashed'),
      line(limits.high, 'high', 'dashed'),
    ],
    crowded: views.length > mostNamedLines,
  }
}

function describeAgreement(
  mirror: MirrorChange,
  views: readonly Views[],
  limits: Result<BlandAltman>,
  { translate }: Wording,
): string {
  const values = {
    questions: mirror.questions,
    who: translate('evaluation:who.pair', { count: views.length }),
    min: mirror.limits.min,
    max: mirror.limits.max,
  }
  if (!limits.ok) return translate('evaluation:agree.tooFew', values)
  const { bias } = limits.value
  const reading = Math.abs(bias) < 0.005 ? 'alike' : bias > 0 ? 'adultHigher' : 'childHigher'
  return translate('evaluation:agree.sentence', {
    ...values,
    reading: translate(`evaluation:agree.reading.${reading}`, {
      bias: writeNumber(Math.abs(bias), 2),
    }),
    interval: limits.interval === null ? '–' : writeSpan(limits.interval),
    low: writeSigned(limits.value.limits.low, 2),
    high: writeSigned(limits.value.limits.high, 2),
  })
}

function writeSpan({ low, high }: { readonly low: number; readonly high: number }): string {
  return `[${writeSigned(low, 2)}, ${writeSigned(high, 2)}]`
}

function listNotes(
  mirror: MirrorChange,
  views: readonly Views[],
  moment: 'before' | 'after',
  wording: Wording,
): readonly string[] {
  const { translate } = wording
  const without = mirror.lines.length - views.length
  return [
    translate('evaluation:agree.nobodyRight'),
    ...noteFamilies(
      views.map(({ line }) => line.familyCode),
      wording,
    ),
    ...(without > 0 ? [translate('evaluation:agree.without', { count: without })] : []),
    ...(mirror.leftOut.length > 0
      ? [translate('evaluation:warnings.mirrorLimitsDiffer', { count: mirror.leftOut.length })]
      : []),
    ...(views.length <= mostPairsInWords ? views.map((one) => sayPair(one, moment, wording)) : []),
  ]
}

/** One pair in words: both means, and the question they see most differently. */
function sayPair(view: Views, moment: 'before' | 'after', wording: Wording): string {
  const { translate } = wording
  const difference = view.adult - view.child
  const reading = Math.abs(difference) < 0.005 ? 'alike' : difference > 0 ? 'adult' : 'child'
  const widest = view.line[moment].answers
    .flatMap(({ number, text, child, adult }) =>
      child === null || adult === null ? [] : [{ number, text, child, adult }],
    )
    .toSorted((left, right) => distance(right) - distance(left))[0]
  const said = translate(`evaluation:agree.pair.${reading}`, {
    label: view.label,
    child: writeNumber(view.child, 1),
    adult: writeNumber(view.adult, 1),
    difference: writeNumber(Math.abs(difference), 1),
  })
  if (widest === undefined || distance(widest) < 1) return said
  const question = wordQuestion(widest.text, wording)
  return `${said}${translate('evaluation:agree.pair.widest', {
    number: widest.number,
    question,
    child: widest.child,
    adult: widest.adult,
  })}`
}

function distance({ child, adult }: { readonly child: number; readonly adult: number }): number {
  return Math.abs(adult - child)
}

function listFigures(
  n: number,
  limits: Result<BlandAltman>,
  classes: Result<Icc>,
  { translate }: Wording,
): readonly Figure[] {
  const none = (reason: string): string =>
    translate('evaluation:finding.notComputed', {
      reason: translate(`evaluation:reason.${reason}`),
    })
  const fromLimits = (label: string, write: (value: BlandAltman) => string): Figure => ({
    label,
    value: limits.ok ? write(limits.value) : none(limits.reason),
    method: limits.ok ? limits.method : null,
  })
  return [
    { label: 'n', value: String(n), method: null },
    fromLimits(translate('evaluation:agree.figures.bias'), ({ bias }) =>
      writeEstimate(bias, limits.ok ? limits.interval : null, 2, true),
    ),
    fromLimits(translate('evaluation:agree.figures.limits'), (value) => writeSpan(value.limits)),
    fromLimits(translate('evaluation:agree.figures.concordance'), (value) =>
      writeNumber(value.concordance, 2),
    ),
    {
      label: 'ICC(A,1)',
      value: classes.ok
        ? writeEstimate(classes.value.agreement, classes.interval, 2)
        : none(classes.reason),
      method: classes.ok ? classes.method : null,
    },
    {
      label: 'ICC(C,1)',
      value: classes.ok
        ? writeEstimate(classes.value.consistency, classes.value.consistencyInterval, 2)
        : none(classes.reason),
      method: classes.ok ? classes.method : null,
    },
  ]
}

function listPairs(views: readonly Views[], { translate }: Wording): Finding['tables'][number] {
  return {
    name: 'pairs',
    caption: translate('evaluation:agree.caption'),
    columns: [
      { label: translate('evaluation:lines.family'), numeric: false },
      { label: translate('evaluation:sideName.child'), numeric: true },
      { label: translate('evaluation:sideName.adult'), numeric: true },
      { label: translate('evaluation:agree.difference'), numeric: true },
    ],
    rows: views.map(({ label, child, adult }) => [
      label,
      Number(child.toFixed(4)),
      Number(adult.toFixed(4)),
      Number((adult - child).toFixed(4)),
    ]),
  }
}
