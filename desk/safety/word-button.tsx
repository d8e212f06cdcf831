import { Button } from '@mantine/core'
import { currentLanguage, DoingNote, text, useDoing } from '../kit/index.ts'
import { type RecordMarks, takePaper, useOnline, useOwnTemplates } from '../sync/index.ts'

/** The same record in the agency's Word form: made on the server, so only from what has arrived there. */
export function WordButton({
  its,
}: {
  /** Null for the form to write on by hand. */
  readonly its: (RecordMarks & { readonly id: string }) | null
}) {
  const online = useOnline()
  const doing = useDoing()
  const [own] = useOwnTemplates('mandatoryReport', currentLanguage())
  const take = () =>
    takePaper('/api/papers/safety', {
      concernId: its?.id ?? null,
      ...{ texts: {}, language: currentLanguage(), templateId: own?.id ?? null },
    })
  return (
    <>
      <Button
        variant="default"
        disabled={!online}
        loading={doing.busy}
        onClick={() => void doing.run(take)}
      >
        {text(its === null ? 'safety:print.blank' : 'safety:print.word')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
