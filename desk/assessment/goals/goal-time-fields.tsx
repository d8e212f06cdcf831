import { Button, Checkbox, Group, NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type GoalBaseline, goalAgreers } from '../../../core/assessment/goals/goal.ts'
import type { GoalDraft } from '../../../core/assessment/goals/goal-draft.ts'
import type { PairEntry } from '../../../core/assessment/profile/pair-evidence.ts'
import { DateField, formatDay, text } from '../../kit/index.ts'
import type { GoalFieldsProps } from './goal-word-fields.tsx'
import styles from './goals.module.css'
import { keyOfFigure, useGoalFigures } from './use-goal-figures.ts'

/** Where it begins, by when, when people look at it together, and who has agreed. */
export function GoalTimeFields({
  draft,
  onChange,
  pair,
}: GoalFieldsProps & { readonly pair: PairEntry | null }) {
  return (
    <>
      {pair !== null && <FromRecord draft={draft} onChange={onChange} pair={pair} />}
      <Textarea
        label={text('goals:fields.baseline')}
        placeholder={text('goals:example.baseline')}
        value={draft.baseline}
        maxLength={300}
        autosize
        onChange={({ currentTarget }) =>
          onChange({ baseline: currentTarget.value, ...withoutFigure(draft) })
        }
      />
      <div className={styles.fields}>
        <DateField
          label={text('goals:fields.dueOn')}
          value={draft.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
        />
        <ReviewDays draft={draft} onChange={onChange} />
      </div>
      <Checkbox.Group
        label={text('goals:fields.agreedBy')}
        value={[...draft.agreedBy]}
        onChange={(chosen) =>
          onChange({ agreedBy: goalAgreers.filter((one) => chosen.includes(one)) })
        }
      >
        <Group gap="md" mt={4}>
          {goalAgreers.map((one) => (
            <Checkbox key={one} value={one} label={text(`goals:agreer.${one}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </>
  )
}

function sourceOf({ of }: GoalBaseline): NonNullable<GoalDraft['source']> {
  return of === 'scale' ? 'questionnaire' : 'contactLog'
}

/** Written by hand, the beginning no longer stands on the figure, nor does where it is seen that came with it. */
function withoutFigure({
  baselineFrom,
  source,
}: Pick<GoalDraft, 'baselineFrom' | 'source'>): Pick<GoalDraft, 'baselineFrom' | 'source'> {
  const came = baselineFrom !== null && source === sourceOf(baselineFrom)
  return { baselineFrom: null, source: came ? null : source }
}

/** A figure of the record as it stands today; what is written by hand afterwards no longer stands on it. */
function FromRecord({
  draft: { baseline, baselineFrom, target, source },
  onChange,
  pair,
}: GoalFieldsProps & { readonly pair: PairEntry }) {
  const figures = useGoalFigures(pair)
  const fits = figures.filter((one) => one.target === target || one.target === null)
  const inOrder = [...fits, ...figures.filter((one) => !fits.includes(one))]
  const own = baselineFrom === null ? '' : keyOfFigure(baselineFrom)
  const known = inOrder.some(({ from }) => keyOfFigure(from) === own)
  if (inOrder.length === 0) return null
  const choose = (key: string) => {
    const figure = inOrder.find(({ from }) => keyOfFigure(from) === key)
    if (figure === undefined) return onChange(withoutFigure({ baselineFrom, source }))
    const without = withoutFigure({ baselineFrom, source }).source
    const from = sourceOf(figure.from)
    onChange({ baselineFrom: figure.from, baseline: figure.words, source: without ?? from })
  }
  return (
    <NativeSelect
      label={text('goals:figure.from')}
      description={text('goals:figure.hint')}
      value={own}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[
        { value: '', label: text('goals:figure.byHand') },
        ...(own === '' || known ? [] : [{ value: own, label: baseline }]),
        ...inOrder.map(({ from, words }) => ({ value: keyOfFigure(from), label: words })),
      ]}
    />
  )
}

function ReviewDays({ draft: { reviewOn }, onChange }: GoalFieldsProps) {
  const [day, setDay] = useState<string | null>(null)
  const add = () => {
    if (day === null) return
    onChange({ reviewOn: [...new Set([...reviewOn, day])].toSorted() })
    setDay(null)
  }
  return (
    <div>
      <div className={styles.days}>
        <DateField label={text('goals:fields.reviewOn')} value={day} onChange={setDay} />
        <Button variant="default" disabled={day === null} onClick={add}>
          {text('goals:addDay')}
        </Button>
      </div>
      <Group gap={6} mt={6}>
        {reviewOn.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant="default"
            aria-label={text('goals:dropDay', { day: formatDay(one) })}
            onClick={() => onChange({ reviewOn: reviewOn.filter((other) => other !== one) })}
          >
            {`${formatDay(one)} ×`}
          </Button>
        ))}
      </Group>
    </div>
  )
}
