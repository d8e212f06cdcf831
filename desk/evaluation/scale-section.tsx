import { Group, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import {
  drawAttendanceChange,
  drawChangeDots,
  drawPairedLines,
} from '../../core/evaluation/charts/draw-group-charts.ts'
import { type ChangeWords, describeChange } from '../../core/evaluation/describe-change.ts'
import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { describeLossOfGroup } from '../../core/evaluation/findings/describe-loss-of-group.ts'
import { listScaleRows } from '../../core/evaluation/findings/list-scale-rows.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { textOrNull } from '../kit/index.ts'
import { Chart } from './chart.tsx'
import { CsvButton } from './csv-button.tsx'
import styles from './evaluation.module.css'
import { anchorOf } from './overview.tsx'
import { ScaleFigures } from './scale-figures.tsx'
import { ScaleLines } from './scale-lines.tsx'
import { answerOfScale } from './answer-of-scale.ts'
import { Warnings } from './warnings.tsx'
import { WordButton } from './word/word-button.tsx'
import { deskWording } from './wording.ts'

interface ScaleSectionProps {
  readonly scale: ScaleChange
  readonly named: boolean
  readonly openFirst: boolean
}

/** One scale: its name and sentence; opened, the picture, every family's line, the figures, what qualifies them. */
export function ScaleSection({ scale, named, openFirst }: ScaleSectionProps) {
  const [open, setOpen] = useState(openFirst)
  const wording = deskWording()
  const words = describeChange(scale, wording)
  const title = `${readWords(scale.title, wording.language)}${textOrNull(`evaluation:side.${scale.respondent}`) ?? ''}`
  return (
    <details
      id={anchorOf(scale.id)}
      className={styles.scale}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2 className={styles.title}>{title}</h2>
        <Text className={styles.sentence ?? ''}>{words.sentence}</Text>
      </summary>
      {open && <ScaleInside title={title} scale={scale} named={named} words={words} />}
    </details>
  )
}

interface ScaleInsideProps {
  readonly scale: ScaleChange
  readonly named: boolean
  readonly title: string
  readonly words: ChangeWords
}

function ScaleInside({ title, scale, named, words }: ScaleInsideProps) {
  const { language } = deskWording()
  const shown = useMemo(() => (named ? withNames(scale) : scale), [scale, named])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const charts = useMemo(() => drawAll(shown), [shown, language])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const onPaper = useMemo(() => drawAll(scale), [scale, language])
  return (
    <>
      <div className={styles.pictures}>
        {charts.map((chart, at) => (
          <Chart key={chart.kind} spec={chart} onPaper={onPaper[at] ?? chart} />
        ))}
      </div>
      <ScaleLines scale={shown} />
      <Group gap="xs" className="no-print">
        <CsvButton title={title} rows={() => listScaleRows(title, scale, words, deskWording())} />
        <WordButton finding={() => answerOfScale(title, scale, onPaper, words, deskWording())} />
      </Group>
      <LossNote scale={scale} />
      <ScaleFigures scale={scale} paragraph={words.paragraph} />
      <Warnings warnings={scale.warnings} />
    </>
  )
}

/** Whoever was not measured again is named in the table above; here, whether they started elsewhere. */
function LossNote({ scale }: { readonly scale: ScaleChange }) {
  const words = describeLossOfGroup(scale, deskWording())
  return words === '' ? null : <Text maw="46em">{words}</Text>
}

function drawAll(scale: ScaleChange) {
  const wording = deskWording()
  const both = scale.numbers.n > 0
  const attended = scale.lines.some(
    ({ attendance, change }) =>
      attendance !== null && attendance.liveShare !== null && change !== null,
  )
  return [
    drawPairedLines(scale, wording),
    ...(both ? [drawChangeDots(scale, wording)] : []),
    ...(both && attended ? [drawAttendanceChange(scale, wording)] : []),
  ]
}

/** Names instead of codes, on screens of people who know the family; never kept and never exported. */
function withNames(scale: ScaleChange): ScaleChange {
  const lines = scale.lines.map((line) => ({ ...line, label: line.names.child || line.label }))
  return { ...scale, lines }
}
