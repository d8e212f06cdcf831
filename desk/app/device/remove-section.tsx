import { ConfirmButton } from '../../kit/confirm-button.tsx'
import { Section } from '../../kit/section.tsx'
import { text } from '../../kit/text.ts'
import { removeFromDevice } from '../../sync/desk.ts'
import { useDesk } from '../../sync/desk-context.ts'
import { useOutbox } from '../../sync/use-state-of-desk.ts'
import { useWaitingFiles } from '../../sync/use-waiting-files.ts'

export function RemoveSection() {
  const desk = useDesk()
  const { pending, refused } = useOutbox()
  const unsent = pending.length + refused.length + useWaitingFiles().length
  return (
    <Section title={text('sync:device.removeTitle')} hint={text('sync:device.removeHint')}>
      <div>
        <ConfirmButton
          question={
            unsent > 0
              ? text('sync:device.removeUnsentQuestion', { count: unsent })
              : text('sync:device.removeQuestion')
          }
          confirmLabel={
            unsent > 0
              ? text('sync:device.removeAndLose', { count: unsent })
              : text('sync:device.remove')
          }
          onConfirm={() => void removeFromDevice(desk).catch(reportError)}
        >
          {text('sync:device.remove')}
        </ConfirmButton>
      </div>
    </Section>
  )
}
