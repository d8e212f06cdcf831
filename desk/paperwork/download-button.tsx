import { Button } from '@mantine/core'
import { text } from '../kit/index.ts'
import { useOnline } from '../sync/index.ts'

/** A kept document: an attachment from our own server; needs the network, and says so. */
export function DownloadButton({
  fileId,
  label,
}: {
  readonly fileId: string
  readonly label?: string
}) {
  const online = useOnline()
  if (!online) return <>{text('paperwork:needsNetwork')}</>
  return (
    <Button component="a" href={`/api/files/${fileId}`} download variant="default" size="sm">
      {label ?? text('paperwork:download')}
    </Button>
  )
}
