import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { ConfirmButton } from '../kit/confirm-button.tsx'
import { useDoing } from '../kit/doing.ts'
import { DoingNote, RefusalNote } from '../kit/notes.tsx'
import { text } from '../kit/text.ts'
import { useOnline } from './use-state-of-desk.ts'
import type { WaitingFileState } from './use-waiting-files.ts'
import { isDamaged } from './waiting-files.ts'

/** Files that lie on this device and wait to be sent: how far each is, and what a person can do. */
export function WaitingFileLines({ files }: { readonly files: readonly WaitingFileState[] }) {
  return (
    <Stack gap="md">
      {files.map((file) => (
        <WaitingFileLine key={file.upload.id} file={file} />
      ))}
    </Stack>
  )
}

function WaitingFileLine({ file }: { readonly file: WaitingFileState }) {
  const doing = useDoing()
  const { upload, progress, refusal } = file
  const percent = progress === null ? 0 : Math.floor((100 * progress.arrived) / progress.of)
  const settle = (run: () => Promise<void>) =>
    void doing.run(async () => {
      await run()
      return { ok: true, value: null }
    })
  return (
    <div>
      {upload.name !== '' && <Text style={{ overflowWrap: 'anywhere' }}>{upload.name}</Text>}
      {refusal === null ? (
        <State percent={progress === null ? null : percent} />
      ) : (
        <RefusalNote refusal={refusal} />
      )}
      {progress !== null && (
        <Progress value={percent} aria-label={text('sync:files.progress', { name: upload.name })} />
      )}
      <Group gap="xs" mt="xs">
        {refusal !== null && !isDamaged(file) && (
          <Button variant="default" loading={doing.busy} onClick={() => settle(file.retry)}>
            {text('sync:files.again')}
          </Button>
        )}
        {progress === null && (
          <ConfirmButton
            question={text('sync:files.dropQuestion')}
            confirmLabel={text('sync:files.drop')}
            onConfirm={() => settle(file.drop)}
          >
            {text('sync:files.drop')}
          </ConfirmButton>
        )}
      </Group>
      <DoingNote doing={doing} />
    </div>
  )
}

function State({ percent }: { readonly percent: number | null }) {
  const online = useOnline()
  const words =
    percent === null
      ? text(online ? 'sync:files.waiting' : 'sync:files.waitingOffline')
      : text('sync:files.sending', { percent })
  return (
    <Text component="output" size="sm" c="gray.7" display="block">
      {words}
    </Text>
  )
}
