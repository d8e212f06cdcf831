import { Button } from '@mantine/core'
import { text } from '../kit/index.ts'
import { useOnline, useOutbox } from '../sync/index.ts'

/** Makes a document on the server; says what has not reached it yet. */
export function MakeButton({
  busy,
  onMake,
  label = text('paperwork:make.go'),
}: {
  readonly busy: boolean
  /** Without it the button sends the form in which it stands. */
  readonly onMake?: () => Promise<void>
  readonly label?: string
}) {
  const online = useOnline()
  const unsent = useOutbox().pending.length
  return (
    <>
      {unsent > 0 && <output>{text('paperwork:make.unsent', { count: unsent })}</output>}
      {!online && <output>{text('paperwork:needsNetwork')}</output>}
      <Button
        size="md"
        type={onMake === undefined ? 'submit' : 'button'}
        onClick={() => void onMake?.()}
        loading={busy}
        disabled={!online}
      >
        {label}
      </Button>
    </>
  )
}
