import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { SegmentedChoice, text } from '../../kit/index.ts'
import type { DryRunProps } from './dry-run.tsx'
import own from './import.module.css'

const ways = ['leaveRowOut', 'leaveAnswerOut'] as const
const firstShown = 20

/** Every cell that cannot be read, by sheet, row, column and what stands there; a person decides, nothing is clipped. */
export function BadCells({ plan, world, choices, onChange }: DryRunProps) {
  const [shown, setShown] = useState(firstShown)
  if (plan.badCellCount === 0) return null
  const numberOf = (itemId: string | null) =>
    world.instrument.items.find(({ id }) => id === itemId)?.number ?? null
  return (
    <div>
      <Text fw={600}>{text('inquiry:importing.badCells', { count: plan.badCellCount })}</Text>
      <ul className={own.list}>
        {plan.badCells.slice(0, shown).map((cell) => {
          const number = numberOf(cell.itemId)
          return (
            <li key={`${cell.row} ${cell.letter}`}>
              {text('inquiry:importing.cell', {
                sheet: cell.sheet,
                row: cell.row,
                letter: cell.letter,
                value: cell.value,
                problem: text(`inquiry:import.cellProblem.${cell.reason}`),
              })}
              {number !== null && ` (${text('inquiry:importing.cellItem', { number })})`}
            </li>
          )
        })}
      </ul>
      {plan.badCells.length > shown && (
        <Button mt="xs" variant="default" size="compact-md" onClick={() => setShown(shown + 100)}>
          {text('inquiry:importing.more', { count: plan.badCellCount - shown })}
        </Button>
      )}
      {plan.suspectedMissing.map((number) => (
        <Group key={number} mt="xs">
          <Text>{text('inquiry:importing.suspected', { number })}</Text>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onChange({ missingNumbers: [...choices.missingNumbers, number] })}
          >
            {text('inquiry:importing.isMissing', { number })}
          </Button>
        </Group>
      ))}
      <SegmentedChoice
        label={text('inquiry:importing.badRows')}
        options={ways.map((value) => ({
          value,
          label: text(`inquiry:importing.badWays.${value}`),
        }))}
        value={choices.badRows === 'ask' ? null : choices.badRows}
        onChange={(badRows) => onChange({ badRows })}
      />
    </div>
  )
}
