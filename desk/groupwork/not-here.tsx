import { EmptyState, Page, text } from '../kit/index.ts'

/** The record is not on this device: not yet fetched, or not this person's. */
export function NotHere() {
  return (
    <Page
      title={text('groupwork:notHere.title')}
      back={{ to: '/groupwork', label: text('groupwork:list.title') }}
    >
      <EmptyState title={text('groupwork:notHere.what')} hint={text('groupwork:notHere.hint')} />
    </Page>
  )
}
