import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { LevelWords } from '../../../core/assessment/goals/check-levels.ts'
import type { GoalDraft } from '../../../core/assessment/goals/goal-draft.ts'
import { levelNames } from '../../../core/assessment/goals/level-names.ts'
import { suggestLevels } from '../../../core/assessment/goals/suggest-levels.ts'
import { text } from '../../kit/index.ts'
import { LevelWarnings } from './level-warnings.tsx'

/** The five levels, best agreed before anything is rated; a start can be written from where they stand and what is hoped for. */
export function LevelFields({
  draft,
  onChange,
}: {
  readonly draft: GoalDraft
  readonly onChange: (levels: Partial<LevelWords>) => void
}) {
  const [said, setSaid] = useState<'counted' | 'countedSome' | 'ends' | 'aimFirst' | null>(null)
  const suggest = () => {
    const { baseline, baselineFrom, expected, text: words } = draft
    const days = baselineFrom?.of === 'contact' ? 7 : null
    const figure = baselineFrom === null ? null : { value: baselineFrom.value, days }
    const found = suggestLevels(baseline, expected.trim() === '' ? words : expected, figure)
    if (found === null) return setSaid('aimFirst')
    const empty = levelNames.filter((name) => draft[name].trim() === '')
    const isWhole = empty.every((name) => found.levels[name] !== '')
    setSaid(found.counted ? (isWhole ? 'counted' : 'countedSome') : 'ends')
    onChange(Object.fromEntries(empty.map((name) => [name, found.levels[name].slice(0, 300)])))
  }
  return (
    <>
      <Group gap="xs">
        <Button variant="default" onClick={suggest}>
          {text('goals:levels.suggest')}
        </Button>
      </Group>
      {said !== null && <output>{text(`goals:levels.${said}`)}</output>}
      {levelNames.map((name) => (
        <Textarea
          key={name}
          label={text(`evaluation:goal.level.${name}`)}
          value={draft[name]}
          maxLength={300}
          autosize
          minRows={1}
          onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
        />
      ))}
      <LevelWarnings levels={draft} />
    </>
  )
}
