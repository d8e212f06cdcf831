import { Text } from '@mantine/core'
import { useMemo } from 'react'
import { drawGapDumbbell } from '../../core/evaluation/charts/draw-group-charts.ts'
import type { MirrorChange } from '../../core/evaluation/compare-mirrors.ts'
import { describeMirror, writeMirror } from '../../core/evaluation/findings/mirror-finding.ts'
import { writeNumber, writeSigned } from '../../core/evaluation/write-numbers.ts'
import { DataTable, text } from '../kit/index.ts'
import { Chart } from './chart.tsx'
import { AnswerButtons } from './word/answer-buttons.tsx'
import { deskWording } from './wording.ts'

const show = (value: number | null): string => (value === null ? '–' : writeNumber(value, 2))

/** Child's and parent's answers to the same questions, side by side: where they see it differently, before and after. */
export function MirrorSection({
  group,
  mirror,
}: {
  readonly group: string
  readonly mirror: MirrorChange
}) {
  const { language } = deskWording()
  const answer = () => describeMirror(group, mirror, deskWording())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  const chart = useMemo(() => drawGapDumbbell(mirror, deskWording()), [mirror, language])
  return (
    <>
      <Text maw="46em">{writeMirror(mirror, deskWording())}</Text>
      <Chart spec={chart} />
      <DataTable
        caption={text('evaluation:mirror.title')}
        rows={mirror.lines}
        keyOf={({ pairId }) => pairId}
        columns={[
          { name: 'label', label: text('evaluation:lines.family'), show: ({ label }) => label },
          {
            name: 'before',
            label: text('evaluation:mirror.before'),
            numeric: true,
            show: ({ before }) => show(before.gap),
          },
          {
            name: 'after',
            label: text('evaluation:mirror.after'),
            numeric: true,
            show: ({ after }) => show(after.gap),
          },
          {
            name: 'change',
            label: text('evaluation:lines.change'),
            numeric: true,
            show: ({ change }) => (change === null ? '–' : writeSigned(change, 2)),
          },
        ]}
      />
      <AnswerButtons title={answer().title} finding={answer} />
    </>
  )
}
