import { Button, Group, Text } from '@mantine/core'
import { Page } from '../../kit/page.tsx'
import { Facts, Section } from '../../kit/section.tsx'
import { formatTime } from '../../kit/format.ts'
import { RefusalNote, TroubleNote } from '../../kit/notes.tsx'
import { text } from '../../kit/text.ts'
import { useOpenDesk } from '../../sync/desk-context.ts'
import { ServerTrouble } from '../../sync/server.ts'
import { useCourier, useFeed } from '../../sync/use-state-of-desk.ts'
import { ConflictsSection } from './conflicts-section.tsx'
import { FilesSection } from './files-section.tsx'
import { KeptSection } from './kept-section.tsx'
import { LockSection } from './lock-section.tsx'
import { OutboxSections } from './outbox-sections.tsx'
import { RemoveSection } from './remove-section.tsx'
import { SealedSection } from './sealed-section.tsx'

/** The whole truth about what is where, and what only this person can decide. */
export function DevicePage() {
  return (
    <Page title={text('sync:device.title')}>
      <SendingSection />
      <OutboxSections />
      <FilesSection />
      <ConflictsSection />
      <KeptSection />
      <LockSection />
      <SealedSection />
      <RemoveSection />
    </Page>
  )
}

function SendingSection() {
  const { courier } = useOpenDesk()
  const { phase, trouble, refusal } = useCourier()
  const { pulledAt, missing } = useFeed()
  return (
    <Section title={text('sync:device.sending')}>
      <Facts
        rows={[
          {
            label: text('sync:device.lastContact'),
            value: formatTime(pulledAt, text('sync:device.never')),
          },
        ]}
      />
      {trouble !== null && <TroubleNote trouble={new ServerTrouble(trouble)} />}
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {missing.length > 0 && (
        <div role="alert">
          <Text fw={600}>{text('sync:device.missingTitle')}</Text>
          <Text>{text('sync:device.missingHint')}</Text>
          <Text>{text('sync:device.missingNumbers', { numbers: missing.join(', ') })}</Text>
        </div>
      )}
      <Group>
        <Button onClick={() => void courier.sendNow()} loading={phase === 'sending'}>
          {text('sync:device.sendNow')}
        </Button>
      </Group>
    </Section>
  )
}
