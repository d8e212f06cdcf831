import { Text } from '@mantine/core'
import { useMemo } from 'react'
import {
  drawAttendanceChange,
  drawChangeDots,
  drawPairedLines,
} from '../../core/evaluation/charts/draw-group-charts.ts'
import { describeChange } from '../../core/evaluation/describe-change.ts'
import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { Section, textOrNull } from '../kit/index.ts'
import { Chart } from './chart.tsx'
import styles from './evaluation.module.css'
import { ScaleFigures } from './scale-figures.tsx'
import { ScaleLines } from './scale-lines.tsx'
import { Warnings } from './warnings.tsx'
import { deskWording } from './wording.ts'

/** One scale: the picture, the sentence, every family's line, the figures, what qualifies them. */
export function ScaleSection({
  scale,
  named,
}: {
  readonly scale: ScaleChange
  readonly named: boolean
}) {
  const wording = deskWording()
  const { language } = wording
  const shown = useMemo(() => (named ? withNames(scale) : scale), [scale, named])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const charts = useMemo(() => drawAll(shown), [shown, language])
  const words = describeChange(scale, wording)
  return (
    <div className={styles.scale}>
      <Section
        title={`${readWords(scale.title, language)}${textOrNull(`evaluation:side.${scale.respondent}`) ?? ''}`}
        hint={readWords(scale.instrumentTitle, language)}
      >
        <Text className={styles.sentence ?? ''}>{words.sentence}</Text>
        <div className={styles.pictures}>
          {charts.map((chart) => (
            <Chart key={chart.kind} spec={chart} />
          ))}
        </div>
        <ScaleLines scale={shown} />
        <ScaleFigures scale={scale} paragraph={words.paragraph} />
        <Warnings warnings={scale.warnings} />
      </Section>
    </div>
  )
}

function drawAll(scale: ScaleChange) {
  const wording = deskWording()
  const both = scale.numbers.n > 0
  const attended = scale.lines.some(
    ({ attendance, change }) =>
      attendance?.liveShare !== null && attendance !== null && change !== null,
  )
  return [
    drawPairedLines(scale, wording),
    ...(both ? [drawChangeDots(scale, wording)] : []),
    ...(both && attended ? [drawAttendanceChange(scale, wording)] : []),
  ]
}

/** Names instead of codes, on screens of people who know the family; never kept and never exported. */
function withNames(scale: ScaleChange): ScaleChange {
  return {
    ...scale,
    lines: scale.lines.map((line) => ({
      ...line,
      label: line.names.child === '' ? line.label : line.names.child,
    })),
  }
}
