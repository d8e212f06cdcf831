import { Button } from '@mantine/core'
import type { TalkPaperForm } from '../../../core/paperwork/papers/paper-forms.ts'
import { currentLanguage, DoingNote, text, useDoing } from '../../kit/index.ts'
import { takePaper, useOnline } from '../../sync/index.ts'

/** A talk's text, or quotations, as Word: made on the server from what has arrived there, and noted in each family's log. */
export function TalkPaperButton({
  form,
  interviewIds,
  codeId,
  byCode,
}: {
  readonly form: TalkPaperForm
  readonly interviewIds: readonly string[]
  readonly codeId: string | null
  readonly byCode: boolean
}) {
  const online = useOnline()
  const doing = useDoing()
  const take = () =>
    takePaper('/api/papers/talk', {
      ...{ form, interviewIds, codeId, byCode },
      ...{ texts: {}, language: currentLanguage(), templateId: null },
    })
  return (
    <>
      <Button
        variant="default"
        disabled={!online || interviewIds.length === 0}
        loading={doing.busy}
        onClick={() => void doing.run(take)}
      >
        {text(`interview:word.${form}`)}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
