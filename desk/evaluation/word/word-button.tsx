import { Button } from '@mantine/core'
import type { Finding } from '../../../core/evaluation/findings/finding.ts'
import { done } from '../../../core/kit/outcome.ts'
import { DoingNote, formatDay, text, useDoing } from '../../kit/index.ts'
import { useAccount, useAgency, useToday } from '../../sync/index.ts'
import { fileNameOf, saveFile } from '../save-file.ts'
import { type DrawnChart, drawPng } from '../save-picture.ts'
import { deskWording } from '../wording.ts'

/** Sharp on paper, and still small enough to send from a telephone. */
const zoom = 2

/** An answer as a Word paper, made on this device; it is put together when asked for. */
export function WordButton({ finding }: { readonly finding: () => Finding }) {
  const doing = useDoing()
  const agency = useAgency()
  const { staff } = useAccount()
  const today = useToday()
  const save = async (): Promise<void> => {
    const answer = finding()
    const { findingToWord } = await import('./finding-to-word.ts')
    const drawn: DrawnChart[] = []
    for (const spec of answer.charts) drawn.push(await drawPng(spec, zoom))
    const head = {
      agency: agency.name,
      sample: agency.sample,
      madeBy: staff.name,
      madeOn: formatDay(today),
    }
    const paper = await findingToWord(answer, drawn, head, deskWording())
    saveFile(fileNameOf(answer.title, 'docx'), paper)
  }
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        className="no-print"
        loading={doing.busy}
        onClick={() => void doing.run(async () => done(await save()))}
      >
        {text('evaluation:finding.word')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
