import { readWords } from '../../inquiry/words.ts'
import { scoreAt } from '../collect-lines.ts'
import type { MirrorChange } from '../compare-mirrors.ts'
import { writeSide } from '../describe-change.ts'
import type { ScaleChange } from '../evaluate-change.ts'
import type { ChangeNumbers } from '../measure-change.ts'
import type { Wording } from '../write-numbers.ts'
import {
  mostNamedLines,
  type AttendanceChangeChart,
  type ChangeDotsChart,
  type GapDumbbellChart,
  type PairedLinesChart,
} from './chart-spec.ts'

type DrawnScale = Pick<
  ScaleChange,
  'title' | 'respondent' | 'direction' | 'range' | 'lines' | 'numbers' | 'unit' | 'followUp'
>

function titleOf(key: string, scale: DrawnScale, { translate, language }: Wording): string {
  const title = readWords(scale.title, language)
  return translate(`evaluation:chart.${key}`, { title, side: writeSide(scale, translate) })
}

function describe(title: string, scale: DrawnScale, { translate }: Wording): string {
  const who = translate(`evaluation:who.${scale.unit}`, { count: scale.numbers.n })
  return translate('evaluation:chart.alt', { title, who })
}

function keyOf(marks: readonly string[], { translate }: Wording): string {
  return marks.map((mark) => translate(`evaluation:chart.${mark}`)).join('    ')
}

function direction(scale: DrawnScale, { translate }: Wording): string {
  return translate(`evaluation:direction.${scale.direction}`)
}

/** EVA-1: the picture that a small group needs first: every family's line. */
export function drawPairedLines(scale: DrawnScale, wording: Wording): PairedLinesChart {
  const { translate } = wording
  const hasFollowUp = scale.followUp !== null
  const shown = ['before', 'after', ...(hasFollowUp ? ['followUp'] : [])]
  const title = titleOf('pairedLines', scale, wording)
  return {
    kind: 'pairedLines',
    title,
    key: keyOf(['markBefore', 'markAfter', 'markUp', 'markDown'], wording),
    description: describe(title, scale, wording),
    moments: shown.map((moment) => translate(`evaluation:moment.${moment}`)),
    axis: {
      title: translate('evaluation:chart.score', { direction: direction(scale, wording) }),
      ...scale.range,
    },
    lines: scale.lines
      .map(({ label, before, after, followUp }) => ({
        label,
        values: [scoreAt(before), scoreAt(after), ...(hasFollowUp ? [scoreAt(followUp)] : [])],
      }))
      .filter(({ values }) => values.some((value) => value !== null)),
    mean: { label: translate('evaluation:chart.mean'), values: meansOf(scale) },
    crowded: scale.lines.length > mostNamedLines,
  }
}

/** Of those with both scores; the follow-up has its own people, so its mean is not joined to the line. */
function meansOf({ numbers, followUp }: DrawnScale): readonly (number | null)[] {
  const both = [numbers.before?.mean ?? null, numbers.after?.mean ?? null]
  return followUp === null ? both : [...both, null]
}

export function drawChangeDots(scale: DrawnScale, wording: Wording): ChangeDotsChart {
  const { translate } = wording
  const title = titleOf('changeDots', scale, wording)
  const marks = scale.lines.some(({ reliable }) => reliable !== null) ? ['errorBand'] : []
  return {
    kind: 'changeDots',
    title,
    key: keyOf(marks, wording),
    description: describe(title, scale, wording),
    axis: changeAxis(scale, wording),
    zeroLabel: translate('evaluation:chart.noChange'),
    rows: scale.lines.flatMap(({ label, change, reliable }) =>
      change === null ? [] : [{ label, value: change, error: reliable?.interval ?? null }],
    ),
    mean: meanRow(scale.numbers, translate('evaluation:chart.meanInterval')),
    crowded: scale.lines.length > mostNamedLines,
  }
}

function changeAxis(scale: DrawnScale, wording: Wording) {
  const title = wording.translate('evaluation:chart.change', {
    direction: direction(scale, wording),
  })
  return { title, min: null, max: null }
}

function meanRow({ mean, interval }: ChangeNumbers, label: string): ChangeDotsChart['mean'] {
  return mean === null ? null : { label, value: mean, interval }
}

export function drawAttendanceChange(scale: DrawnScale, wording: Wording): AttendanceChangeChart {
  const { translate } = wording
  const title = titleOf('attendanceChange', scale, wording)
  return {
    kind: 'attendanceChange',
    title,
    key: '',
    description: describe(title, scale, wording),
    shareAxis: { title: translate('evaluation:chart.liveShare'), min: 0, max: 100 },
    changeAxis: changeAxis(scale, wording),
    zeroLabel: translate('evaluation:chart.noChange'),
    points: scale.lines.flatMap(({ label, change, attendance }) => {
      const share = attendance?.liveShare ?? null
      return change === null || share === null ? [] : [{ label, share: share * 100, change }]
    }),
    crowded: scale.lines.length > mostNamedLines,
  }
}

export function drawGapDumbbell(mirror: MirrorChange, wording: Wording): GapDumbbellChart {
  const { translate } = wording
  const title = translate('evaluation:chart.gap', { questions: mirror.questions })
  const who = translate('evaluation:who.pair', { count: mirror.lines.length })
  return {
    kind: 'gapDumbbell',
    title,
    key: keyOf(['markChild', 'markAdult'], wording),
    description: translate('evaluation:chart.alt', { title, who }),
    axis: { title: translate('evaluation:chart.answer'), ...mirror.limits },
    rows: mirror.lines.flatMap(({ label, before, after }) =>
      (
        [
          ['before', before],
          ['after', after],
        ] as const
      ).map(([moment, { childMean, adultMean }]) => ({
        label: `${label}  ${translate(`evaluation:moment.${moment}`)}`,
        child: childMean,
        adult: adultMean,
      })),
    ),
  }
}
