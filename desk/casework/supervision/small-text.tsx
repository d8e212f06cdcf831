import { Button, Group, Textarea } from '@mantine/core'
import type { Outcome } from '../../../core/kit/outcome.ts'
import { DoingNote, text, useDoing } from '../../kit/index.ts'
import { useKeptDraft } from '../../sync/index.ts'

/** A few words in a small place; half-written they stay on this device. */
export function SmallText({
  name,
  label,
  save,
  close,
}: {
  readonly name: string
  readonly label: string
  readonly save: (words: string) => Promise<Outcome<unknown>>
  readonly close: () => void
}) {
  const doing = useDoing()
  const kept = useKeptDraft(name, '', (found) => (typeof found === 'string' ? found : null))
  const words = kept.value ?? ''
  const finish = async () => {
    if ((await doing.run(() => save(words.trim()))) === null) return
    await kept.clear()
    close()
  }
  return (
    <div>
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxLength={2000}
        autoFocus
        value={words}
        onChange={({ currentTarget }) => kept.change(currentTarget.value)}
      />
      <DoingNote doing={doing} />
      <Group gap="xs" mt="xs">
        <Button
          size="compact-sm"
          loading={doing.busy}
          disabled={words.trim() === ''}
          onClick={() => void finish().catch(reportError)}
        >
          {text('supervision:review.save')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            kept.clear().catch(reportError)
            close()
          }}
        >
          {text('supervision:review.cancel')}
        </Button>
      </Group>
    </div>
  )
}
