import { Button } from '@mantine/core'
import { z } from 'zod'
import { DoingNote, saveFile, text, useDoing } from '../../kit/index.ts'
import { callServer } from '../../sync/index.ts'

const formShape = z.object({ name: z.string(), base64: z.string() })
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The instrument as a form that other tools open. */
export function XlsformButton({ instrumentId }: { readonly instrumentId: string }) {
  const doing = useDoing()
  const save = async () => {
    const form = await doing.run(() =>
      callServer('/api/instruments/xlsform', { instrumentId }, formShape),
    )
    if (form === null) return
    const bytes = Uint8Array.from(atob(form.base64), (letter) => letter.charCodeAt(0))
    saveFile(form.name, bytes, xlsxType)
  }
  return (
    <>
      <Button variant="default" loading={doing.busy} onClick={() => void save()}>
        {text('inquiry:xlsform.save')}
      </Button>
      <DoingNote doing={doing} />
    </>
  )
}
