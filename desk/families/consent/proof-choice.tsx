import { Alert, FileInput, Stack, TextInput } from '@mantine/core'
import { Icon, SegmentedChoice, text } from '../../kit/index.ts'
import { useOnline } from '../../sync/index.ts'
import type { ConsentForm } from './consent-form.ts'
import { SignaturePad } from './signature-pad.tsx'

/** How it can be shown later that this person agreed. Pictures need the network; what was drawn waits for it. */
export function ProofChoice({
  form,
  set,
  paper,
  setPaper,
}: {
  readonly form: ConsentForm
  readonly set: (part: Partial<ConsentForm>) => void
  readonly paper: File | null
  readonly setPaper: (file: File | null) => void
}) {
  const online = useOnline()
  const needsNetwork = form.proof === 'paperPhoto' || form.proof === 'onScreen'
  return (
    <Stack gap="sm">
      <SegmentedChoice
        label={text('families:consent.proof')}
        options={[
          { value: 'paperPhoto', label: text('families:proof.paperPhoto') },
          { value: 'onScreen', label: text('families:proof.onScreen') },
          { value: 'witnessedCall', label: text('families:proof.witnessedCall') },
        ]}
        value={form.proof}
        onChange={(proof) => set({ proof })}
      />
      {needsNetwork && !online && (
        <Alert color="yellow" variant="light" icon={<Icon name="offline" />}>
          {text('families:consent.proofOffline')}
        </Alert>
      )}
      {form.proof === 'paperPhoto' && (
        <FileInput
          label={text('families:consent.paper')}
          description={text('families:consent.paperHint')}
          placeholder={text('families:consent.choosePaper')}
          accept="image/png,image/jpeg,image/webp,application/pdf"
          value={paper}
          onChange={setPaper}
          clearable
          clearButtonProps={{ 'aria-label': text('kit:remove') }}
        />
      )}
      {form.proof === 'onScreen' && (
        <SignaturePad value={form.signature} onChange={(signature) => set({ signature })} />
      )}
      {form.proof === 'witnessedCall' && (
        <>
          <TextInput
            label={text('families:consent.witness')}
            description={text('families:consent.witnessHint')}
            required
            maxLength={120}
            value={form.witness}
            onChange={(event) => set({ witness: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={text('families:consent.callTime')}
            value={form.decidedAt}
            onChange={(event) => set({ decidedAt: event.currentTarget.value })}
          />
        </>
      )}
    </Stack>
  )
}
