import { Button } from '@mantine/core'
import { text } from './text.ts'

/** The two ways out of a form, inside a `Group` or a bar. Without `onSave` saving submits the form around it. */
export function SaveOrCancel({
  busy,
  onSave,
  onCancel,
}: {
  readonly busy: boolean
  readonly onSave?: () => void
  readonly onCancel: () => void
}) {
  return (
    <>
      <Button type={onSave === undefined ? 'submit' : 'button'} loading={busy} onClick={onSave}>
        {text('kit:save')}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {text('kit:cancel')}
      </Button>
    </>
  )
}
