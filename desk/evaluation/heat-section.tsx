import { useMemo } from 'react'
import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { drawHeatTables } from '../../core/evaluation/findings/draw-heat.ts'
import { describeHeat } from '../../core/evaluation/findings/heat-finding.ts'
import { Section, text } from '../kit/index.ts'
import { Chart } from './chart.tsx'
import styles from './evaluation.module.css'
import { AnswerButtons } from './word/answer-buttons.tsx'
import { deskWording } from './wording.ts'

/** Families × dimensions on one sheet, each side for itself. */
export function HeatSection({
  group,
  scales,
}: {
  readonly group: string
  readonly scales: readonly ScaleChange[]
}) {
  const { language } = deskWording()
  const answer = () => describeHeat(group, scales, deskWording())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const charts = useMemo(() => drawHeatTables(scales, deskWording()), [scales, language])
  if (charts.length === 0) return null
  return (
    <Section title={text('evaluation:heat.section')} hint={text('evaluation:heat.hint')}>
      <div className={styles.pictures}>
        {charts.map((chart) => (
          <Chart key={chart.title} spec={chart} />
        ))}
      </div>
      <AnswerButtons title={text('evaluation:heat.file', { group })} finding={answer} />
    </Section>
  )
}
