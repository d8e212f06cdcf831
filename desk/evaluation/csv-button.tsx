import { Button } from '@mantine/core'
import type { Cell } from '../../core/evaluation/findings/finding.ts'
import { writeGuardedCsv } from '../../core/inquiry/guarded-csv.ts'
import { text } from '../kit/index.ts'
import { fileNameOf, saveFile } from './save-file.ts'

/** Takes rows along; they are made when asked for. */
export function CsvButton({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: () => readonly (readonly Cell[])[]
}) {
  const save = (): void => {
    const csv = writeGuardedCsv(rows())
    saveFile(fileNameOf(title, 'csv'), new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <Button size="compact-md" variant="default" className="no-print" onClick={save}>
      {text('evaluation:finding.csv')}
    </Button>
  )
}
