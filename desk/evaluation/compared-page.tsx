import { Group } from '@mantine/core'
import { useMemo } from 'react'
import { evaluateChange } from '../../core/evaluation/evaluate-change.ts'
import { contrastGroups } from '../../core/evaluation/findings/contrast-groups.ts'
import { leaveOutFamilies } from '../../core/evaluation/leave-out-families.ts'
import { EmptyState, text } from '../kit/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { FindingView } from './finding-view.tsx'
import { SurveysToCompare } from './groups-page.tsx'
import { QuestionPage } from './question-page.tsx'
import { nameScale } from './scale-choice.tsx'
import { useChoice } from './use-choice.ts'
import { type MeasuredGroup, useMeasuredGroups } from './use-measured-groups.ts'
import { useWaitingGroups } from './use-waiting-groups.ts'
import { deskWording } from './wording.ts'

/** Compared with those who waited? Two groups of known families, or the groups of a survey by codes. */
export function ComparedPage() {
  const { all, groups } = useMeasuredGroups()
  const waiting = useWaitingGroups(all)
  return (
    <QuestionPage question="compared">
      <KnownFamilies groups={groups} waiting={waiting} />
      <SurveysToCompare />
    </QuestionPage>
  )
}

function KnownFamilies({
  groups,
  waiting,
}: {
  readonly groups: readonly MeasuredGroup[]
  readonly waiting: readonly MeasuredGroup[]
}) {
  const [servedId, chooseServed] = useChoice(
    'served',
    groups.map(({ group }) => group.id),
  )
  const others = [
    ...waiting.map((one) => ({ ...one, key: `waiting ${one.group.id}`, waits: true })),
    ...groups.map((one) => ({ ...one, key: one.group.id, waits: false })),
  ].filter(({ group }) => group.id !== servedId)
  const [otherKey, chooseOther] = useChoice(
    'waited',
    others.map(({ key }) => key),
  )
  const served = groups.find(({ group }) => group.id === servedId)
  const other = others.find(({ key }) => key === otherKey)
  if (served === undefined)
    return (
      <EmptyState
        title={text('evaluation:contrast.noServed')}
        hint={text('evaluation:contrast.noServedHint')}
      />
    )
  if (other === undefined)
    return (
      <EmptyState
        title={text('evaluation:contrast.noOther', { title: served.group.title })}
        hint={text('evaluation:contrast.noOtherHint')}
      />
    )
  const labelOf = ({ group, waits }: (typeof others)[number]): string =>
    waits ? text('evaluation:contrast.waiting', { title: group.title }) : group.title
  return (
    <>
      <Group align="flex-end">
        <ChoiceField
          label={text('evaluation:contrast.served')}
          value={servedId}
          options={groups.map(({ group }) => ({ value: group.id, label: group.title }))}
          onChange={chooseServed}
        />
        <ChoiceField
          label={text('evaluation:contrast.with')}
          value={otherKey}
          options={others.map((one) => ({ value: one.key, label: labelOf(one) }))}
          onChange={chooseOther}
        />
      </Group>
      <Contrasts served={served} other={other} otherLabel={labelOf(other)} />
    </>
  )
}

function Contrasts({
  served,
  other,
  otherLabel,
}: {
  readonly served: MeasuredGroup
  readonly other: MeasuredGroup
  readonly otherLabel: string
}) {
  const { apart, inBoth } = useMemo(() => {
    const left = leaveOutFamilies(other.records, served.records)
    return { apart: evaluateChange(left.records), inBoth: left.inBoth }
  }, [other, served])
  const shared = served.change.scales.flatMap((scale) => {
    const same = apart.scales.find(
      ({ id, instrumentVersion }) =>
        id === scale.id && instrumentVersion === scale.instrumentVersion,
    )
    return same === undefined || scale.numbers.n + same.numbers.n === 0
      ? []
      : [{ scale, same, name: nameScale(scale) }]
  })
  const [chosen, choose] = useChoice(
    'scale',
    shared.map(({ scale }) => scale.id),
  )
  const found = shared.find(({ scale }) => scale.id === chosen)
  if (found === undefined)
    return (
      <EmptyState
        title={text('evaluation:contrast.nothingShared')}
        hint={text('evaluation:survey.nothingHint')}
      />
    )
  return (
    <>
      <ChoiceField
        label={text('evaluation:overview.scale')}
        value={chosen}
        options={shared.map(({ scale, name }) => ({ value: scale.id, label: name }))}
        onChange={choose}
      />
      <FindingView
        finding={contrastGroups(
          { label: served.group.title, scale: found.scale },
          { label: otherLabel, scale: found.same, inBoth },
          deskWording(),
        )}
      />
    </>
  )
}
