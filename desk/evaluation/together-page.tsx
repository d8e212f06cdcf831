import { Checkbox, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { pairSurveyWaves } from '../../core/evaluation/choose-waves.ts'
import { scoreAt } from '../../core/evaluation/collect-lines.ts'
import { combineGroups, type CombinedScale } from '../../core/evaluation/findings/combine-groups.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { EmptyState, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { FindingView } from './finding-view.tsx'
import { QuestionPage } from './question-page.tsx'
import { nameScale } from './scale-choice.tsx'
import { useChoice } from './use-choice.ts'
import { type MeasuredGroup, useMeasuredGroups } from './use-measured-groups.ts'
import { useOutsideReader } from './use-outside-reader.ts'
import { useSurveyGroups } from './use-survey-groups.ts'
import { AnalysisProgress } from './survey/analysis-progress.tsx'
import { type SurveyPair, useSurveyChange } from './survey/use-survey-change.ts'
import { deskWording } from './wording.ts'

/** What do all our groups together say? */
export function TogetherPage() {
  const { groups } = useMeasuredGroups()
  const waves = useRecords(wave, { subject: 'codes' })
  const pairs = useMemo(() => pairSurveyWaves(waves), [waves])
  const known = gatherScales(groups)
  const sources = [
    ...(known.length > 0 ? ['families'] : []),
    ...pairs.map(({ before, after }) => `${before.id} ${after.id}`),
  ]
  const [source, chooseSource] = useChoice('source', sources)
  const pair = pairs.find(({ before, after }) => `${before.id} ${after.id}` === source) ?? null
  const analysis = useSurveyChange(pair)
  const surveyed = useSurveyGroups(analysis)
  const scales = pair === null ? known : surveyed
  const [chosen, choose] = useChoice(
    'scale',
    scales.map(({ id }) => id),
  )
  const outside = useOutsideReader()
  const [leftOut, setLeftOut] = useState<readonly string[]>([])
  const scale = scales.find(({ id }) => id === chosen) ?? null
  return (
    <QuestionPage question="together">
      {sources.length > 1 && (
        <ChoiceField
          label={text('evaluation:together.from')}
          value={source}
          options={sources.map((key) => ({ value: key, label: nameSource(key, pairs) }))}
          onChange={chooseSource}
        />
      )}
      {pair !== null && (
        <AnalysisProgress
          analysis={analysis}
          count={analysis.count}
          renews={analysis.scales.length > 0}
        />
      )}
      {scale === null && (pair === null || analysis.state === 'done') && (
        <EmptyState
          title={text('evaluation:group.notTwo')}
          hint={text('evaluation:group.notTwoHint')}
        />
      )}
      {scale !== null && (
        <>
          <ChoiceField
            label={text('evaluation:overview.scale')}
            value={scale.id}
            options={scales.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={choose}
          />
          <GroupTicks scale={scale} leftOut={leftOut} onChange={setLeftOut} />
          <FindingView
            finding={combineGroups(
              { ...scale, groups: scale.groups.filter(({ label }) => !leftOut.includes(label)) },
              deskWording(),
              outside,
            )}
          />
        </>
      )}
    </QuestionPage>
  )
}

function nameSource(key: string, pairs: readonly SurveyPair[]): string {
  const pair = pairs.find(({ before, after }) => `${before.id} ${after.id}` === key)
  return pair === undefined ? text('evaluation:together.families') : pair.after.title
}

/** Groups that did something else do not belong into one mean: a person decides which are alike. */
function GroupTicks({
  scale,
  leftOut,
  onChange,
}: {
  readonly scale: CombinedScale
  readonly leftOut: readonly string[]
  readonly onChange: (labels: readonly string[]) => void
}) {
  return (
    <fieldset className="no-print">
      <legend>{text('evaluation:together.which')}</legend>
      <Stack gap="xs">
        {scale.groups.map(({ label }) => (
          <Checkbox
            key={label}
            label={label}
            checked={!leftOut.includes(label)}
            onChange={({ currentTarget }) =>
              onChange(
                currentTarget.checked
                  ? leftOut.filter((one) => one !== label)
                  : [...leftOut, label],
              )
            }
          />
        ))}
      </Stack>
    </fieldset>
  )
}

/** The same scale of the same version in several groups; another version is another scale. */
function gatherScales(groups: readonly MeasuredGroup[]): readonly CombinedScale[] {
  const gathered = new Map<string, CombinedScale>()
  for (const { group, change } of groups) {
    for (const scale of change.scales) {
      if (scale.numbers.n === 0) continue
      const id = `${scale.id} ${scale.instrumentVersion}`
      const known = gathered.get(id)
      const line = {
        label: group.title,
        numbers: scale.numbers,
        scores: {
          before: scale.lines.map(({ before }) => scoreAt(before)),
          after: scale.lines.map(({ after }) => scoreAt(after)),
        },
        families: scale.lines.flatMap(({ familyId, change }) =>
          change === null ? [] : [familyId],
        ),
      }
      gathered.set(id, {
        id,
        title: nameScale(scale),
        direction: scale.direction,
        range: scale.range,
        groups: [...(known?.groups ?? []), line],
      })
    }
  }
  return [...gathered.values()].sort((left, right) => right.groups.length - left.groups.length)
}
