import { Button, Group, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { AnswerImportPlan } from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import { looksSideBySide } from '../../../core/inquiry/answer-import/match-wave.ts'
import { Loading, text, TroubleNote } from '../../kit/index.ts'
import type { InstrumentRecord, WaveRecord } from '../waves/use-wave.ts'
import type { Book } from '../../sync/book-parse.ts'
import { ColumnTable } from './column-table.tsx'
import { DryRun } from './dry-run.tsx'
import { chooseAnew, firstChoices, type ImportChoices, optionsFrom } from './import-choices.ts'
import { FirstRows } from './first-rows.tsx'
import { SourceFields } from './source-fields.tsx'
import { useImportWorld } from './use-import-world.ts'
import { usePlan } from './use-plan.ts'
import { useWriteSheets } from './use-write-sheets.ts'
import { WriteStep } from './write-step.tsx'

/** One table of the file: what it is, what each column is, what would be written, and then the writing. */
export function TableStep({
  wave,
  instruments,
  book,
}: {
  readonly wave: WaveRecord
  readonly instruments: readonly InstrumentRecord[]
  readonly book: Book
}) {
  const firstFilled = book.sheets.findIndex(({ hidden, rows }) => !hidden && rows.length > 0)
  const [choices, setChoices] = useState<ImportChoices>({
    ...firstChoices,
    instrumentId: instruments[0]?.id ?? '',
    sheet: Math.max(0, firstFilled),
  })
  const change = (part: Partial<ImportChoices>) => setChoices({ ...choices, ...part })
  const table = book.sheets[choices.sheet] ?? null
  const instrument = instruments.find(({ id }) => id === choices.instrumentId) ?? null
  const world = useImportWorld(wave, instrument, choices.about)
  const writing = useWriteSheets(world)
  // While sheets are being written the world changes with every bundle; the agreed plan stays as it was.
  const frozen = writing.state !== 'before'
  const options = useMemo(
    () => (world === null || frozen ? null : optionsFrom(choices, world)),
    [choices, world, frozen],
  )
  const { plan, busy, failed } = usePlan(table, options)
  if (frozen) return <WriteStep writing={writing} wave={wave} />
  if (world === null || table === null) return null
  return (
    <Stack gap="lg">
      <SourceFields
        book={book}
        instruments={instruments}
        world={world}
        plan={plan}
        choices={choices}
        onChoices={setChoices}
      />
      <FirstRows table={table} plan={plan} />
      {failed && <TroubleNote trouble={failed} />}
      {plan === null && !failed && <Loading label={text('inquiry:importing.planning')} />}
      {plan !== null && (
        <>
          {choices.waveFrom !== 'heading' && isSideBySide(plan) && (
            <Group role="status">
              <Text>{text('inquiry:importing.sideBySide')}</Text>
              <Button
                variant="default"
                onClick={() => setChoices(chooseAnew(choices, { waveFrom: 'heading' }))}
              >
                {text('inquiry:importing.takeSideBySide')}
              </Button>
            </Group>
          )}
          <ColumnTable
            plan={plan}
            table={table}
            world={world}
            choices={choices}
            onChange={(column, role) => change({ columns: { ...choices.columns, [column]: role } })}
          />
          <DryRun
            plan={plan}
            busy={busy}
            world={world}
            choices={choices}
            onChange={change}
            onAgree={writing.write}
          />
        </>
      )}
    </Stack>
  )
}

/** No column was recognised, and the headings name two occasions. */
function isSideBySide({ columns, heading }: AnswerImportPlan): boolean {
  return (
    columns.every(({ as }) => as.role !== 'item') &&
    looksSideBySide(heading.columns.map((column) => column.text))
  )
}
