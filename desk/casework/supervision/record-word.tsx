import { Button } from '@mantine/core'
import { currentLanguage, DoingNote, text, useDoing } from '../../kit/index.ts'
import { type RecordMarks, takePaper, useOnline, useOwnTemplates } from '../../sync/index.ts'

/** The record in the agency's Word form: made on the server, so only from what has arrived there. */
export function RecordWord({
  its,
}: {
  /** Null for the form to write on by hand. */
  readonly its: (RecordMarks & { readonly id: string }) | null
}) {
  const online = useOnline()
  const doing = useDoing()
  const [own] = useOwnTemplates('supervisionRecord', currentLanguage())
  const take = () =>
    takePaper('/api/papers/supervision', {
      recordId: its?.id ?? null,
      ...{ texts: {}, language: currentLanguage(), templateId: own?.id ?? null },
    })
  return (
    <>
      <Button
        variant="default"
        disabled={!online || its?.unsent === true}
        loading={doing.busy}
        onClick={() => void doing.run(take).catch(reportError)}
      >
        {text(its === null ? 'supervision:record.blank' : 'supervision:record.word')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
