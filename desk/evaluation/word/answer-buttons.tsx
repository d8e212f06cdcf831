import { Group } from '@mantine/core'
import { type Finding, listRows } from '../../../core/evaluation/findings/finding.ts'
import { CsvButton } from '../csv-button.tsx'
import { deskWording } from '../wording.ts'
import { WordButton } from './word-button.tsx'

/** An answer to take along, as rows and as a Word paper; it is put together when asked for. */
export function AnswerButtons({
  title,
  finding,
}: {
  readonly title: string
  readonly finding: () => Finding
}) {
  return (
    <Group gap="xs" className="no-print">
      <CsvButton title={title} rows={() => listRows(finding(), deskWording())} />
      <WordButton finding={finding} />
    </Group>
  )
}
