import { Alert, Button, Group } from '@mantine/core'
import { text } from './text.ts'

/** Said when a form opens with what was left half written. */
export function RestoredNote(form: { readonly restored: boolean; readonly discard: () => void }) {
  if (!form.restored) return null
  return (
    <Alert color="gray" variant="light">
      <Group justify="space-between" gap="xs">
        <output>{text('observation:form.restored')}</output>
        <Button variant="default" size="sm" onClick={form.discard}>
          {text('observation:form.discard')}
        </Button>
      </Group>
    </Alert>
  )
}
