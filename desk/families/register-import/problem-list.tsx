import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { type CellNote, noteReasons } from '../../../core/families/register/register-row.ts'
import { lettersOf } from '../../../core/kit/table.ts'
import { announce, DataTable, Section, text } from '../../kit/index.ts'
import { downloadText, noteText, writeProblems } from './problems-csv.ts'

const shownAtOnce = 100

/** FAM-21: every cell that could not be taken, or should be looked at, by sheet, row and column. */
export function ProblemList({
  sheet,
  notes,
}: {
  readonly sheet: string
  readonly notes: readonly CellNote[]
}) {
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState(shownAtOnce)
  const present = noteReasons.filter((each) => notes.some((note) => note.reason === each))
  const order = ['row', 'cell', 'look', 'aside']
  const chosen = notes
    .filter((note) => reason === '' || note.reason === reason)
    .slice()
    .sort(
      (left, right) =>
        order.indexOf(left.weight) - order.indexOf(right.weight) || left.row - right.row,
    )
  if (notes.length === 0)
    return (
      <Section title={text('families:import.problems', { count: 0 })}>
        <Text>{text('families:import.noProblems')}</Text>
      </Section>
    )
  const copy = () => {
    navigator.clipboard
      .writeText(writeProblems(sheet, chosen))
      .then(() => announce({ words: text('families:import.copied') }))
      .catch(() => announce({ words: text('families:import.copyFailed') }))
  }
  return (
    <Section
      title={text('families:import.problems', { count: notes.length })}
      hint={text('families:import.problemsHint')}
    >
      <Group align="flex-end">
        <NativeSelect
          label={text('families:import.filter')}
          data={[
            { value: '', label: text('families:import.allReasons') },
            ...present.map((each) => ({
              value: each,
              label: `${text(`families:import.reasonShort.${each}`)} (${notes.filter((note) => note.reason === each).length})`,
            })),
          ]}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" onClick={copy}>
          {text('families:import.copy')}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            downloadText(writeProblems(sheet, chosen), text('families:import.csvName'))
          }
        >
          {text('families:import.download')}
        </Button>
      </Group>
      <DataTable
        caption={text('families:import.problems', { count: chosen.length })}
        rows={chosen.slice(0, shown)}
        keyOf={(note) => `${note.row}:${note.column}:${note.reason}`}
        columns={[
          {
            name: 'place',
            label: text('families:import.cell'),
            show: (note) =>
              text('families:import.place', {
                sheet,
                row: note.row,
                column: note.column === 0 ? '–' : lettersOf(note.column),
              }),
          },
          {
            name: 'field',
            label: text('families:import.csv.field'),
            show: (note) => text(`families:import.target.${note.target}`),
          },
          { name: 'shown', label: text('families:import.csv.shown'), show: (note) => note.shown },
          { name: 'reason', label: text('families:import.csv.reason'), show: noteText },
          {
            name: 'weight',
            label: text('families:import.consequence'),
            show: (note) => text(`families:import.weight.${note.weight}`),
          },
        ]}
      />
      {chosen.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + 500)}>
          {text('families:list.more', { count: chosen.length - shown })}
        </Button>
      )}
    </Section>
  )
}
