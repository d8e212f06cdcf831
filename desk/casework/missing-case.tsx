import { EmptyState, Page, text } from '../kit/index.ts'

/** A case that is not on this device, or not for this person. */
export function MissingCase() {
  return (
    <Page
      title={text('casework:file.missing')}
      back={{ to: '/casework', label: text('casework:title') }}
    >
      <EmptyState title={text('casework:file.missing')} hint={text('casework:file.missingHint')} />
    </Page>
  )
}
