import { Button } from '@mantine/core'
import { text } from '../kit/index.ts'
import { useOnline, useOutbox } from '../sync/index.ts'

/** Makes a report on the server; says what has not reached it yet. */
export function MakeButton({
  busy,
  onMake,
}: {
  readonly busy: boolean
  readonly onMake: () => Promise<void>
}) {
  const online = useOnline()
  const unsent = useOutbox().pending.length
  return (
    <>
      {unsent > 0 && <output>{text('paperwork:make.unsent', { count: unsent })}</output>}
      {!online && <output>{text('paperwork:needsNetwork')}</output>}
      <Button size="md" onClick={() => void onMake()} loading={busy} disabled={!online}>
        {text('paperwork:make.go')}
      </Button>
    </>
  )
}
